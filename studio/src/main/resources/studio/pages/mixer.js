// Mixes textures by hand and shows the mixture at once.
import { h, slider } from '../lib/dom.js';
import { json, modelPath, models } from '../lib/api.js';
import { openedModel } from '../lib/choice.js';
import { copy } from '../lib/copy.js';
import { noModel } from '../lib/no-model.js';
import { oneOf } from '../lib/one-of.js';
import { liveStage } from '../lib/live-stage.js';
import { modelPicker, texturePicker } from '../lib/picker.js';
import { snapshot } from '../lib/save.js';
import { seedField } from '../lib/seed.js';
import { among, between, read, wholeNumber, write } from '../lib/state.js';
import { steps } from '../lib/steps.js';
import { Pad } from './mixer/pad.js';
import { expression, softened } from './mixer/weights.js';

const MOST_ON_RING = 8;
const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
const USUAL = {
  model: '', layout: 'corners', slots: '', x: 0.5, y: 0, seed: 1,
  play: '', softness: 1, drift: 0.12, reach: 1, travel: 0, phase: 0, speed: 1, loop: 6,
};
const PLAYS = [
  ['still', 'Still', 'Nothing moves'],
  ['drift', 'Drift', 'The noise moves on and on'],
  ['walk', 'Walk', 'From texture to texture, in order, and back to the first'],
  ['loop', 'Loop', 'Whole turns, so that the end is the beginning'],
];
const share = between(0, 1);
const ALLOWED = {
  layout: among('corners', 'ring'), play: among('', 'still', 'drift', 'walk', 'loop'), x: share, y: share, softness: share,
  drift: share, reach: share, phase: share, travel: between(-1, 1), speed: between(0, 3), loop: between(2, 20),
  seed: wholeNumber,
};
const STEP = ['model', 'layout', 'slots', 'x', 'y', 'seed', 'play'];
const WEAVE_AFTER = 800; // ms at rest: woven pixels take longer than the network's
const hundredth = (value) => value.toFixed(2);
const turns = (value) => `${value.toFixed(2)} turns/s`;

export async function mount(root) {
  const all = await models();
  if (!all.length) {
    root.append(noModel('What a model has learned can be mixed here.'));
    return () => {};
  }
  const mixer = new Mixer(all);
  root.append(mixer.element);
  const stop = mixer.start();
  return () => {
    stop();
    mixer.trail.stop();
    clearTimeout(mixer.rest);
    mixer.stage.close();
  };
}

class Mixer {
  constructor(all) {
    this.all = all;
    this.state = read(USUAL, ALLOWED);
    this.model = openedModel(all, this.state.model, all.find((m) => m.textures.length > 1));
    this.state.model = this.model.name;
    this.selected = 0;
    this.stage = liveStage('The mixture, painted live');
    window.ikat = { live: this.stage.live };
    this.pad = new Pad({
      onmove: (x, y) => this.set({ x: Number(x.toFixed(4)), y: Number(y.toFixed(4)) }),
      onmoved: () => this.trail.note(),
      onselect: (slot) => this.select(slot),
      ondrop: (slot, texture) => this.assign(slot, texture),
    });
    this.textures = h('section.textures');
    this.waves = h('fieldset.stack');
    this.seed = seedField(String(this.state.seed), (seed) => {
      this.set({ seed: Number(seed) });
      this.trail.note();
    });
    this.trail = steps({ state: this.state, defaults: USUAL, names: STEP, restore: () => this.restore() });
    this.plane = h('a.button', { href: '/plane' }, 'Open on the plane');
    this.element = h('div.split', {}, h('div.stage', {}, this.pad.element, this.stage.element), this.panel());
  }

  start() {
    this.slots = this.readSlots();
    const chosen = this.state.slots;
    this.lay();
    this.trail.note();
    if (!chosen) this.begin();
    return this.seed.onKey();
  }

  // The first sight of a model is the middle of the two textures that mix best, unless somebody was quicker.
  async begin() {
    const { model, state } = this;
    const before = this.slots.join();
    const same = () => this.model === model && this.slots.join() === before && state.x === USUAL.x && state.y === USUAL.y;
    if (model.textures.length < 2 || state.layout === 'ring' || !same()) return;
    const best = await json(`${modelPath(model.id)}/mixture`).catch(() => null);
    if (!best || !same()) return;
    const order = [...best.textures, ...this.slots.filter((name) => !best.textures.includes(name))];
    this.slots = this.slots.map((_, i) => order[i % order.length]);
    this.lay();
    this.trail.merge();
  }

  readSlots() {
    const known = this.state.slots.split(',').filter((name) => this.model.textures.includes(name));
    return known.length >= 3 ? known.slice(0, MOST_ON_RING) : this.usualSlots();
  }

  // As many places as the layout has; a model with fewer textures fills them round and round.
  usualSlots() {
    const { textures } = this.model;
    const count = this.state.layout === 'ring' ? Math.max(3, Math.min(MOST_ON_RING, textures.length)) : 4;
    return Array.from({ length: textures.length ? count : 0 }, (_, i) => textures[i % textures.length]);
  }

  panel() {
    const { state } = this;
    this.playChoice = h('div');
    this.models = modelPicker(this.all, this.model.name, (model) => this.choose(model));
    this.layoutChoice = oneOf('Pad', [['corners', 'Four corners'], ['ring', 'Ring of all']], state.layout, (layout) => this.change({ layout }));
    return h(
      'aside.panel',
      { 'aria-label': 'Mixer' },
      h('section', {}, h('h2', {}, 'Model'), this.models),
      this.textures,
      this.layoutChoice,
      this.playChoice,
      this.slider('softness', 'Softness', { max: 1 }, 'Low: the nearest texture soon stands alone.'),
      this.slider('speed', 'Speed', { max: 3, format: (v) => `${hundredth(v)}×` }),
      this.slider('drift', 'Drift', { max: 1, format: turns }, 'How fast the noise moves.'),
      this.slider('reach', 'Reach of the drift', { max: 1, format: (v) => (v === 1 ? 'full' : hundredth(v)) }, 'Low: details move slightly in place. Full: they change into others, over and over.'),
      this.waves,
      this.slider('loop', 'Length of the loop', { min: 2, max: 20, step: 1, format: (v) => `${v} s` }),
      this.seed,
      this.trail.element,
      h(
        'div.row.actions',
        {},
        h('button', { type: 'button', onclick: () => snapshot(this.stage.canvas, `${this.model.name}-mixture`) }, 'Save picture'),
        h('button', { type: 'button', title: 'As text, for the plane and the command line', onclick: () => this.copy() }, 'Copy mixture'),
        this.plane,
      ),
    );
  }

  slider(name, label, options, help) {
    const box = slider(label, { min: 0, step: 0.01, format: hundredth, value: this.state[name], oninput: (value) => this.set({ [name]: value }), ...options });
    if (help) box.append(h('small', {}, help));
    return box;
  }

  choose(model) {
    this.model = model;
    this.change({ model: model.name });
    this.begin();
  }

  // Changes what the pad is made of.
  change(partial) {
    Object.assign(this.state, partial);
    this.slots = this.usualSlots();
    this.selected = 0;
    this.lay();
    this.trail.note();
  }

  // Shows a former state.
  restore() {
    const { state } = this;
    this.model = openedModel(this.all, state.model);
    this.models.set(this.model.name);
    this.layoutChoice.set(state.layout);
    this.seed.set(String(state.seed));
    this.slots = this.readSlots();
    this.selected = 0;
    this.lay();
  }

  lay() {
    const { model } = this;
    this.playChoice.replaceChildren(oneOf('Play', PLAYS, this.play(), (play) => {
      this.set({ play });
      this.trail.note();
    }));
    const several = model.textures.length > 1;
    this.layoutChoice.disabled = !several;
    this.picker = several ? texturePicker(model, this.slots[this.selected], (name) => this.assign(this.selected, name)) : null;
    this.picker?.querySelectorAll('button').forEach((button) => {
      button.draggable = true;
      button.addEventListener('dragstart', (event) => event.dataTransfer.setData('text/plain', button.dataset.key));
    });
    this.textures.replaceChildren(...(several ? [h('h2', {}, 'Textures'), this.picker, h('small', {}, 'Select a place of the pad, then its texture; or drag a texture onto a place.')] : []));
    this.waves.disabled = model.waves === 0;
    this.waves.replaceChildren(
      this.slider('travel', 'Travel of the waves', { min: -1, max: 1, format: turns }),
      this.slider('phase', 'Phase of the waves', { max: 1, format: (v) => `${hundredth(v)} turns` }, model.waves ? 'Waves lay out what repeats, such as rows of bricks.' : 'This model has no waves.'),
    );
    this.pad.lay(model, this.slots, this.state.layout, this.selected);
    this.pad.put(this.state.x, this.state.y);
    this.set({ slots: several ? this.slots.join(',') : '' });
  }

  // What a model weaves looks best, and is woven only where nothing moves.
  play() {
    return this.state.play || (calm || this.weaves() ? 'still' : 'drift');
  }

  weaves() {
    return this.model.woven && this.model.detail === 'woven';
  }

  select(slot) {
    this.selected = slot;
    this.pad.select(slot);
    this.picker.set(this.slots[slot]);
  }

  assign(slot, texture) {
    if (!this.model.textures.includes(texture)) return;
    this.slots[slot] = texture;
    this.selected = slot;
    this.pad.lay(this.model, this.slots, this.state.layout, slot);
    this.picker.set(texture);
    this.set({ slots: this.slots.join(',') });
    this.trail.note();
  }

  set(partial) {
    const { state, model, pad } = this;
    Object.assign(state, partial);
    const several = model.textures.length > 1;
    this.shares = softened(pad.weights(), state.softness);
    pad.tell(this.shares);
    const query = new URLSearchParams({ model: model.name, seed: state.seed });
    if (several) query.set('texture', expression(this.slots, this.shares));
    this.plane.href = `/plane?${query}`;
    write(state, USUAL);
    const scene = {
      model: model.id, seed: state.seed, softness: state.softness, play: this.play(), speed: state.speed,
      drift: state.drift, driftScale: state.reach, travel: state.travel, phase: state.phase, loopSeconds: state.loop,
      ...this.mixture(several),
    };
    this.stage.live.scene(scene);
    clearTimeout(this.rest);
    if (scene.play === 'still' && this.weaves()) {
      this.rest = setTimeout(() => this.stage.live.scene({ ...scene, detail: 'woven' }), WEAVE_AFTER);
    }
  }

  // A model whose single texture has a name takes it alone; one without global channels takes none.
  mixture(several) {
    if (several) return { textures: [...this.slots], weights: this.pad.weights() };
    return this.model.globalChannels ? { textures: [this.model.textures[0] ?? 'random:1'], weights: [1] } : { textures: [], weights: [] };
  }

  copy() {
    const text = this.model.textures.length > 1 ? expression(this.slots, this.shares) : this.model.name;
    return copy(text, `Copied: ${text}`);
  }
}
