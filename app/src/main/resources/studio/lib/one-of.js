// A row of buttons of which one is pressed; `set` chooses from outside without telling.
import { h } from './dom.js';

export function oneOf(label, entries, chosen, onchoose) {
  const buttons = entries.map(([key, title, help]) =>
    h(
      'button',
      {
        type: 'button',
        title: help,
        'data-key': key,
        onclick: () => {
          box.set(key);
          onchoose(key);
        },
      },
      title,
    ),
  );
  const box = h('fieldset.one-of', {}, h('legend', {}, label), h('div.one-of-row', {}, buttons));
  box.set = (key) => buttons.forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.key === String(key))));
  box.set(chosen);
  return box;
}
