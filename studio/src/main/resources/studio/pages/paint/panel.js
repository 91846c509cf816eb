// The controls beside the plane. `panel.update()` shows the state anew.
import { field, h, slider } from '../../lib/dom.js';
import { oneOf } from '../../lib/one-of.js';
import { seedField } from '../../lib/seed.js';
import { keyOf, texturesOf, titleOf } from './paints.js';

const TOOLS = [['move', 'Move'], ['paint', 'Paint'], ['reroll', 'Re-roll']];

export function brushPanel(models, brush, actions) {
  let shown; // the keys of the palette
  const tool = oneOf('Tool', TOOLS, brush.tool, actions.tool, { quiet: true });
  tool.classList.add('brush-tools');
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
    tool,
    palette,
    button('Add a texture from the library …', 'A texture of any model, or a mixture', actions.add, 'button.brush-add'),
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

  // The buttons stay as long as the palette does, and with them the keyboard's place.
  function lay(keys) {
    shown = keys;
    palette.replaceChildren(...brush.palette.map((paint) => thumb(brush, paint, actions)));
  }

  panel.kept = ({ name }) => {
    const words = `Kept in the library as ${name}.`;
    if (library.textContent !== words) library.textContent = words;
  };

  panel.update = () => {
    const keys = [brush.model.name, ...brush.palette.map(keyOf)].join('\n');
    if (shown !== keys) lay(keys);
    tool.set(brush.tool);
    for (const button of palette.children) {
      button.setAttribute('aria-pressed', String(brush.tool === 'paint' && button.dataset.key === keyOf(brush.texture)));
    }
    radius.set(Math.log2(brush.radius));
    undo.disabled = !brush.painting.canUndo;
    redo.disabled = !brush.painting.canRedo;
    clear.disabled = !brush.painting.document.strokes.length;
    ground.update();
  };
  return panel;
}

function thumb(brush, paint, actions) {
  const title = titleOf(paint);
  return h(
    'button.thumb',
    { type: 'button', title, 'data-key': keyOf(paint), onclick: () => actions.texture(paint) },
    h('img', { src: brush.address(paint), alt: '', width: 96, height: 96 }),
    h('span', {}, title),
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
    const known = texturesOf(brush.model);
    const all = !document.base || known.includes(document.base) ? known : [document.base, ...known];
    base.replaceChildren(...all.map((texture) => h('option', { value: texture }, texture)));
    base.value = document.base;
    baseField.hidden = !all.length;
    seed.set(document.seed);
  };
  return box;
}
