// One comparison: how far each method is, and the report.
import { json } from '../../lib/api.js';
import { h, toast } from '../../lib/dom.js';
import { confirmed } from '../../lib/confirm.js';
import { span, moment } from '../../lib/times.js';
import { sentence } from '../../lib/words.js';

const STATES = { queued: 'Waiting', running: 'Comparing', done: 'Done', stopped: 'Stopped', failed: 'Failed' };

// `onopen` hears whether the report is shown, so that the page's address can tell.
export function comparisonCard(id, opened, onopen) {
  const path = `/api/comparisons/${id}`;
  const title = h('h2');
  const badge = h('span.badge');
  const when = h('span.soft');
  const status = h('p.status', { 'aria-live': 'polite' });
  const image = h('img.exemplar', { alt: '', width: 96, height: 96 });
  const rows = h('tbody');
  const actions = h('div.row.actions');
  const report = h('div.report', { hidden: true });
  const element = h(
    'article.card.job',
    {},
    h('header', {}, title, badge, when),
    status,
    h(
      'div.overview',
      {},
      image,
      h(
        'div.scroll',
        {},
        h(
          'table',
          {},
          h('thead', {}, h('tr', {}, ['Method', 'Score', 'Ready in', 'A picture in', ''].map((text) => h('th', { scope: 'col' }, text)))),
          rows,
        ),
      ),
    ),
    h('p.soft', {}, 'Score: 1 means as similar as the picture is to itself; higher is less similar.'),
    actions,
    report,
  );
  let job;
  let open = opened;
  let shownFor = '';

  async function stop() {
    try {
      show(await json(`${path}/stop`, { method: 'POST' }));
    } catch (failure) {
      toast(failure.message, 'error');
    }
  }

  async function remove() {
    if (!(await confirmed(`Delete the comparison of ${job.name}?`, 'Its report is deleted too.', 'Delete it'))) return;
    try {
      await json(path, { method: 'DELETE' });
    } catch (failure) {
      toast(failure.message, 'error');
    }
  }

  function toggle() {
    open = !open;
    onopen(open);
    show(job);
  }

  function showActions() {
    const key = [job.state, job.asked, Boolean(job.report), open].join();
    if (actions.dataset.key === key) return;
    const focused = actions.contains(document.activeElement);
    actions.dataset.key = key;
    const all = [];
    if (job.report) {
      all.push(
        h('button', { type: 'button', onclick: toggle, 'aria-expanded': String(open) }, open ? 'Hide the report' : 'Show the report'),
        h('a.button', { href: job.report, target: '_blank', rel: 'noopener' }, 'Open in a new tab'),
      );
    }
    if (['queued', 'running'].includes(job.state) && !job.asked) all.push(h('button', { type: 'button', onclick: stop }, 'Stop'));
    all.push(h('button.danger', { type: 'button', onclick: remove }, 'Delete'));
    actions.replaceChildren(...all);
    if (focused) actions.querySelector('button')?.focus();
  }

  // The report grows: it is loaded again whenever one more method is done.
  function showReport() {
    report.hidden = !open || !job.report;
    if (report.hidden) return;
    const tried = job.methods.filter((method) => ['done', 'failed'].includes(method.state)).length;
    const key = `${tried}-${job.state}`;
    if (shownFor === key) return;
    shownFor = key;
    report.replaceChildren(
      h('iframe', { src: `${job.report}?at=${key}`, title: `Report on ${job.name}`, sandbox: '', loading: 'lazy' }),
    );
  }

  function show(next) {
    job = next;
    element.dataset.state = job.state;
    element.setAttribute('aria-label', `Comparison of ${job.name}`);
    title.textContent = job.name;
    badge.textContent = STATES[job.state];
    when.textContent = moment(job.created);
    image.src ||= job.image;
    status.textContent = words(job);
    status.classList.toggle('error', job.state === 'failed');
    rows.replaceChildren(...job.methods.map(row));
    showActions();
    showReport();
  }

  return { element, show };
}

function words(job) {
  if (job.asked === 'stop') return 'Stopping …';
  const { seconds, size } = job.settings;
  const task = `${size} × ${size} px, ${span(seconds)} for each that trains`;
  switch (job.state) {
    case 'queued':
      return job.position === 1 ? `Next in the queue; ${task}.` : `Number ${job.position} in the queue; ${task}.`;
    case 'running': {
      const now = job.methods.find((method) => method.state === 'running');
      return now ? `${now.title}: ${now.stage} …` : 'Measuring the picture …';
    }
    case 'failed':
      return sentence(job.failure);
    case 'stopped':
      return `Stopped early; ${task}.`;
    default:
      return `${task}.`;
  }
}

function row(method) {
  const time = (seconds) => (seconds === null ? '' : seconds < 1 ? `${Math.round(seconds * 1000)} ms` : span(seconds));
  const remark = { waiting: 'waits', running: `${method.stage} …`, failed: method.sentence, done: method.sentence }[method.state];
  return h(
    `tr.${method.state}`,
    {},
    h('th', { scope: 'row' }, method.title),
    h('td', {}, method.score === null ? '–' : method.score.toFixed(2)),
    h('td', {}, time(method.prepareSeconds)),
    h('td', {}, time(method.pictureSeconds)),
    h('td.remark', {}, remark),
  );
}
