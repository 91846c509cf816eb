// Keeps a material as a file for a program.
import { ask } from '../../lib/api.js';
import { field, h } from '../../lib/dom.js';
import { download } from '../../lib/save.js';
import { sentence } from '../../lib/words.js';
import { queryOf } from './loader.js';

const TARGETS = [['blender', 'Blender'], ['unity', 'Unity'], ['unreal', 'Unreal Engine'], ['godot', 'Godot'], ['gltf', 'glTF (.glb)'], ['materialx', 'MaterialX']];
const SIZES = [512, 1024, 2048, 4096];

// `choice()` gives {model, texture, seed, detail} as it stands; `onchange({target, pixels})`.
export function exporter({ target, pixels }, choice, onchange) {
  const option = (chosen) => ([value, title]) => h('option', { value, selected: String(value) === String(chosen) }, title);
  const program = h('select', { onchange: () => onchange({ target: program.value }) }, TARGETS.map(option(target)));
  const size = h('select', { onchange: () => onchange({ pixels: Number(size.value) }) }, SIZES.map((side) => option(pixels)([side, `${side} × ${side}`])));
  const save = h('button.primary', { type: 'button', onclick: start }, 'Save material');
  const cancel = h('button', { type: 'button', hidden: true, onclick: () => control.abort() }, 'Cancel');
  const told = h('p.material-told', { role: 'status' });
  let control = new AbortController();

  async function start() {
    control = new AbortController();
    save.disabled = true;
    cancel.hidden = false;
    const began = performance.now();
    const tell = () => say(`Packing, for ${Math.round((performance.now() - began) / 1000)} s …`);
    const timer = setInterval(tell, 1000);
    tell();
    try {
      const { model, ...rest } = choice();
      const query = queryOf({ ...rest, size: Number(size.value) });
      query.set('for', program.value);
      const answer = await ask(`/api/models/${encodeURIComponent(model.id)}/material.zip?${query}`, { signal: control.signal });
      const name = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? 'material.zip';
      download(await answer.blob(), name);
      say(`Saved as ${name}.`);
    } catch (failure) {
      if (control.signal.aborted) say('Cancelled.');
      else say(sentence(failure.message), true);
    } finally {
      clearInterval(timer);
      save.disabled = false;
      cancel.hidden = true;
    }
  }

  function say(text, failed = false) {
    told.textContent = text;
    told.classList.toggle('error', failed);
  }

  const box = h('section', { 'aria-labelledby': 'material-save' }, h('h2', { id: 'material-save' }, 'Save'), h('div.row', {}, field('For', program), field('Pixels', size)), h('div.row.material-actions', {}, save, cancel), told);
  box.end = () => control.abort();
  return box;
}
