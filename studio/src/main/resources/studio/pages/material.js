// The Material page: a texture as cloth, on a garment or a simple shape, in a studio's light.
import { models, refused } from '../lib/api.js';
import { detailOf, planeChoice } from '../lib/choice.js';
import { copy } from '../lib/copy.js';
import { empty, field, h, slider } from '../lib/dom.js';
import { noModel } from '../lib/no-model.js';
import { oneOf } from '../lib/one-of.js';
import { snapshot } from '../lib/save.js';
import { stageNotice } from '../lib/stage-notice.js';
import { address, among, between, read, whole, write } from '../lib/state.js';
import { sentence } from '../lib/words.js';
import { exporter } from './material/export.js';
import { lightBall } from './material/light-ball.js';
import { MaterialLoader } from './material/loader.js';
import { mapList } from './material/map-list.js';
import { mixtureOf } from './material/mixture.js';
import { Morph } from './material/morph.js';
import { orbit } from './material/orbit.js';
import { ownFile } from './material/own-file.js';

const SHAPES = [['dress', 'Dress'], ['shirt', 'Shirt'], ['scarf', 'Scarf'], ['cloth', 'Moving cloth'], ['sphere', 'Sphere'], ['cube', 'Cube'], ['plane', 'Plane'], ['own', 'Your own']];
const SIZES = [256, 512, 1024, 2048];
const AWAY = 999; // a turn or tilt that stands for the shape's own
const DEFAULTS = {
  model: '', seed: '0', texture: '', detail: '', to: '', mix: 0, on: 'dress', cm: 24, size: 512,
  relief: 1, off: '', lift: 'no', moves: '', turn: AWAY, tilt: AWAY, near: 1, side: -38, height: 48,
  target: 'blender', pixels: 1024,
};
const orOwn = (low, high) => (value) => (value === AWAY ? value : between(low, high)(value));
const ALLOWED = {
  seed: whole, detail: detailOf, mix: between(0, 1), on: among(...SHAPES.map(([name]) => name)), cm: between(0.5, 500),
  size: among(...SIZES), relief: between(0, 3), lift: among('yes', 'no'), moves: among('', 'yes', 'no'),
  turn: orOwn(-180, 180), tilt: orOwn(-20, 85), near: between(0.35, 2.2), side: between(-180, 180), height: between(-10, 90),
  target: among('blender', 'unity', 'unreal', 'godot', 'gltf', 'materialx'), pixels: among(512, 1024, 2048, 4096),
};
const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

export async function mount(root) {
  const list = await models();
  if (!list.length) {
    root.append(noModel('A texture is shown on clothes once a model has learned it.'));
    return undefined;
  }
  const [{ Stage }, { Fabric }, wardrobe] = await Promise.all(['stage', 'fabric', 'wardrobe'].map((name) => import(`./material/${name}.js`)));
  const canvas = h('canvas.material-canvas', {
    tabIndex: 0,
    role: 'application',
    'aria-roledescription': 'picture in three dimensions',
    'aria-label': 'The material on a shape. Arrow keys turn it, with Shift they move the light; plus and minus go nearer and farther, 0 turns it back.',
  });
  const frame = h('div.material-frame', {}, canvas);
  const stage = h('div.stage', {}, frame);
  const split = h('div.split.material-page', {}, stage);
  root.append(split);
  let drawing;
  try {
    drawing = new Stage(canvas);
  } catch {
    root.replaceChildren(empty('This browser draws nothing in three dimensions', 'The page needs WebGL 2. Tiles and mixtures are shown without it.', h('a.button', { href: '/tile' }, 'Open the tile page')));
    return undefined;
  }
  const page = new MaterialPage(list, { stage, frame, canvas, drawing, fabric: new Fabric(drawing.renderer, drawing.soft), wardrobe });
  split.append(page.panel());
  return page.start();
}

class MaterialPage {
  constructor(list, parts) {
    Object.assign(this, parts);
    this.list = list;
    this.state = read(DEFAULTS, ALLOWED);
    this.off = new Set(this.state.off.split(',').filter(Boolean));
    this.notice = stageNotice('Making the material …');
    this.ball = lightBall(this.state, (light) => this.light(light));
    this.maps = mapList((name, off) => this.leaveOut(name, off));
    this.loader = new MaterialLoader({ ondone: (made) => this.take(made), onfail: (failure) => this.fail(failure), onpart: () => this.notice.working(true) });
    this.morph = new Morph({
      onmix: (changed) => this.blend(changed),
      onlive: (live, pixels) => this.live(live, pixels),
      onframe: () => this.liveFrame(),
      onrest: () => this.load(),
      onerror: (words) => this.notice.say(sentence(words), true),
    });
    this.own = ownFile(this.stage, { onmesh: (mesh) => this.takeOwn(mesh), onfail: (words) => this.notice.say(words, true) });
    this.stage.append(this.ball, ...this.notice.parts);
  }

  panel() {
    const { state } = this;
    this.choice = planeChoice(this.list, state, () => this.chosen());
    const select = h('select', { onchange: () => this.set({ size: Number(select.value) }, () => this.load()) }, SIZES.map((size) => h('option', { value: size, selected: size === state.size }, `${size} × ${size}`)));
    const cm = h('input', { type: 'number', min: 0.5, max: 500, step: 0.5, value: state.cm, oninput: () => cm.value > 0 && this.resize(Number(cm.value)) });
    this.shapes = oneOf('Shown on', SHAPES, state.on, (on) => this.dressUp(on));
    this.shapes.classList.add('material-shapes');
    this.motion = h('button', { type: 'button', onclick: () => this.setMoving(!this.moving()) });
    this.lift = h('label.check', {}, h('input', { type: 'checkbox', checked: state.lift === 'yes', onchange: (event) => this.setLift(event.target.checked) }), 'Heights change the shape');
    const share = h('button', { type: 'button', onclick: () => copy(location.origin + address(state, DEFAULTS), 'The link is copied.') }, 'Copy link');
    const picture = h('button', { type: 'button', onclick: () => this.savePicture() }, 'Save picture');
    this.files = exporter(state, () => ({ ...state, texture: mixtureOf(state), model: this.choice.model }), (changed) => this.set(changed));
    return h(
      'aside.panel',
      { 'aria-label': 'Settings of the material' },
      this.shapes,
      this.own,
      this.motion,
      this.lift,
      h('div.row', {}, field('Width in cm', cm), field('Pixels', select)),
      h('small', {}, 'How wide one repeat of the texture lies on the shape, and how finely it is made.'),
      slider('Relief', { min: 0, max: 3, step: 0.05, value: state.relief, format: (v) => `${v.toFixed(2)}×`, oninput: (relief) => this.set({ relief }, () => this.applyFabric()) }),
      this.choice,
      this.morph.element,
      this.maps,
      this.files,
      h('div.row.material-actions', {}, picture, share),
      h('p.soft', {}, 'Drag to turn, scroll or pinch to go nearer. Drag with Shift, or the ball in the corner, to move the light.'),
    );
  }

  start() {
    const { state, drawing } = this;
    orbit(this.canvas, {
      view: () => this.view(),
      light: () => state,
      onturn: (view) => this.turn(view),
      onlight: (light) => this.light(light),
      onhold: (on) => drawing.hold(on),
      onhome: () => this.turn({ turn: AWAY, tilt: AWAY, near: 1 }),
    });
    this.applyFabric();
    drawing.light(state);
    this.dressUp(state.on);
    this.chosen();
    window.ikat = { material: this };
    const stop = this.choice.onKey();
    return () => {
      stop();
      this.loader.stop();
      this.morph.close();
      this.files.end();
      this.maps.end();
      this.own.end();
      this.fabric.dispose();
      drawing.close();
      delete window.ikat;
    };
  }

  set(changed, then = () => {}) {
    Object.assign(this.state, changed);
    write(this.state, DEFAULTS);
    then();
  }

  // Another model, texture, seed or detail.
  chosen() {
    this.morph.show(this.choice.model, this.state);
    this.set({}, () => this.load());
  }

  load() {
    const { state } = this;
    this.notice.working(true);
    this.loader.load({ modelId: this.choice.model.id, texture: mixtureOf(state), seed: state.seed, detail: state.detail, size: state.size });
  }

  take(made) {
    this.morph.done();
    this.drawing.hold(false);
    this.made = made;
    this.fabric.take(made.pictures);
    this.applyFabric();
    this.maps.show(made, this.off, this.lifted());
    this.notice.say('');
    this.notice.working(false);
    this.choice.refuse('');
    this.drawing.change();
    this.askForOwn();
  }

  fail(failure) {
    this.drawing.hold(false);
    this.notice.working(!refused(failure));
    this.notice.trouble(failure);
    this.choice.refuse(failure.status === 400 ? sentence(failure.message) : '');
  }

  blend(changed) {
    this.loader.stop();
    this.drawing.hold(true);
    this.set(changed, () => this.morph.play());
  }

  live(canvas, pixels) {
    this.notice.working(false);
    this.fabric.takeLive(canvas, pixels / this.state.size);
    this.drawing.change();
  }

  liveFrame() {
    this.fabric.liveChanged();
    this.drawing.change();
  }

  leaveOut(name, off) {
    this.off[off ? 'add' : 'delete'](name);
    this.set({ off: [...this.off].join(',') }, () => this.applyFabric());
  }

  lifted() {
    return this.state.lift === 'yes' && this.state.on === 'plane';
  }

  applyFabric() {
    const { cm, relief, on } = this.state;
    this.fabric.change({ cm, relief, off: this.off, lift: this.lifted(), scale: on === 'own' ? (this.mesh?.scale ?? 1) : 1 });
    this.drawing.change();
  }

  resize(cm) {
    const allowed = between(0.5, 500)(cm);
    this.set({ cm: allowed }, () => (this.state.on === 'sphere' ? this.shapeAnew() : this.applyFabric()));
  }

  dressUp(on) {
    const other = on !== this.state.on;
    if (other) this.set({ turn: AWAY, tilt: AWAY, near: 1 });
    this.set({ on });
    this.canvas.dataset.shape = on;
    this.own.hidden = on !== 'own';
    this.motion.hidden = on !== 'cloth';
    this.lift.hidden = on !== 'plane';
    this.shapeAnew();
    this.setMoving(this.moving(), true);
    if (this.made) this.maps.show(this.made, this.off, this.lifted());
    this.askForOwn();
  }

  // Until there is a file, what would be shown on it is shown on a ball.
  shapeAnew() {
    const { on, cm } = this.state;
    const waiting = on === 'own' && !this.mesh;
    const shape = this.wardrobe.shapeOf(waiting ? 'sphere' : on, { fabric: this.fabric.material, cm, lift: this.lifted(), mesh: this.mesh });
    this.drawing.onmotion = shape.onmotion;
    this.drawing.show(shape);
    this.applyFabric();
    this.drawing.look(this.view());
  }

  askForOwn() {
    if (this.state.on === 'own' && !this.mesh) this.notice.say('Choose a .glb or .gltf file, or drop one here. It is read in this page and not sent anywhere.');
    else if (!this.notice.parts[1].classList.contains('failed')) this.notice.say('');
  }

  takeOwn(mesh) {
    this.mesh = mesh;
    this.notice.say('');
    this.shapes.set('own');
    this.dressUp('own');
  }

  view() {
    const { turn, tilt, near, on } = this.state;
    const home = this.wardrobe.homeOf(on);
    return { turn: turn === AWAY ? home.turn : turn, tilt: tilt === AWAY ? home.tilt : tilt, near };
  }

  turn(view) {
    const rounded = Object.fromEntries(Object.entries(view).map(([name, value]) => [name, Number(value.toFixed(name === 'near' ? 3 : 1))]));
    this.set(rounded, () => this.drawing.look(this.view()));
  }

  light(light) {
    this.set({ side: Math.round(light.side), height: Math.round(light.height) });
    this.ball.show(this.state);
    this.drawing.light(this.state);
  }

  moving() {
    return this.state.moves ? this.state.moves === 'yes' : !calm();
  }

  // Who wishes nothing to move sees the cloth as it hangs.
  setMoving(moves, first = false) {
    if (!first) this.set({ moves: moves ? 'yes' : 'no' });
    this.motion.textContent = moves ? 'Stop the wind' : 'Let the wind blow';
    this.drawing.moves = moves;
    if (first && !moves && this.drawing.motion) {
      this.drawing.motion.settle();
      this.drawing.onmotion?.();
      this.drawing.shine();
    }
  }

  setLift(on) {
    this.set({ lift: on ? 'yes' : 'no' }, () => this.shapeAnew());
    if (this.made) this.maps.show(this.made, this.off, this.lifted());
  }

  savePicture() {
    const ground = getComputedStyle(this.frame).backgroundColor;
    return snapshot(this.drawing.picture(ground), `${this.choice.model.name}-${this.state.on}`);
  }
}
