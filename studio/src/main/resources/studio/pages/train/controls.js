// The controls of how a picture is prepared: each changes a state and tells so; `show()` shows the state.
import { field, h, slider } from '../../lib/dom.js';
import { oneOf } from '../../lib/one-of.js';
import { WAYS, within } from './area.js';
import { slots } from './slots.js';

const TILES = [['', 'Auto'], ['yes', 'Yes'], ['no', 'No']];
const ALPHAS = [['', 'Auto'], ['mask', 'Not learned'], ['opacity', 'A map of opacity']];
const TOOLS = [['crop', 'Crop'], ['mask', 'Mask']];
const LARGEST_RADIUS = 4096;
const [LEAST_SCALE, MOST_SCALE] = [1 / 16, 16];

const number = (attributes) => h('input', { type: 'number', step: 1, ...attributes });
const between = (value, least, most, usual) => Math.min(most, Math.max(least, value || usual));

// `about(picture)` says what was recognised in it.
export function controls({ picture, size, state, maps, mask, brush, changed }) {
  const set = (name) => (to) => {
    state[name] = to;
    changed();
  };
  const parts = {
    crop: cropFields(size, state, set('crop')),
    mask: maskFields(size, mask, brush, changed),
    straighten: straightenFields(state, set),
    light: lightFields(picture, size, state, set('flatten')),
  };
  const found = h('small');
  const files = slots(maps, changed);
  const element = h(
    'div.prepare-fields',
    {},
    h('div', {}, oneOf('On the picture', TOOLS, state.tool, set('tool')), parts.crop.element, parts.mask.element),
    h(
      'div',
      {},
      parts.straighten.element,
      parts.light.element,
      scaleField(state, set('scale')),
      oneOf('Opposite edges join', TILES, state.tileable, set('tileable')),
      found,
      picture.transparent ? oneOf('Transparent pixels', ALPHAS, state.alpha, set('alpha')) : null,
    ),
    h(
      'div',
      {},
      h('h3', {}, 'Maps of the material'),
      files.element,
      h('small', {}, 'They are cut as the picture is. With maps it is neither straightened nor scaled.'),
    ),
  );
  const show = () => {
    Object.values(parts).forEach((part) => part.show());
    parts.crop.element.hidden = state.tool !== 'crop';
    parts.mask.element.hidden = state.tool !== 'mask';
  };
  const about = ({ tile, prepare }) => {
    const seen = tile ? 'They do, so that it is learned across them.' : 'They do not, as far as is to be seen.';
    found.textContent = prepare.tileable === 'no' ? 'It is not learned across its edges.' : seen;
  };
  return { element, show, about, showMaps: files.show };
}

function cropFields(size, state, set) {
  const names = ['Left', 'Top', 'Width', 'Height'];
  const inputs = names.map((_, i) =>
    number({
      min: i < 2 ? 0 : 1,
      max: i % 2 ? size.height : size.width,
      'aria-label': name,
      onchange: () => set(within(inputs.map(({ value }) => Number(value)), size)),
    }),
  );
  const all = h('button', { type: 'button', onclick: () => set([]) }, 'All of it');
  const show = () => {
    const values = state.crop.length ? state.crop : [0, 0, size.width, size.height];
    inputs.forEach((input, i) => (input.value = values[i]));
    all.disabled = !state.crop.length;
  };
  return { element: h('div.numbers', {}, inputs.map((input, i) => field(names[i], input)), all), show };
}

function maskFields(size, mask, brush, changed) {
  const most = Math.ceil(Math.max(size.width, size.height) / 3);
  const oninput = (to) => (brush.width = to);
  const wide = slider('Brush', { min: 2, max: most, step: 1, value: brush.width, format: (v) => `${v} px`, oninput });
  const ways = [['', 'Paint'], ['yes', 'Erase']];
  const erase = oneOf('What the brush does', ways, '', (to) => (brush.erase = Boolean(to)), { quiet: true });
  const button = (text, act) => {
    const onclick = () => {
      act();
      changed();
    };
    return h('button', { type: 'button', onclick }, text);
  };
  const undo = button('Undo', mask.undo);
  const clear = button('Clear', mask.clear);
  const show = () => {
    undo.disabled = !mask.dirty;
    clear.disabled = mask.empty;
  };
  return { element: h('div.masking', {}, wide, erase, h('div.row', {}, undo, clear)), show };
}

function straightenFields(state, set) {
  const way = h('select', { onchange: () => set('way')(way.value) }, WAYS.map(([value, text]) => h('option', { value }, text)));
  const turn = slider('Angle', { min: -45, max: 45, step: 0.1, value: state.turn, format: (v) => `${v.toFixed(1)}°`, oninput: set('turn') });
  const help = h('small', {}, 'Drag the four corners to what is a rectangle in truth.');
  const show = () => {
    way.value = state.way;
    turn.hidden = state.way !== 'turn';
    help.hidden = state.way !== 'corners';
  };
  return { element: h('div.straighten', {}, field('Straighten', way), turn, help), show };
}

function lightFields(picture, size, state, set) {
  const usual = picture.flatten ?? Math.max(16, Math.round(Math.min(size.width, size.height) / 8));
  const chosen = () => between(Math.round(Number(radius.value)), 1, LARGEST_RADIUS, usual);
  const id = `light-${Math.random().toString(36).slice(2, 8)}`;
  const on = h('input', { type: 'checkbox', id, onchange: () => set(on.checked ? chosen() : 0) });
  const radius = number({ min: 1, max: LARGEST_RADIUS, value: state.flatten || usual, onchange: () => set(chosen()) });
  const box = field('Over a radius of (px)', radius);
  const show = () => {
    on.checked = state.flatten > 0;
    box.hidden = !state.flatten;
    if (state.flatten) radius.value = state.flatten;
  };
  return { element: h('div.light', {}, h('div.check', {}, on, h('label', { htmlFor: id }, 'Make the light even')), box), show };
}

function scaleField(state, set) {
  const onchange = () => {
    scale.value = between(Number(scale.value), LEAST_SCALE, MOST_SCALE, 1);
    set(Number(scale.value));
  };
  const scale = number({ min: LEAST_SCALE, max: MOST_SCALE, step: 'any', value: state.scale, onchange });
  return field('Scale', scale, '0.5 halves the sides, 2 doubles them');
}
