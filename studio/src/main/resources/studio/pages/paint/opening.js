// Opens paintings: that of the address, or one that was saved as a file.
import { json, send } from '../../lib/api.js';
import { openedModel } from '../../lib/choice.js';
import { toast } from '../../lib/dom.js';
import { readFile } from './files.js';
import { painting } from './keeper.js';
import { fromJson, toJson } from './painting.js';
import { paletteOf } from './panel.js';

// The painting of the address; where there is none, bare ground.
export async function fromAddress(models, state) {
  if (state.painting) {
    try {
      const kept = await painting(state.painting);
      const document = fromJson(kept.map);
      if (isHere(models, document, `The painting ${kept.name}`)) return { ...document, kept };
    } catch (failure) {
      toast(`The painting could not be opened: ${failure.message}.`, 'error');
    }
    state.painting = '';
  }
  if (state.map) {
    try {
      const document = fromJson(await json(`/api/maps/${encodeURIComponent(state.map)}`));
      if (isHere(models, document, 'The painting')) return { ...document, kept: await keptOf(state.map) };
    } catch (failure) {
      toast(`The painting could not be opened: ${failure.message}`, 'error');
    }
  }
  const model = openedModel(models, state.model, models.find(({ textures }) => textures.length > 1));
  const base = model.globalChannels ? state.texture || paletteOf(model)[0] : '';
  return { model: model.name, seed: state.seed, base, textures: [], strokes: [] };
}

// What the library has of a map that an address names, if anything.
async function keptOf(map) {
  const { paintings } = await json('/api/paintings');
  return paintings.find(({ mapId }) => mapId === map);
}

// The painting of a file; null, and a word about it, where the studio cannot show it.
export async function fromFile(models, file) {
  const document = await readFile(file);
  if (!document || !isHere(models, document, file.name)) return null;
  try {
    await send('/api/maps', toJson(document));
    return document;
  } catch (failure) {
    toast(`${file.name} could not be opened: ${failure.message}`, 'error');
    return null;
  }
}

function isHere(models, { model }, what) {
  const here = models.some(({ name }) => name === model);
  if (!here) toast(`${what} needs the model ${model ?? '(none named)'}, which is not here.`, 'error');
  return here;
}
