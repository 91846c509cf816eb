// One of a few, as buttons that stand together: entries are [key, title].
import { h } from './dom.js';

export function segments(label, entries, chosen, onchoose) {
  const buttons = entries.map(([key, title]) =>
    h('button', { type: 'button', 'aria-pressed': String(key === chosen), onclick: () => choose(key) }, title),
  );
  const choose = (key) => {
    buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(entries[i][0] === key)));
    onchoose(key);
  };
  return h('div.segments', { role: 'group', 'aria-label': label }, buttons);
}
