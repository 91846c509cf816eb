// A row of buttons of which one is pressed; `set` chooses from outside without telling.
import { h } from './dom.js';

export function choice(label, entries, chosen, onchoose) {
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
  const box = h('fieldset.choice', {}, h('legend', {}, label), h('div.choice-row', {}, buttons));
  box.set = (key) => buttons.forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.key === String(key))));
  box.set(chosen);
  return box;
}
