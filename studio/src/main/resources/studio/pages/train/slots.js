// The maps of a picture's material: one slot for each kind, filled by what the studio recognised or by choosing a file.
import { h } from '../../lib/dom.js';

const SLOTS = [
  ['normal', 'Normal', ['normal-gl', 'normal-dx']],
  ['height', 'Height', []],
  ['roughness', 'Roughness', ['gloss']],
  ['metallic', 'Metallic', []],
  ['occlusion', 'Occlusion (AO)', []],
  ['opacity', 'Opacity', []],
];
const KNOWN = SLOTS.flatMap(([slot, , others]) => [slot, ...others]);

// maps: the words of the studio with the names of its files, or files that are chosen; changed() after each change
export function slots(maps, changed) {
  const list = h('ul.slots', { 'aria-label': 'Maps' });

  function row(title, words, usual) {
    const word = words.find((one) => maps[one]);
    const file = word && maps[word];
    const input = h('input.visually-hidden', { type: 'file', accept: 'image/*,.tif,.tiff', tabIndex: -1, 'aria-label': `File of ${title}` });
    input.addEventListener('change', () => {
      if (!input.files.length) return;
      words.forEach((one) => delete maps[one]);
      maps[usual] = input.files[0];
      told();
    });
    const name = file ? `${file.name ?? file}${word === usual ? '' : ` (${word})`}` : 'none';
    const choose = usual && h('button', { type: 'button', 'aria-label': `${file ? 'Change' : 'Choose'} ${title}`, onclick: () => input.click() }, file ? 'Change' : 'Choose');
    const remove = file && h('button', { type: 'button', 'aria-label': `Remove ${title}`, onclick: () => { delete maps[word]; told(); } }, 'Remove');
    return h('li', { 'data-slot': usual ?? word }, h('span.kind', {}, title), h('span.file', { className: file ? 'file' : 'file soft' }, name), input, choose || null, remove || null);
  }

  function told() {
    const slot = document.activeElement?.closest('[data-slot]')?.dataset.slot;
    show();
    list.querySelector(`[data-slot="${slot}"] button`)?.focus();
    changed();
  }

  function show() {
    const packed = Object.keys(maps).filter((word) => !KNOWN.includes(word));
    list.replaceChildren(
      ...SLOTS.map(([slot, title, others]) => row(title, [slot, ...others], slot)),
      ...packed.map((word) => row(`Packed: ${word}`, [word])),
    );
  }

  show();
  return { element: list, show };
}
