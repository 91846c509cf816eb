// The controls beside the plane. `panel.update()` shows the state anew.
import { field, h, slider } from '../../lib/dom.js';
import { thumbnail } from '../../lib/picker.js';
import { oneOf } from '../../lib/one-of.js';
import { seedField } from '../../lib/seed.js';

const DRAWN = [1, 2, 3, 4, 5, 6].map((seed) => `random:${seed}`);

// What one can paint with: the names of a model, or some draws where it has none.
export function paletteOf(model) {
  if (!model.globalChannels) return [];
  return model.textures.length ? model.textures : DRAWN;
}

export function brushPanel(models, brush, actions) {
  let shown; // the model
  let tool;
  const tools = h('div.brush-tools');
  const palette = h('div.thumbs.brush-palette', { role: 'group', 'aria-label': 'Texture to paint with' });
  const radius = slider('Radius', {
    min: 2, max: 12, step: 0.1, value: Math.log2(brush.radius),
    format: (power) => `${Math.round(2 ** power)} px`,
    oninput: (power) => actions.radius(2 ** power),
  });
  const softness = slider('Softness', {
    min: 0, max: 1, value: brush.softness,
    format: (value) => `${Math.round(value * 100)} %`,
    oninput: (value) => (brush.softness = value),
  });
  const button = (text, title, onclick, kind = 'button') => h(kind, { type: 'button', title, onclick }, text);
  const undo = button('Undo', 'Undo (Ctrl+Z)', actions.undo);
  const redo = button('Redo', 'Redo (Ctrl+Shift+Z)', actions.redo);
  const clear = button('Clear', 'Remove all strokes', actions.clear);
  const file = h('input.visually-hidden', {
    type: 'file', accept: '.json,application/json', 'aria-label': 'Open a painting', tabIndex: -1,
    onchange: () => {
      if (file.files[0]) actions.open(file.files[0]);
      file.value = '';
    },
  });
  const library = h('p.soft.brush-library', { role: 'status' }, 'What you paint is kept in the library on Home by itself.');
  const ground = groundFields(models, brush, actions);
  const panel = h(
    'aside.panel.brush-panel',
    { 'aria-label': 'Brush' },
    tools,
    palette,
    h('div.row.brush-sliders', {}, radius, softness),
    h('div.row.brush-actions', {}, undo, redo, clear),
    ground,
    library,
    h('div.row.brush-files', {},
      button('New painting', 'This one stays in the library', actions.fresh),
      button('Save as file', 'As a file that can be opened here again', actions.save),
      button('Open a file', 'A file that was saved here', () => file.click()),
      file,
    ),
    actions.exporting,
    h('p.soft', {}, 'Paint lays the chosen texture. Re-roll keeps the texture and redraws its details. Move drags the plane, as two fingers do with any tool.'),
    h('p.soft', {}, 'Keys: 1 2 3 choose a tool, hold Space to move, [ and ] change the radius. Arrow keys move the crosshair, Enter stamps.'),
  );

  // What the model has decides what there is to choose from; the buttons stay as long as it does, and with
  // them the keyboard's place.
  function lay() {
    shown = brush.model;
    const choices = paletteOf(shown);
    tool = oneOf('Tool', toolsOf(choices), brush.tool, actions.tool, { quiet: true });
    tools.replaceChildren(tool);
    palette.hidden = !choices.length;
    palette.replaceChildren(...choices.map((texture) => thumb(brush, texture, actions)));
  }

  panel.kept = ({ name }) => {
    const words = `Kept in the library as ${name}.`;
    if (library.textContent !== words) library.textContent = words;
  };

  panel.update = () => {
    if (shown !== brush.model) lay();
    tool.set(brush.tool);
    for (const button of palette.children) {
      button.setAttribute('aria-pressed', String(brush.tool === 'paint' && button.title === brush.texture));
    }
    radius.set(Math.log2(brush.radius));
    undo.disabled = !brush.painting.canUndo;
    redo.disabled = !brush.painting.canRedo;
    clear.disabled = !brush.painting.document.strokes.length;
    ground.update();
  };
  return panel;
}

const toolsOf = (choices) => [['move', 'Move'], ...(choices.length ? [['paint', 'Paint']] : []), ['reroll', 'Re-roll']];

function thumb(brush, texture, actions) {
  return h(
    'button.thumb',
    { type: 'button', title: texture, onclick: () => actions.texture(texture) },
    h('img', { src: thumbnail(brush.model, texture), alt: '', width: 96, height: 96 }),
    h('span', {}, texture),
  );
}

// What lies below all strokes.
function groundFields(models, brush, actions) {
  const model = h('select', { onchange: () => actions.model(models.find(({ name }) => name === model.value)) },
    models.map(({ name }) => h('option', { value: name }, name)));
  const base = h('select', { onchange: () => actions.base(base.value) });
  const seed = seedField(brush.painting.document.seed, actions.seed);
  const baseField = field('Texture below the strokes', base);
  const box = h(
    'details.brush-ground',
    { ontoggle: () => box.open && box.scrollIntoView({ block: 'nearest' }) },
    h('summary', {}, 'Ground'),
    field('Model', model, 'Another model begins a new painting; undo brings this one back.'),
    baseField,
    seed,
  );
  box.update = () => {
    const { document } = brush.painting;
    model.value = brush.model.name;
    const known = paletteOf(brush.model);
    const all = !document.base || known.includes(document.base) ? known : [document.base, ...known];
    base.replaceChildren(...all.map((texture) => h('option', { value: texture }, texture)));
    base.value = document.base;
    baseField.hidden = !all.length;
    seed.set(document.seed);
  };
  return box;
}
