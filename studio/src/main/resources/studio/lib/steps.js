// What was chosen before, kept in the browser's history: Back, Z and a button restore it in place.
import { h } from './dom.js';
import { address, write } from './state.js';

// names: of the values of the state that make a step; restore(): shows the state after they changed.
// `note()` is called after a choice, first when the page opens; `merge()` where the page itself chose.
export function steps({ state, defaults, names, restore }) {
  const path = location.pathname;
  let id = '';
  let at = 0;
  let last = 0;
  let kept;

  const snapshot = () => Object.fromEntries(names.map((name) => [name, state[name]]));
  const entry = () => ({ steps: { id, at, last, kept } });
  const undo = () => at > 0 && history.back();
  const redo = () => at < last && history.forward();
  const button = (text, title, onclick) => h('button.small', { type: 'button', title, onclick }, text, ' ');
  const back = button('Undo', 'Undo the last choice (Z)', undo);
  const forth = button('Redo', 'Redo what was undone (Shift+Z)', redo);
  back.append(h('kbd', {}, 'Z'));
  const element = h('div.row.steps', { role: 'group', 'aria-label': 'Choices' }, back, forth);

  function show() {
    back.disabled = at === 0;
    forth.disabled = at >= last;
  }

  function begin() {
    const before = history.state?.steps;
    if (before) ({ id, at, last } = before);
    else id = Math.random().toString(36).slice(2);
    kept = snapshot();
    history.replaceState(entry(), '');
    show();
  }

  function merge() {
    if (!kept) return;
    kept = snapshot();
    history.replaceState(entry(), '');
  }

  function note() {
    if (!kept) return begin();
    const now = snapshot();
    if (names.every((name) => now[name] === kept[name])) return undefined;
    write.cancel();
    last = at + 1;
    // The entry that is left keeps what it was, though other values may have been written there since.
    history.replaceState(entry(), '', address({ ...state, ...kept }, defaults));
    at = last;
    kept = now;
    history.pushState(entry(), '', address(state, defaults));
    return show();
  }

  // Else the frame opens the page anew.
  function stepped(event) {
    const to = event.detail?.steps;
    if (to?.id !== id || location.pathname !== path) return;
    event.preventDefault();
    ({ at, kept } = to);
    last = Math.max(last, to.last);
    Object.assign(state, kept);
    show();
    restore();
  }

  function press(event) {
    const key = event.key.toLowerCase();
    const other = key === 'y' && (event.ctrlKey || event.metaKey);
    if ((key !== 'z' && !other) || event.altKey || event.target.closest('input, select, textarea')) return;
    event.preventDefault();
    if (other || event.shiftKey) redo();
    else undo();
  }

  addEventListener('step', stepped);
  addEventListener('keydown', press);
  show();
  const stop = () => {
    removeEventListener('step', stepped);
    removeEventListener('keydown', press);
  };
  return { element, note, merge, stop };
}
