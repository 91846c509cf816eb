// Asks for another name, and has it given.
import { send } from '../../lib/api.js';
import { field, h } from '../../lib/dom.js';
import { sentence } from '../../lib/words.js';

export function renamed(what, name, path, done) {
  const input = h('input', { type: 'text', value: name, required: true, maxLength: 100, autocomplete: 'off' });
  const note = h('p.error', { role: 'alert', hidden: true });
  const dialog = h(
    'dialog.ask',
    { 'aria-label': `Rename the ${what}` },
    h('h2', {}, `Rename the ${what}`),
    h(
      'form',
      {
        onsubmit: async (event) => {
          event.preventDefault();
          try {
            await send(path, { name: input.value.trim() }, 'PATCH');
            dialog.close();
            await done();
          } catch (failure) {
            note.textContent = sentence(failure.message);
            note.hidden = false;
          }
        },
      },
      field('Name', input),
      note,
      h('div.row', {}, h('button.primary', {}, 'Rename'), h('button', { type: 'button', onclick: () => dialog.close() }, 'Cancel')),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  input.select();
}
