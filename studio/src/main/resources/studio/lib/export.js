// The dialog that renders a region to a file, with progress; pages that show a plane share it.
import { ask, send } from './api.js';
import { copy } from './copy.js';
import { field, h } from './dom.js';
import { jobList } from './job-list.js';
import { oneOf } from './one-of.js';
import { write } from './state.js';
import { sentence } from './words.js';

const SIDES = [512, 1024, 2048, 4096, 8192, 16384];

const FORMATS = [
  ['png', 'PNG'],
  ['jpg', 'JPEG'],
  ['tif', 'TIFF'],
  ['btf', 'Tiled BigTIFF'],
  ['dzi-zip', 'Deep Zoom, zipped'],
];
const STATES = { queued: 'waits', running: 'is being made', done: 'is done', failed: 'failed', stopped: 'was stopped' };

// seen() gives the rectangle in view and the zoom; source() the {model, seed, texture | map} to render. Of pictures
// that repeat, tile: fit(side, axis) gives the nearest side that can, words() say so, maps() what else they can show.
export function exportDialog(seen, source, tile) {
  const number = (value) => h('input', { type: 'number', step: 1, value, required: true });
  const [x, y, width, height] = [number(0), number(0), number(1024), number(1024)];
  for (const side of [width, height]) Object.assign(side, { min: 1, max: 65536 });
  const level = h('select', {}, [0, 1, 2, 3, 4, 5, 6].map((n) => h('option', { value: n }, n ? `1 : ${2 ** n}` : 'Full size')));
  const format = h('select', {}, FORMATS.map(([value, title]) => h('option', { value }, title)));
  const shown = h('select', {}, h('option', { value: '' }, 'Colours'));
  const what = field('Picture', shown);
  const rule = h('p.soft');
  const list = h('ul.renders', { 'aria-label': 'Renders' });
  const note = h('p.error', { role: 'alert' });

  // The level that is nearest to what is seen.
  function fromView() {
    const view = seen();
    const halvings = Math.max(0, Math.min(6, Math.round(-Math.log2(view.zoom))));
    level.value = halvings;
    const times = 2 ** halvings;
    x.value = Math.round(view.x / times);
    y.value = Math.round(view.y / times);
    width.value = Math.max(1, Math.min(65536, Math.round(view.width / times)));
    height.value = Math.max(1, Math.min(65536, Math.round(view.height / times)));
  }

  // A square of so many pixels at full size around the middle of what is seen, or the tile itself at that size.
  function square(side) {
    if (tile) {
      width.value = tile.fit(side, 'width');
      height.value = tile.fit(side, 'height');
      return;
    }
    const view = seen();
    level.value = 0;
    x.value = Math.round(view.x + view.width / 2 - side / 2);
    y.value = Math.round(view.y + view.height / 2 - side / 2);
    width.value = height.value = side;
  }

  async function start(event) {
    event.preventDefault();
    note.textContent = '';
    const region = Object.fromEntries(Object.entries({ x, y, width, height, level }).map(([key, box]) => [key, Number(box.value)]));
    try {
      renders.put(await send('/api/renders', { ...(await source()), ...region, format: format.value, ...(shown.value ? { map: shown.value } : {}) }), true);
    } catch (failure) {
      note.textContent = sentence(failure.message);
    }
  }

  const renders = jobList({
    path: '/api/renders',
    word: 'renders',
    card: renderCard,
    list,
    hint: () => h('li.empty', {}, 'What was rendered is listed here, the last 20.'),
    failed: (text) => (note.textContent = sentence(text)),
    events: (cards) => ({ progress: ({ id, share }) => cards.get(id)?.progress(share) }),
  });
  let leave = () => {};
  const presets = oneOf('Square in pixels', SIDES.map((side) => [side, String(side)]), undefined, square);
  presets.classList.add('export-sides');
  const dialog = h(
    'dialog.export',
    { 'aria-labelledby': 'export-title', onclose: () => leave() },
    h('form', { onsubmit: start },
      h('h2', { id: 'export-title' }, 'Export'),
      presets,
      h('button', { type: 'button', onclick: () => (presets.set(), fromView()) }, tile ? 'Use the size of the preview' : 'Use the current view'),
      tile ? what : null,
      field('Format', format),
      h('details', {}, h('summary', {}, tile ? 'Width and height' : 'Place, size and scale'),
        tile ? null : h('div.row', {}, field('Left', x), field('Top', y)),
        h('div.row', {}, field('Width', width), field('Height', height)),
        tile ? null : field('Scale', level),
      ),
      rule,
      note,
      h('div.row', {}, h('button.primary', { type: 'submit' }, 'Render'), h('button', { type: 'button', onclick: () => dialog.close() }, 'Close')),
    ),
    list,
  );
  dialog.begin = async () => {
    note.textContent = '';
    rule.textContent = `In pixels of the picture; at most 65536 a side.${tile ? ` ${tile.words()}` : ''}`;
    const maps = tile?.maps() ?? [];
    shown.replaceChildren(...[['', 'Colours'], ...maps.map((kind) => [kind, kind])].map(([value, title]) => h('option', { value }, title)));
    what.hidden = !maps.length;
    presets.set();
    fromView();
    dialog.showModal();
    leave = await renders.start();
    if (!dialog.open) leave();
  };
  return dialog;
}

// A button that copies the address of what is shown.
export function linkButton() {
  const link = () => {
    write.flush();
    return copy(location.href, 'The link is copied.');
  };
  return h('button', { type: 'button', onclick: link }, 'Copy link');
}

// Buttons for the panel of a page: the dialog, and a link to what is shown.
export function exportRow(dialog, label = 'Export picture') {
  const open = { type: 'button', title: 'At any size, as PNG, JPEG or TIFF', onclick: () => dialog.begin() };
  return h('div.row', {}, h('button', open, label), linkButton());
}

// One row of the list.
function renderCard(id) {
  const name = h('strong');
  const text = h('small');
  const bar = h('progress', { max: 1 });
  const actions = h('div.row');
  const element = h('li', {}, h('div.render-text', {}, name, text), bar, actions);

  const act = (path, method) => async () => {
    try {
      await ask(`/api/renders/${id}${path}`, { method });
    } catch (failure) {
      text.textContent = sentence(failure.message);
    }
  };
  const button = (label, path, method) => h('button', { type: 'button', onclick: act(path, method) }, label);

  function progress(share) {
    bar.value = share;
    text.textContent = `${STATES.running}, ${Math.floor(share * 100)} %`;
  }

  function show(job) {
    const underway = ['queued', 'running'].includes(job.state);
    name.textContent = job.name;
    bar.setAttribute('aria-label', `Progress of ${job.name}`);
    bar.hidden = !underway;
    progress(job.share);
    if (job.state !== 'running') text.textContent = sentence(job.failure) || `${STATES[job.state]}${job.file ? `, ${(job.bytes / 1e6).toFixed(1)} MB` : ''}`;
    actions.replaceChildren(
      ...(job.file ? [h('a.button', { href: job.file, download: job.name }, 'Download')] : []),
      ...(job.certificate ? [h('a.button', { href: job.certificate, download: job.name.replace(/\.[^.]+$/, '.wrap.json') }, 'Certificate')] : []),
      underway ? button('Stop', '/stop', 'POST') : button('Delete', '', 'DELETE'),
    );
  }
  return { element, show, progress };
}
