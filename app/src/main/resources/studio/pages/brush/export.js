// The dialog that renders a region to a file, with progress.
import { ask, json, send } from '../../lib/api.js';
import { field, h, toast } from '../../lib/dom.js';

const FORMATS = [
  ['png', 'PNG'],
  ['jpg', 'JPEG'],
  ['tif', 'TIFF'],
  ['btf', 'Tiled BigTIFF'],
  ['dzi-zip', 'Deep Zoom, zipped'],
];
const STATES = { queued: 'waits', running: 'is being made', done: 'is done', failed: 'failed', stopped: 'was stopped' };

// seen() gives the rectangle in view and the zoom; source() the {model, seed, texture | map} to render.
export function exportDialog(seen, source) {
  const number = (value) => h('input', { type: 'number', step: 1, value, required: true });
  const [x, y, width, height] = [number(0), number(0), number(1024), number(1024)];
  for (const side of [width, height]) Object.assign(side, { min: 1, max: 65536 });
  const level = h('select', {}, [0, 1, 2, 3, 4, 5, 6].map((n) => h('option', { value: n }, n ? `1 : ${2 ** n}` : 'Full size')));
  const format = h('select', {}, FORMATS.map(([value, title]) => h('option', { value }, title)));
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

  async function start(event) {
    event.preventDefault();
    note.textContent = '';
    const region = Object.fromEntries(Object.entries({ x, y, width, height, level }).map(([key, box]) => [key, Number(box.value)]));
    try {
      await send('/api/renders', { ...(await source()), ...region, format: format.value });
      await refresh();
    } catch (failure) {
      note.textContent = failure.message;
    }
  }

  const jobs = jobList(list, () => refresh());
  const refresh = async () => {
    try {
      jobs.show((await json('/api/renders')).renders);
    } catch (failure) {
      note.textContent = failure.message;
    }
  };
  const dialog = h(
    'dialog.export',
    { 'aria-labelledby': 'export-title', onclose: () => jobs.stop() },
    h('form', { onsubmit: start },
      h('h2', { id: 'export-title' }, 'Export'),
      h('button', { type: 'button', onclick: fromView }, 'Take what is seen'),
      h('div.row', {}, field('Left', x), field('Top', y)),
      h('div.row', {}, field('Width', width), field('Height', height)),
      h('div.row', {}, field('Scale', level), field('Format', format)),
      h('p.soft', {}, 'In pixels of the picture; at most 65536 a side.'),
      note,
      h('div.row', {}, h('button.primary', { type: 'submit' }, 'Render'), h('button', { type: 'button', onclick: () => dialog.close() }, 'Close')),
    ),
    list,
  );
  dialog.begin = () => {
    note.textContent = '';
    fromView();
    dialog.showModal();
    refresh();
  };
  return dialog;
}

// Rows of renders; the first that is underway is listened to.
function jobList(list, refresh) {
  let events;
  const stop = () => {
    events?.close();
    events = undefined;
  };
  function show(jobs) {
    stop();
    const rows = new Map(jobs.map((job) => [job.id, row(job, refresh)]));
    list.replaceChildren(...rows.values());
    const underway = jobs.findLast((job) => ['queued', 'running'].includes(job.state));
    if (!underway) return;
    events = new EventSource(`/api/renders/${underway.id}/events`);
    events.onmessage = ({ data }) => {
      const job = JSON.parse(data);
      if (['queued', 'running'].includes(job.state)) return rows.get(job.id).update(job);
      return refresh();
    };
  }
  return { show, stop };
}

function row(job, refresh) {
  const bar = h('progress', { max: 1, value: job.share, 'aria-label': `${job.name}, share done` });
  const text = h('small');
  const act = (path, method) => async () => {
    try {
      await ask(`/api/renders/${job.id}${path}`, { method });
    } catch (failure) {
      toast(failure.message, 'error');
    }
    refresh();
  };
  const ended = !['queued', 'running'].includes(job.state);
  const box = h(
    'li',
    {},
    h('div.render-text', {}, h('strong', {}, job.name), text),
    ended ? null : bar,
    h('div.row', {},
      job.state === 'done' ? h('a.button', { href: `/api/renders/${job.id}/file`, download: job.name }, 'Download') : null,
      ended ? h('button', { type: 'button', onclick: act('', 'DELETE') }, 'Delete') : h('button', { type: 'button', onclick: act('/stop', 'POST') }, 'Stop'),
    ),
  );
  box.update = ({ state, share, bytes, detail }) => {
    bar.value = share;
    const done = state === 'done' ? `, ${(bytes / 1e6).toFixed(1)} MB` : state === 'running' ? `, ${Math.floor(share * 100)} %` : '';
    text.textContent = detail || `${STATES[state]}${done}`;
  };
  box.update(job);
  return box;
}
