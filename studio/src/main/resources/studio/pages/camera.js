// Lets a camera choose which texture stands where.
import { modelOf, namedModel, openedModel } from '../lib/choice.js';
import { h, slider, toast } from '../lib/dom.js';
import { models } from '../lib/api.js';
import { noModel } from '../lib/no-model.js';
import { oneOf } from '../lib/one-of.js';
import { isLocal } from '../lib/live.js';
import { liveStage } from '../lib/live-stage.js';
import { modelPicker } from '../lib/picker.js';
import { download, snapshot } from '../lib/save.js';
import { among, between, read, wholeNumber, write } from '../lib/state.js';
import { sentence } from '../lib/words.js';
import { film } from './camera/film.js';
import { Path } from './camera/path.js';
import { SIDE, Source } from './camera/source.js';

const EVERY = 40;
const STILL_EVERY = 500;
const STILL_OFTEN = 60; // pictures until the smoothing has caught up with one that stands still
const FILM_SECONDS = 5;
const FEWEST = 2;
const OFFERED = 6;
const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
const USUAL = {
  model: '', path: '', mode: 'brightness', strength: 1, smoothing: 0.4, softness: 0.25, mirrored: 1, preview: 1,
  size: 512, drift: calm ? 0 : 0.05, seed: 0,
};
const MODES = [
  ['brightness', 'Brightness', 'From dark to bright, along the textures in their order'],
  ['colour', 'Colours', 'Each place gets the texture whose own colour is nearest'],
];
const SIDES = [256, 512, 768];
const share = between(0, 1);
const flag = among(0, 1);
const ALLOWED = {
  mode: among('brightness', 'colour'), strength: share, smoothing: share, softness: share, mirrored: flag, preview: flag,
  size: among(...SIDES), drift: between(0, 0.5), seed: wholeNumber,
};
const percent = (value) => `${Math.round(100 * value)} %`;

export async function mount(root) {
  const every = await models();
  const all = every.filter((model) => model.textures.length >= FEWEST);
  if (!all.length) {
    root.append(noModel('A camera chooses among the textures of one model. Train a model on several pictures, and it appears here.', 'No model has several textures yet'));
    return () => {};
  }
  const page = new Webcam(all, every);
  root.append(page.element);
  page.start();
  return () => page.close();
}

class Webcam {
  constructor(all, every) {
    this.all = all;
    this.state = read(USUAL, ALLOWED);
    const named = namedModel(every, this.state.model);
    this.unfit = named && !all.includes(named) ? named : undefined;
    this.asked = this.state.model;
    this.model = this.unfit ? modelOf(all) : openedModel(all, this.state.model);
    this.source = new Source();
    this.stage = liveStage('Textures that follow the camera');
    window.ikat = { live: this.stage.live };
    this.path = new Path((names) => this.set({ path: names.join(',') }));
    this.preview = h('canvas.preview', { width: SIDE, height: SIDE, role: 'img', 'aria-label': 'What the studio sees of the camera' });
    this.stage.canvas.after(this.preview);
    this.stopButton = h('button.danger', { type: 'button', onclick: () => this.stop(), disabled: true }, 'Stop the camera');
    this.snapButton = h('button', { type: 'button', onclick: () => snapshot(this.stage.canvas, `${this.model.name}-webcam`) }, 'Save picture');
    this.filmButton = h('button', { type: 'button', onclick: () => this.film() }, `Film ${FILM_SECONDS} seconds`);
    const stage = h('div.stage', { ondragover: (event) => event.preventDefault(), ondrop: (event) => this.drop(event) }, this.stage.element);
    this.element = h('div.split', {}, stage, this.panel());
  }

  start() {
    const known = this.state.path.split(',').filter((name) => this.model.textures.includes(name));
    this.lay(known.length >= FEWEST ? known : this.model.textures.slice(0, 4));
    this.ask();
    this.timer = setInterval(() => this.look(), EVERY);
  }

  close() {
    clearInterval(this.timer);
    this.source.stop();
    this.stage.close();
  }

  panel() {
    const { state } = this;
    this.models = modelPicker(this.all, this.model.name, (model) => this.choose(model));
    return h(
      'aside.panel',
      { 'aria-label': 'Camera' },
      h('section', {}, h('h2', {}, 'Model'), this.models),
      oneOf('What counts', MODES, state.mode, (mode) => this.set({ mode })),
      this.path.element,
      this.slider('strength', 'Strength', 'How much the camera counts against an even mixture.'),
      this.slider('smoothing', 'Smoothing in time', 'High: pictures flow into one another.'),
      this.slider('softness', 'Softness of borders', 'Low: one texture ends where the next begins.'),
      slider('Drift', { min: 0, max: 0.5, step: 0.01, value: state.drift, format: (v) => `${v.toFixed(2)} turns/s`, oninput: (drift) => this.set({ drift }) }),
      oneOf('Side in pixels', SIDES.map((size) => [size, String(size)]), state.size, (size) => this.set({ size })),
      this.check('mirrored', 'Mirrored'),
      this.check('preview', 'Show what the studio sees'),
      h('div.row.actions', {}, this.snapButton, this.filmButton),
      this.stopButton,
    );
  }

  slider(name, label, help) {
    const box = slider(label, { min: 0, max: 1, step: 0.01, value: this.state[name], format: percent, oninput: (value) => this.set({ [name]: value }) });
    box.append(h('small', {}, help));
    return box;
  }

  check(name, label) {
    const box = h('input', { type: 'checkbox', checked: Boolean(this.state[name]) });
    box.addEventListener('change', () => this.set({ [name]: Number(box.checked) }));
    return h('label.check', {}, box, label);
  }

  choose(model) {
    this.unfit = undefined;
    this.stage.cover.querySelector('.webcam-unfit')?.remove();
    this.model = model;
    this.lay(model.textures.slice(0, 4));
  }

  lay(names) {
    this.path.lay(this.model, names);
    this.set({ path: names.join(',') });
  }

  // Says what happens to the pictures before the browser is asked for the camera.
  ask(refusal) {
    const where = isLocal()
      ? 'The camera’s pictures go to the studio on this machine and nowhere else.'
      : `The camera’s pictures go to the studio at ${location.host}, which is another machine, and nowhere else.`;
    const file = h('input', { type: 'file', accept: 'image/*,video/*', hidden: true });
    file.addEventListener('change', () => file.files[0] && this.openFile(file.files[0]));
    this.stage.cover.replaceChildren(
      h(
        'div.webcam-ask',
        {},
        h('h1', {}, 'Paint with the camera'),
        this.unfit ? this.offer() : null,
        refusal ? h('p.error', { role: 'alert' }, sentence(refusal)) : null,
        h('p', {}, `${where} They are made ${SIDE} pixels small here, used for the next frame, and not kept.`),
        h('button.primary', { type: 'button', onclick: () => this.open(() => this.source.openCamera()) }, 'Start the camera'),
        h('p', {}, 'Without a camera, drop a picture or film file here, or choose one.'),
        h('button', { type: 'button', onclick: () => file.click() }, 'Choose a file'),
        h('p', { role: 'status' }),
        file,
      ),
    );
    this.stage.cover.hidden = false;
    this.enable(false);
    this.set({});
  }

  // Why the model that was asked for cannot be used, and some that can.
  offer() {
    const { name, textures, globalChannels } = this.unfit;
    const has = globalChannels && !textures.length ? 'no textures with names' : 'only one texture';
    const pick = (model) => {
      this.models.set(model.name);
      this.choose(model);
      this.stage.cover.querySelector('button.primary').focus({ preventScroll: true });
    };
    return h(
      'div.webcam-unfit',
      { role: 'status' },
      h('p', {}, `The model ${name} has ${has}, and the camera needs several to choose among. Use one of these instead; other pages go on with ${name}.`),
      h('div.row', {}, this.all.slice(0, OFFERED).map((model) => h('button.small', { type: 'button', onclick: () => pick(model) }, model.name))),
    );
  }

  openFile(file) {
    this.stage.cover.querySelector('[role="status"]').textContent = `Opening ${file.name} …`;
    return this.open(() => this.source.openFile(file));
  }

  async open(opening) {
    try {
      await opening();
    } catch (failure) {
      this.source.stop();
      this.ask(failure.message);
      return;
    }
    this.stage.cover.hidden = true;
    this.set({});
    this.enable(true);
    this.stopButton.textContent = this.source.stream ? 'Stop the camera' : 'Close the file';
    this.stopButton.focus({ preventScroll: true });
  }

  // There is nothing to stop or to save before something is seen.
  enable(on) {
    for (const button of [this.stopButton, this.snapButton, this.filmButton]) button.disabled = !on;
  }

  drop(event) {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file) this.openFile(file);
  }

  stop() {
    this.source.stop();
    this.ask();
    this.stage.cover.querySelector('button').focus({ preventScroll: true });
  }

  // Sends what is seen; a picture that stands still is sent often at first, and then now and then.
  look() {
    if (!this.source.open || document.hidden) return;
    const now = performance.now();
    if (this.source.still && this.looks > STILL_OFTEN && now - this.looked < STILL_EVERY) return;
    const rgb = this.source.grab(Boolean(this.state.mirrored));
    if (!rgb) return;
    this.looks += 1;
    this.looked = now;
    if (this.state.preview) this.preview.getContext('2d').drawImage(this.source.small, 0, 0);
    this.stage.live.picture(rgb, SIDE, SIDE);
  }

  set(partial) {
    const { state } = this;
    Object.assign(state, partial, { model: this.unfit ? this.asked : this.model.name });
    write(state, USUAL);
    this.path.ordered(state.mode === 'brightness');
    this.looks = 0;
    this.preview.hidden = !state.preview || !this.source.open;
    const { names } = this.path;
    this.stage.live.scene({
      model: this.model.id, seed: state.seed, width: state.size, height: state.size, textures: names, weights: names.map(() => 1),
      play: state.drift > 0 && this.source.open ? 'drift' : 'still', drift: state.drift,
      steer: { mode: state.mode, strength: state.strength, smoothing: state.smoothing, softness: state.softness },
    });
  }

  async film() {
    const { filmButton } = this;
    const title = filmButton.textContent;
    filmButton.disabled = true;
    try {
      const { blob, ending } = await film(this.stage.canvas, FILM_SECONDS, (done) => {
        filmButton.textContent = `Recording, ${Math.max(0, Math.ceil(FILM_SECONDS * (1 - done)))} s left`;
      });
      download(blob, `${this.model.name}-webcam.${ending}`);
    } catch (failure) {
      toast(failure.message, 'error');
    }
    filmButton.textContent = title;
    filmButton.disabled = !this.source.open;
  }
}
