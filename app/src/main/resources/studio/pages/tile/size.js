// How large a tile is: presets, or numbers that are brought to whole cells.
import { field, h } from '../../lib/dom.js';

export const LEAST = 64;
export const MOST = 4096;
const PRESETS = [256, 512, 1024, 2048];

// The nearest side that suits the cells, if the picture repeats along it; else only within the limits.
export function fit(side, cell, repeats) {
  const step = repeats ? cell : 1;
  const least = Math.ceil(LEAST / step);
  const most = Math.floor(MOST / step);
  return step * Math.min(most, Math.max(least, Math.round((Number(side) || 0) / step)));
}

// Brings both sides of a state to what its cells and axes allow.
export function fitBoth(state, cell) {
  state.width = fit(state.width, cell, state.wrap.includes('x'));
  state.height = fit(state.height, cell, state.wrap.includes('y'));
}

// Controls of {width, height} of a state; `show(cell)` shows what stands there now.
export function sizeFields(state, onchange) {
  const input = (side) =>
    h('input', {
      type: 'number',
      min: LEAST,
      max: MOST,
      onchange: (event) => {
        state[side] = event.target.value;
        onchange();
      },
    });
  const [width, height] = [input('width'), input('height')];
  const presets = PRESETS.map((side) =>
    h('button', {
      type: 'button',
      onclick: () => {
        Object.assign(state, { width: side, height: side });
        onchange();
      },
    }, String(side)),
  );
  const note = h('small');
  const box = h(
    'fieldset.tile-size',
    {},
    h('legend', {}, 'Size in pixels'),
    h('div.segments', { role: 'group', 'aria-label': 'Square sizes' }, presets),
    h('div.row', {}, field('Width', width), field('Height', height)),
    note,
  );
  box.show = (cell) => {
    width.value = state.width;
    height.value = state.height;
    width.step = height.step = cell;
    presets.forEach((button, i) => {
      const side = fit(PRESETS[i], cell, true);
      button.setAttribute('aria-pressed', String(state.width === side && state.height === side));
    });
    note.textContent = `Sides that repeat are whole cells of ${cell} px; others are brought to the nearest.`;
  };
  return box;
}
