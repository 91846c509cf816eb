// How large a tile is: presets, or numbers that are brought to whole cells.
import { field, h } from '../../lib/dom.js';
import { oneOf } from '../../lib/one-of.js';

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
  const squares = oneOf('Square sizes', PRESETS.map((side) => [side, String(side)]), state.width, (side) => {
    Object.assign(state, { width: side, height: side });
    onchange();
  }, { quiet: true });
  const note = h('small');
  const box = h(
    'fieldset.tile-size',
    {},
    h('legend', {}, 'Size in pixels'),
    squares,
    h('div.row', {}, field('Width', width), field('Height', height)),
    note,
  );
  box.show = (cell) => {
    width.value = state.width;
    height.value = state.height;
    width.step = height.step = cell;
    squares.set(PRESETS.find((side) => [state.width, state.height].every((now) => now === fit(side, cell, true))));
    note.textContent = `Sides that repeat are whole cells of ${cell} px; others are brought to the nearest.`;
  };
  return box;
}
