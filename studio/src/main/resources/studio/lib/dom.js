import { sentence } from './words.js';

// Makes elements: h('button.primary', {onclick}, 'Go'). Text is text, never markup.
export function h(kind, attributes = {}, ...children) {
  const [tag, ...classes] = kind.split('.');
  const element = document.createElement(tag || 'div');
  if (classes.length) element.className = classes.join(' ');
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== 'list' && name !== 'form') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

// A labelled control: a label above, the control, and perhaps a word of help below.
export function field(label, control, help) {
  const id = control.id || `field-${Math.random().toString(36).slice(2, 9)}`;
  control.id = id;
  const parts = [h('label', { htmlFor: id }, label), control];
  if (help) {
    const note = h('small', { id: `${id}-help` }, help);
    control.setAttribute('aria-describedby', note.id);
    parts.push(note);
  }
  return h('div.field', {}, parts);
}

// A slider that shows its value.
export function slider(label, { min, max, step = 0.01, value, format = (v) => v, oninput }) {
  const out = h('output', {}, format(value));
  const input = h('input', { type: 'range', min, max, step, value });
  input.addEventListener('input', () => {
    out.textContent = format(Number(input.value));
    oninput(Number(input.value));
  });
  const box = field(label, input);
  box.querySelector('label').append(' ', out);
  box.set = (to) => {
    input.value = to;
    out.textContent = format(Number(input.value));
  };
  return box;
}

// One short sentence at the lower edge, also for screen readers; 'error' stays longer.
export function toast(text, kind = 'note') {
  const box = h(`p.toast.${kind}`, {}, sentence(text));
  document.getElementById('toasts').append(box);
  setTimeout(() => box.remove(), kind === 'error' ? 9000 : 4000);
}

// What stands where there is nothing yet.
export function empty(title, text, ...actions) {
  return h('div.empty', {}, h('h2', {}, title), h('p', {}, text), ...actions);
}
