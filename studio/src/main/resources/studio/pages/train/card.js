// One training: what it is about, how far it is, what it looks like, and what can be done with it.
import { json } from '../../lib/api.js';
import { h, toast } from '../../lib/dom.js';
import { chart } from '../../lib/chart.js';
import { confirmed } from '../../lib/confirm.js';
import { span, moment } from '../../lib/times.js';
import { sentence } from '../../lib/words.js';
import { planParts } from './plan.js';
import { preparing } from './prepare.js';

const STATES = {
  planned: 'Planned',
  queued: 'Waiting',
  running: 'Training',
  paused: 'Paused',
  done: 'Done',
  stopped: 'Stopped',
  failed: 'Failed',
};

export function jobCard(id) {
  const path = `/api/trainings/${id}`;
  const parts = {
    title: h('h2'),
    badge: h('span.badge'),
    when: h('span.soft'),
    status: h('p.status', { 'aria-live': 'polite' }),
    bar: h('progress', { max: 1, value: 0, 'aria-label': 'Progress' }),
    score: h('p.score', { hidden: true }),
    figures: h('p.figures.soft'),
    pictures: h('div.sidebyside'),
    charts: h('div.charts', { hidden: true }),
    plan: h('details.planned', {}, h('summary', {}, 'Pictures and plan')),
    notes: h('ul.notes', { hidden: true }),
    actions: h('div.row.actions'),
  };
  const losses = chart('Losses', [{ name: 'discriminator', column: 1 }, { name: 'generator', column: 2 }]);
  const scores = chart('Score of the network while learning: 1 means as similar as the picture is to itself', [{ name: 'score', column: 1 }]);
  parts.charts.append(losses, scores);
  const element = h(
    'article.card.job',
    { id: `job-${id}`, 'aria-label': 'Training' },
    h('header', {}, parts.title, parts.badge, parts.when),
    parts.status,
    parts.bar,
    parts.score,
    parts.figures,
    parts.actions,
    parts.pictures,
    parts.charts,
    parts.notes,
    parts.plan,
  );
  let job;
  let curves = { losses: [], scores: [] };
  let images;
  const preparations = []; // of the pictures, once they are shown

  async function act(what) {
    try {
      if (what === 'start') for (const one of preparations) if (one.dirty()) await one.apply();
      show(await json(`${path}/${what}`, { method: 'POST' }));
    } catch (failure) {
      toast(failure.message, 'error');
    }
  }

  async function remove() {
    const kept = job.model ? `The model ${job.model} stays.` : 'It has no model yet, so what was learned is lost.';
    if (!(await confirmed(`Delete the training ${job.name}?`, `Its pictures and curves are deleted. ${kept}`, 'Delete it'))) return;
    try {
      await json(path, { method: 'DELETE' });
    } catch (failure) {
      toast(failure.message, 'error');
    }
  }

  const button = (text, what, kind = '') => h(`button${kind}`, { type: 'button', onclick: () => act(what) }, text);

  function actions() {
    const { state, asked } = job;
    const all = [];
    if (state === 'planned') all.push(button('Start training', 'start', '.primary'));
    if ((state === 'running' && !asked) || state === 'queued') all.push(button('Pause', 'pause'));
    if (state === 'paused') all.push(button('Resume', 'resume', '.primary'));
    if (state === 'failed') all.push(button('Try again', 'resume', '.primary'));
    if (['running', 'paused'].includes(state) && asked !== 'stop') all.push(button('Stop and keep the best', 'stop'));
    if (job.model) {
      const query = new URLSearchParams({ model: job.model });
      all.push(h('a.button.primary', { href: `/look?${query}` }, 'Look at it'));
    }
    if (job.report) all.push(h('a.button', { href: job.report, target: '_blank', rel: 'noopener' }, 'Report'));
    all.push(h('button.danger', { type: 'button', onclick: remove }, 'Delete'));
    return all;
  }

  // Buttons stay the same elements as long as they mean the same, so that none slips from under a finger.
  function showActions() {
    const key = [job.state, job.asked, job.model].join();
    if (parts.actions.dataset.key === key) return;
    const focused = parts.actions.contains(document.activeElement);
    parts.actions.dataset.key = key;
    parts.actions.replaceChildren(...actions());
    if (focused) parts.actions.querySelector('button, a')?.focus();
  }

  function status() {
    if (job.asked === 'pause') return 'Pausing after this step …';
    if (job.asked === 'stop' && job.state !== 'stopped') return 'Stopping, and keeping the best …';
    switch (job.state) {
      case 'planned':
        return `Ready to start; it will take about ${span(job.expectedSeconds)}.`;
      case 'queued':
        return job.position === 1 ? 'Next in the queue.' : `Number ${job.position} in the queue.`;
      case 'running':
        return `${capital(job.stage || 'beginning')} …`;
      case 'paused':
        return 'Paused; it resumes where it stopped.';
      case 'done':
        return `The model is called ${job.model}.`;
      case 'stopped':
        return 'Stopped before it began.';
      default:
        return sentence(job.failure);
    }
  }

  // Apart from the status, which is read aloud: numbers change twice a second.
  function figures() {
    const p = job.progress;
    if (!p) return '';
    const score = job.bestScore ? `; score of the network while learning ${job.bestScore.toFixed(2)} at best` : '';
    const left = ['running', 'paused', 'queued'].includes(job.state) ? `about ${span(p.secondsLeft)} left, ` : '';
    return `${left}${p.step} steps in ${span(p.seconds)}, ${p.stepsPerSecond.toFixed(1)} steps a second${score}`;
  }

  function showNumbers() {
    parts.status.textContent = status();
    parts.status.classList.toggle('error', job.state === 'failed');
    const begun = ['running', 'paused', 'queued'].includes(job.state) && job.progress;
    parts.bar.hidden = !begun && job.state !== 'running';
    parts.bar.value = job.progress?.fraction ?? 0;
    parts.figures.textContent = figures();
    parts.figures.hidden = !job.progress;
    parts.score.hidden = !job.score;
    parts.score.replaceChildren(...(job.score ? finished(job.score) : []));
  }

  function showPictures() {
    if (!images) {
      const first = job.pictures.find((picture) => picture.verdict !== 'hopeless') || job.pictures[0];
      images = {
        preview: h('img', { alt: 'What was learned so far', hidden: true }),
        waiting: h('p.soft', {}, 'what is learned appears here'),
      };
      const more = job.pictures.length > 1 ? ` (1 of ${job.pictures.length} pictures)` : '';
      parts.pictures.append(
        frame(h('img', { src: first.image, alt: `Exemplar ${first.name}` }), `Exemplar${more}`),
        frame(h('div.made', {}, images.waiting, images.preview), 'Learned'),
      );
    }
    parts.pictures.hidden = job.state === 'planned';
    if (job.preview && images.preview.hidden) preview(job.progress?.step ?? 0);
  }

  function preview(step) {
    if (!images || !job.preview && !step) return;
    const next = h('img', { alt: `What was learned after ${step} steps`, src: `${path}/preview.png?step=${step}-${job.state}` });
    next.decode().then(
      () => {
        images.waiting.hidden = true;
        images.preview.replaceWith(next);
        images.preview = next;
      },
      () => {}, // it was deleted meanwhile
    );
  }

  function drawCurves() {
    parts.charts.hidden = curves.losses.length < 2;
    losses.draw(curves.losses);
    scores.hidden = curves.scores.length < 2;
    scores.draw(curves.scores);
  }

  // What is being prepared stays as it is while the plan around it changes.
  function showPlan() {
    const { pictures, plan, notes, state } = job;
    const key = JSON.stringify([pictures, plan, notes, state === 'planned']);
    if (parts.plan.dataset.key === key) return;
    parts.plan.dataset.key = key;
    const focused = document.activeElement;
    const preparation = (index) => {
      if (state !== 'planned') return null;
      preparations[index] ??= preparing(path, index, pictures[index], show);
      preparations[index].show(pictures[index]);
      return preparations[index];
    };
    parts.plan.replaceChildren(parts.plan.firstElementChild, ...planParts(job, preparation));
    if (focused !== document.activeElement && parts.plan.contains(focused)) focused.focus();
  }

  function show(next) {
    const before = job?.state;
    job = next;
    element.dataset.state = job.state;
    element.setAttribute('aria-label', `Training ${job.name}`);
    parts.title.textContent = job.name;
    parts.badge.textContent = STATES[job.state];
    parts.when.textContent = moment(job.created);
    showNumbers();
    showActions();
    showPictures();
    showPlan();
    if (before !== job.state && (!before || before === 'planned')) parts.plan.open = job.state === 'planned';
    parts.notes.replaceChildren(...job.happenings.map((text) => h('li', {}, sentence(text))));
    parts.notes.hidden = job.happenings.length === 0;
    if (next.losses) {
      curves = { losses: next.losses, scores: next.scores };
      drawCurves();
    }
    if (before && before !== job.state && ['running', 'done'].includes(job.state)) {
      if (job.state === 'done') preview(job.progress?.step ?? 1);
      fetchCurves();
    }
  }

  async function fetchCurves() {
    try {
      show(await json(path));
    } catch {
      // it was deleted meanwhile; an event says so
    }
  }

  return {
    element,
    show,
    preview,
    fetchCurves,
    state: () => job?.state,
    progress(event) {
      job = { ...job, progress: event.progress, bestScore: event.bestScore };
      const p = event.progress;
      curves.losses.push([p.step, p.discriminatorLoss, p.generatorLoss, p.featureLoss]);
      if (curves.losses.length > 600) curves.losses = curves.losses.filter((_, index) => index % 2 === 1);
      showNumbers();
      drawCurves();
    },
    score(event) {
      curves.scores.push([event.step, event.score]);
      drawCurves();
    },
  };
}

// The score of the finished model, as ‘Score it’ on Look and the command give it.
const finished = ({ overall, texture }) => [
  h('strong', {}, `Score ${overall.toFixed(2)}`),
  ` of the finished model${texture ? `, of ${texture}` : ''} – 1 is as alike as the picture is to itself, higher is further off.`,
];

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const frame = (picture, caption) =>
  h('figure', {}, h('div.scroll', { tabIndex: 0, role: 'group', 'aria-label': caption }, picture), h('figcaption', {}, caption));
