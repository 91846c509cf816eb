// A field for the seed, with a button that draws another. Seeds are texts of whole numbers.
import { h, field } from './dom.js';

const SEEDS = 1_000_000; // to draw from: short enough to be told to somebody
const WHOLE = /^-?\d{1,15}$/; // as many digits as JSON carries without loss

// `set(seed)` shows another without telling; `onKey()` draws one when R is pressed, and returns how to stop.
export function seedField(seed, onchange) {
  const change = (to) => {
    box.set(to);
    onchange(seed);
  };
  const draw = () => change(String(Math.floor(Math.random() * SEEDS)));
  const input = h('input', {
    type: 'text',
    inputMode: 'numeric',
    autocomplete: 'off',
    onchange: () => (WHOLE.test(input.value.trim()) ? change(input.value.trim()) : box.set(seed)),
  });
  const again = h('button', { type: 'button', title: 'Draw another seed', onclick: draw }, 'Another');
  const box = h('div.row.seed', {}, field('Seed', input), again);
  box.set = (to) => {
    seed = to;
    input.value = to;
  };
  box.onKey = () => {
    again.append(' ', h('kbd', {}, 'R'));
    return onKeyR(draw);
  };
  box.set(seed);
  return box;
}

// Anywhere but in a field, where it is a letter.
function onKeyR(draw) {
  const press = (event) => {
    if (event.key.toLowerCase() !== 'r' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, select, textarea')) return;
    event.preventDefault();
    draw();
  };
  addEventListener('keydown', press);
  return () => removeEventListener('keydown', press);
}
