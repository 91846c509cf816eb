// A field for the seed, with a button that draws another.
import { h, field } from './dom.js';

export function seedField(seed, onchange) {
  const input = h('input', { type: 'number', step: 1, value: seed, min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
  const draw = h('button', { type: 'button', title: 'Draw another seed' }, 'Re-roll');
  input.addEventListener('change', () => {
    if (!Number.isSafeInteger(input.valueAsNumber)) input.value = seed;
    onchange(input.valueAsNumber);
  });
  draw.addEventListener('click', () => {
    input.value = Math.floor(Math.random() * 1e6);
    onchange(input.valueAsNumber);
  });
  return h('div.row.seed', {}, field('Seed', input), draw);
}
