// How large a tile is: presets, or numbers that are brought to whole cells, which is said.
import { field, h } from '../../lib/dom.js';
import { oneOf } from '../../lib/one-of.js';

export const LEAST = 64;
export const MOST = 4096;
const PRESETS = [256, 512, 1024, 2048];
const SIDES = [['width', 'Width'], ['height', 'Height']];

// The nearest side that suits the cells, if the picture repeats along it; else only within the limits.
export function fit(side, cell, repeats) {
  const step = repeats ? cell : 1;
  const least = Math.ceil(LEAST / step);
  const most = Math.floor(MOST / step);
  return step * Math.min(most, Math.max(least, Math.round((Number(side) || 0) / step)));
}

// The nearest side in whole cells, if the picture repeats along it.
export const nearest = (side, cell, repeats) => (repeats ? cell * Math.max(1, Math.round(side / cell)) : side);

// Why a side is not as it was asked for; '' where it is.
export function why(asked, side, cell, repeats) {
  const text = String(asked).trim();
  if (!text || !Number.isFinite(Number(text))) return `There was no number; it stays ${side}.`;
  if (Number(text) === side) return '';
  const became = `${text} became ${side}: `;
  if (Number(text) > MOST) return `${became}the largest preview has ${MOST} px a side. “Export picture” makes larger tiles.`;
  if (Number(text) < LEAST) return `${became}the smallest tile has ${LEAST} px a side${side > LEAST ? `, in whole cells of ${cell} px` : ''}.`;
  return `${became}${repeats ? `a side that repeats is made of whole cells of ${cell} px` : 'a side is a whole number of pixels'}.`;
}

// Controls of {width, height} of a state; `fit(cell)` brings both to what cells and axes allow, and shows them.
export function sizeFields(state, onchange) {
  const last = { width: 512, height: 512 };
  const told = {};
  const inputs = {};
  const notes = {};
  const squares = oneOf('Square sizes', PRESETS.map((side) => [side, String(side)]), state.width, (side) => {
    Object.assign(state, { width: side, height: side });
    onchange();
  }, { quiet: true });
  const fields = SIDES.map(([side, label]) => {
    inputs[side] = h('input', {
      type: 'number',
      min: LEAST,
      max: MOST,
      onchange: ({ target }) => {
        state[side] = target.value;
        onchange();
      },
    });
    const box = field(label, inputs[side], ' ');
    notes[side] = box.querySelector('small');
    notes[side].setAttribute('role', 'status');
    return box;
  });
  const note = h('small');
  const box = h('fieldset.tile-size', {}, h('legend', {}, 'Size in pixels'), squares, h('div.row', {}, fields), note);

  function bring(side, cell) {
    const asked = state[side];
    const repeats = state.wrap.includes(side === 'width' ? 'x' : 'y');
    const number = String(asked).trim() !== '' && Number.isFinite(Number(asked));
    state[side] = fit(number ? asked : last[side], cell, repeats);
    const words = why(asked, state[side], cell, repeats);
    if (words || state[side] !== last[side]) told[side] = words;
    last[side] = state[side];
    inputs[side].value = state[side];
    inputs[side].step = repeats ? cell : 1;
    notes[side].textContent = told[side] ?? '';
  }

  box.fit = (cell) => {
    SIDES.forEach(([side]) => bring(side, cell));
    squares.set(PRESETS.find((side) => [state.width, state.height].every((now) => now === fit(side, cell, true))));
    note.textContent = `Sides that repeat are whole cells of ${cell} px; others are brought to the nearest.`;
  };
  return box;
}
