// A training before one's eyes: its plane, which sharpens as it goes on, until it is a model.
import { json, models, send } from '../../lib/api.js';
import { field, h, toast } from '../../lib/dom.js';
import { listen } from '../../lib/events.js';
import { go } from '../../lib/go.js';
import { seedField } from '../../lib/seed.js';
import { stageNotice } from '../../lib/stage-notice.js';
import { read, whole, write } from '../../lib/state.js';
import { TilePlane } from '../../lib/tiles.js';
import { span } from '../../lib/times.js';
import { sentence } from '../../lib/words.js';
import { zoomBar } from '../../lib/zoom-bar.js';
import { wipe } from './wipe.js';

const DEFAULTS = { training: '', seed: '0', x: 0, y: 0, zoom: 1 };
const MORE = 180;

export async function showTraining(root) {
  const state = read(DEFAULTS, { seed: whole });
  const path = `/api/trainings/${encodeURIComponent(state.training)}`;
  const job = await json(path).catch((failure) => {
    if (failure.status !== 404) throw failure;
    throw new Error('there is no such training any more; Home lists what there is', { cause: failure });
  });
  if (job.model) return go(modelAddress(job), { replace: true });
  return new Learning(root, path, state, job).leave;
}

const modelAddress = ({ model }) => `/look?${new URLSearchParams({ model })}`;

class Learning {
  #path;
  #state;
  #job;
  #at;
  #ends = [];

  constructor(root, path, state, job) {
    this.#path = path;
    this.#state = state;
    this.#job = job;
    this.#at = job.learned ?? '';
    this.#build(root);
    this.#show();
    this.#tell();
    const picture = job.pictures.find(({ verdict }) => verdict !== 'hopeless') ?? job.pictures[0];
    this.compared = wipe(this.stage, this.plane, picture.image, `The picture ${picture.name}`);
    this.#ends.push(this.compared);
    window.ikat = { plane: this.plane };
    const events = {
      job: (next) => this.#change(next),
      progress: (event) => this.#change({ progress: event.progress }),
      gone: () => go('/', { replace: true }),
    };
    this.#ends.push(listen(`${path}/events`, events, () => this.#refresh()), this.seed.onKey());
  }

  #build(root) {
    const canvas = h('canvas.plane-canvas', {
      tabIndex: 0, role: 'application', 'aria-roledescription': 'endless picture',
      'aria-label': 'Endless texture that is being learned. Arrow keys move, plus and minus zoom, 0 shows full size.',
    });
    const notice = stageNotice('Sewing a first plane from the picture …');
    this.plane = new TilePlane(canvas, {
      onview: (view) => {
        Object.assign(this.#state, view);
        this.bar?.show(view);
        this.compared?.lay();
        write(this.#state, DEFAULTS);
      },
      onfirst: () => notice.say(''),
      onstate: ({ waiting, failure }) => notice.tell({ waiting: this.#at ? 0 : waiting, failure }),
    });
    this.plane.view = this.#state;
    this.bar = zoomBar(this.plane, canvas);
    this.stage = h('div.stage', {}, canvas, ...notice.parts, this.bar);
    root.append(h('div.split.plane-page', {}, this.stage, this.#panel()));
  }

  #panel() {
    const act = (what, body) => async () => {
      try {
        this.#change(await send(`${this.#path}/${what}`, body ?? {}));
      } catch (failure) {
        toast(failure.message, 'error');
      }
    };
    this.title = h('h1');
    this.status = h('p.learning-status', { role: 'status' });
    this.progress = h('progress', { max: 1, value: 0, 'aria-label': 'Progress of the training' });
    this.figures = h('p.soft.learning-figures');
    this.longer = h('button', { type: 'button', onclick: act('longer', { seconds: MORE }) }, 'Train longer');
    this.pause = h('button', { type: 'button' }, 'Pause');
    this.pause.onclick = () => act(this.#job.state === 'running' || this.#job.state === 'queued' ? 'pause' : 'resume')();
    this.first = h('button', { type: 'button', hidden: true, onclick: () => this.#goFirst() }, 'Learn this one now');
    this.seed = seedField(this.#state.seed, (seed) => {
      this.#state.seed = seed;
      write(this.#state, DEFAULTS);
      this.#show();
    });
    return h(
      'aside.panel.learning',
      { 'aria-label': 'The training' },
      this.title,
      this.status,
      this.progress,
      this.figures,
      h('div.row', {}, h('button.primary', { type: 'button', onclick: () => this.#keep() }, 'Keep …'), this.longer, this.pause, this.first),
      this.seed,
      h('p.soft', {}, `The slider on the picture compares it with the plane. ‘Train longer’ adds ${span(MORE)}, now or after the end. You may leave this page; the training goes on.`),
      h('a', { href: '/train' }, 'All trainings, with curves and plan'),
    );
  }

  #show() {
    this.plane.show({ base: `${this.#path}/tiles`, at: this.#at, seed: this.#state.seed });
  }

  async #refresh() {
    try {
      this.#change(await json(this.#path));
    } catch {
      // an event tells, or it connects again
    }
  }

  #change(next) {
    this.#job = { ...this.#job, ...next };
    if (this.#job.model) {
      models.fresh();
      toast(`${this.#job.model} is learned. It is in your library on Home.`);
      go(modelAddress(this.#job), { replace: true });
      return;
    }
    if (this.#job.learned && this.#job.learned !== this.#at) {
      this.#at = this.#job.learned;
      this.#show();
    }
    this.#tell();
  }

  #tell() {
    const { state, stage, progress, failure, position } = this.#job;
    this.title.textContent = this.#job.name;
    const seen = shown(this.#at, this.#job.looks);
    const words = {
      planned: 'Ready to be learned.',
      queued: position > 1 ? `Waits for ${position - 1} others.` : 'Waits for its turn.',
      running: `${stage === 'training' ? 'Learning' : capital(stage || 'beginning')} … ${seen}`,
      paused: `Paused. ${seen}`,
      stopped: 'Stopped before anything was learned.',
      failed: sentence(failure ?? 'it failed'),
    };
    const said = words[state] ?? '';
    if (this.status.textContent !== said) this.status.textContent = said; // it is read aloud
    this.status.classList.toggle('error', state === 'failed');
    this.progress.value = progress?.fraction ?? 0;
    this.figures.textContent = progress ? `About ${span(progress.secondsLeft)} left` : '';
    this.pause.textContent = state === 'running' || state === 'queued' ? 'Pause' : 'Go on';
    this.pause.disabled = !['running', 'queued', 'paused', 'failed'].includes(state) || Boolean(this.#job.asked);
    this.first.hidden = state !== 'queued';
  }

  // Another training that runs steps back behind this one.
  async #goFirst() {
    this.first.disabled = true;
    try {
      const running = (await json('/api/trainings')).trainings.find(({ state }) => state === 'running');
      if (running) {
        const other = `/api/trainings/${running.id}`;
        await json(`${other}/pause`, { method: 'POST' });
        for (let tries = 0; tries < 100 && (await json(other)).state === 'running'; tries++) {
          await new Promise((done) => setTimeout(done, 200));
        }
        await json(`${other}/resume`, { method: 'POST' });
        toast(`${running.name} goes on after this one.`);
      }
    } catch (failure) {
      toast(failure.message, 'error');
    }
    this.first.disabled = false;
  }

  #keep() {
    const name = h('input', { type: 'text', maxLength: 100, required: true, value: this.#job.name, autocomplete: 'off' });
    const dialog = h(
      'dialog.ask',
      { 'aria-label': 'Keep this texture' },
      h('h2', {}, 'Keep this texture'),
      h(
        'form',
        { onsubmit: (event) => this.#named(event, name.value.trim(), dialog) },
        field('Name', name),
        h('div.row', {}, h('button.primary', { value: 'on' }, 'Keep and go on learning'), this.#job.progress ? h('button', { value: 'stop' }, 'Keep as it is') : null, h('button', { type: 'button', onclick: () => dialog.close() }, 'Cancel')),
      ),
    );
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    name.select();
  }

  async #named(event, name, dialog) {
    event.preventDefault();
    const stop = event.submitter?.value === 'stop';
    try {
      this.#change(await send(this.#path, { name }, 'PATCH'));
      if (stop) this.#change(await send(`${this.#path}/stop`, {}));
      else toast(`It is kept as ${this.#job.name}.`);
      dialog.close();
    } catch (failure) {
      toast(failure.message, 'error');
    }
  }

  leave = () => {
    this.#ends.forEach((end) => end());
    this.plane.destroy();
    delete window.ikat;
  };
}

// What the plane is, and why it is not the other one.
function shown(at, looks) {
  if (at) return 'The plane shows what is learned so far.';
  const sewn = 'The plane is sewn from the picture for now';
  return looks ? `${sewn}, as that still looks better than what is learned.` : `${sewn}.`;
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
