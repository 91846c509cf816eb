// One of a few, as buttons that stand together: entries are [key, title, help].
// `set` chooses from outside without telling.
import { h } from './dom.js';

export function oneOf(label, entries, chosen, onchoose, { quiet = false } = {}) {
  const buttons = entries.map(([key, title, help]) =>
    h(
      'button',
      {
        type: 'button',
        title: help,
        onclick: () => {
          box.set(key);
          onchoose(key);
        },
      },
      title,
    ),
  );
  // A label that says no more than the buttons do is for those who hear the page.
  const legend = h(quiet ? 'legend.visually-hidden' : 'legend', {}, label);
  const box = h('fieldset', {}, legend, h('div.buttons', {}, buttons));
  box.set = (key) => buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(entries[i][0] === key)));
  box.set(chosen);
  return box;
}
