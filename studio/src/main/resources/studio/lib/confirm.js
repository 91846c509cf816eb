// Asks before something is lost. Resolves to whether it was confirmed.
import { h } from './dom.js';

export function confirmed(question, text, verb) {
  return new Promise((resolve) => {
    const dialog = h(
      'dialog.ask',
      { 'aria-label': question },
      h('h2', {}, question),
      h('p', {}, text),
      h(
        'form.row',
        { method: 'dialog' },
        h('button', { value: 'no', autofocus: true }, 'Keep it'),
        h('button.danger', { value: 'yes' }, verb),
      ),
    );
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'yes');
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
