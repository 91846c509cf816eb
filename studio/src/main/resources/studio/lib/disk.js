// What the studio keeps on the disk, in a table that opens.
import { json } from './api.js';
import { h } from './dom.js';
import { moment, size } from './times.js';
import { sentence } from './words.js';

const NAMES = { models: 'Models', jobs: 'Trainings and comparisons', exports: 'Exports', maps: 'Painted maps', paintings: 'Paintings', trash: 'Deleted, for 30 days' };

export function disk() {
  const table = h('div.scroll');
  const element = h('details.disk', { ontoggle: () => element.open && fill(table) }, h('summary', {}, 'On the disk'), table);
  return element;
}

async function fill(table) {
  try {
    const { kinds, freeBytes } = await json('/api/disk');
    const rows = kinds.map((kind) =>
      h('tr', {}, h('th', { scope: 'row' }, NAMES[kind.kind]), h('td', {}, `${kind.files}`), h('td', {}, size(kind.bytes)), h('td', {}, kind.limitBytes ? size(kind.limitBytes) : 'none'), h('td', {}, kind.oldest ? moment(kind.oldest) : '')),
    );
    const head = h('tr', {}, ...['Kind', 'Files', 'Size', 'Limit', 'Oldest'].map((word) => h('th', { scope: 'col' }, word)));
    table.replaceChildren(
      h('table', {}, h('thead', {}, head), h('tbody', {}, ...rows)),
      h('p.soft', {}, `${size(freeBytes)} are free. Above a limit, the oldest that have ended make room for new ones; models and paintings are deleted by you alone.`),
    );
  } catch (failure) {
    table.replaceChildren(h('p.error', { role: 'alert' }, sentence(failure.message)));
  }
}
