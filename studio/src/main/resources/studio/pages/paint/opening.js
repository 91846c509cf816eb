// Opens paintings: that of the address, or one that was saved as a file.
import { json, send } from '../../lib/api.js';
import { openedModel } from '../../lib/choice.js';
import { toast } from '../../lib/dom.js';
import { readFile } from './files.js';
import { painting } from './keeper.js';
import { fromJson, toJson } from './painting.js';
import { modelNames, texturesOf } from './paints.js';

// The painting of the address; where there is none, bare ground.
export async function fromAddress(models, state) {
  if (state.painting) {
    try {
      const kept = await painting(state.painting);
      const document = (await stateOf(models, state, kept)) ?? fromJson(kept.map);
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
  const base = model.globalChannels ? state.texture || texturesOf(model)[0] : '';
  return { model: model.name, seed: state.seed, base, textures: [], strokes: [] };
}

// The state of a painting that an entry of the browser's history shows, if that is not how it is kept.
async function stateOf(models, { map }, kept) {
  if (!history.state?.paint || !map || map === kept.mapId) return null;
  try {
    const document = fromJson(await json(`/api/maps/${encodeURIComponent(map)}`));
    return modelNames(document).every((name) => models.some((model) => model.name === name)) ? document : null;
  } catch {
    return null; // of many maps, those used long ago are deleted
  }
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
