// Deletes what can still be brought back: models and paintings from the trash of the studio for 30 days, others as long as
// they are only hidden here and not deleted yet.
import { json, send } from '../../lib/api.js';
import { confirmed } from '../../lib/confirm.js';
import { h, toast } from '../../lib/dom.js';
import { moment } from '../../lib/times.js';

const TIME = 8000; // milliseconds in which one can think better of it

export function deletions(changed) {
  const hidden = new Map(); // what is deleted when the time is over: how
  const list = h('ul.trash');
  const element = h('details.trash-box', { hidden: true }, h('summary', {}, 'Recently deleted'), list);

  async function remove(item) {
    try {
      if (item.trash) await throwAway(item);
      else hide(item);
    } catch (failure) {
      toast(failure.message, 'error');
    }
    await changed();
  }

  async function throwAway({ name, path }) {
    const { trash } = await json(path, { method: 'DELETE' });
    undoable(name, () => restore(trash));
  }

  function hide({ key, name, path }) {
    const now = () => {
      clearTimeout(timer);
      hidden.delete(key);
      return fetch(path, { method: 'DELETE', keepalive: true }).catch(() => {});
    };
    const timer = setTimeout(now, TIME);
    hidden.set(key, now);
    undoable(name, () => {
      clearTimeout(timer);
      hidden.delete(key);
      changed();
    });
  }

  async function restore(id) {
    try {
      const { name } = await send(`/api/trash/${id}/restore`, {});
      toast(`${name} is back.`);
    } catch (failure) {
      toast(failure.message, 'error');
    }
    await changed();
  }

  async function load() {
    const { trash } = await json('/api/trash');
    element.hidden = !trash.length;
    list.replaceChildren(
      ...trash.map(({ id, kind, name, deleted }) =>
        h('li', {}, h('span', {}, h('strong', {}, name), ` ${kind}, deleted ${moment(deleted)}`), h('button', { type: 'button', 'aria-label': `Bring ${name} back`, onclick: () => restore(id) }, 'Bring back')),
      ),
      h('li', {}, h('span.soft', {}, 'What was deleted is kept for 30 days.'), h('button.danger', { type: 'button', onclick: empty }, 'Remove all for good')),
    );
  }

  async function empty() {
    if (!(await confirmed('Remove it for good?', 'What was deleted cannot be brought back then.', 'Remove it'))) return;
    await json('/api/trash', { method: 'DELETE' });
    await load();
  }

  const flush = () => hidden.forEach((now) => now());
  addEventListener('pagehide', flush);
  const end = () => {
    flush();
    removeEventListener('pagehide', flush);
  };
  return { element, remove, load, hides: ({ key }) => hidden.has(key), flush: end };
}

function undoable(name, undo) {
  const box = h('p.toast.undo', {}, h('span', {}, `Deleted ${name}.`), h('button', {
    type: 'button',
    onclick: () => {
      box.remove();
      undo();
    },
  }, 'Undo'));
  document.getElementById('toasts').append(box);
  setTimeout(() => box.remove(), TIME);
}
