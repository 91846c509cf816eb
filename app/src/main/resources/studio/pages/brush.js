// The Brush page: textures painted over an endless plane, spots of it drawn anew.
import { json, models, send } from '../lib/api.js';
import { modelOf } from '../lib/choice.js';
import { empty, h, toast } from '../lib/dom.js';
import { thumbnail } from '../lib/picker.js';
import { read, write } from '../lib/state.js';
import { TilePlane } from '../lib/tiles.js';
import { zoomBar } from '../lib/zoom-bar.js';
import { exportDialog } from './brush/export.js';
import { onDrop, readFile, save } from './brush/files.js';
import { difference, touched } from './brush/geometry.js';
import { Overlay } from './brush/overlay.js';
import { Painting, fromJson, toJson } from './brush/painting.js';
import { brushPanel, paletteOf } from './brush/panel.js';
import { Publisher } from './brush/publisher.js';
import { handleStrokes } from './brush/strokes.js';

const DEFAULTS = { model: '', seed: '0', base: '', map: '', x: 0, y: 0, zoom: 1 };
const [LEAST_RADIUS, MOST_RADIUS] = [4, 4096];

export async function mount(root) {
  const list = await models();
  if (!list.length) {
    root.append(empty('No model yet', 'One paints with what a model has learned.', h('a.button', { href: '/train' }, 'Train one')));
    return undefined;
  }
  const state = read(DEFAULTS);
  return new BrushPage(root, list, state, await opened(list, state)).leave;
}

// The painting of the address; where there is none, bare ground.
async function opened(list, state) {
  if (state.map) {
    try {
      const document = fromJson(await json(`/api/maps/${encodeURIComponent(state.map)}`));
      if (list.some(({ name }) => name === document.model)) return document;
      toast(`The painting needs the model ${document.model}, which is not here.`, 'error');
    } catch (failure) {
      toast(`The painting could not be opened: ${failure.message}.`, 'error');
    }
  }
  const usual = list.find((model) => model.textures.length > 1) ?? list[0];
  const model = state.model ? modelOf(list, state.model) : usual;
  const base = model.globalChannels ? state.base || paletteOf(model)[0] : '';
  return { model: model.name, seed: state.seed, base, textures: [], strokes: [] };
}

class BrushPage {
  #list;
  #state;
  #ends = [];
  #stroke = null; // that is being painted
  #sent = 0; // points of it that are on the plane
  #spaced = false;
  #pictures = new Map();

  constructor(root, list, state, document) {
    this.#list = list;
    this.#state = state;
    this.tool = 'paint';
    this.radius = 64;
    this.softness = 0.4;
    this.painting = new Painting(document, (before, after) => this.#changed(before, after));
    this.#choose();
    this.#build(root);
    this.publisher.show(document, this.model, undefined);
    this.panel.update();
    this.#aim();
    window.ikat = { plane: this.plane, brush: this };
  }

  // For programs that drive the page: settles when all that was painted is on the plane.
  idle = () => this.publisher.idle();

  get document() {
    return this.painting.document;
  }

  #choose() {
    this.model = modelOf(this.#list, this.document.model);
    const palette = paletteOf(this.model);
    if (!palette.includes(this.texture)) this.texture = palette.find((name) => name !== this.document.base) ?? palette[0];
    if (!palette.length && this.tool === 'paint') this.tool = 'reroll';
    for (const name of palette) this.#picture(name);
  }

  #picture(texture) {
    const address = thumbnail(this.model, texture);
    if (!this.#pictures.has(address)) this.#pictures.set(address, Object.assign(new Image(), { src: address }));
    return this.#pictures.get(address);
  }

  #build(root) {
    const canvas = h('canvas.plane-canvas', {
      tabIndex: 0, role: 'application', 'aria-roledescription': 'painting',
      'aria-label': 'Endless painting. With a brush, arrow keys move the crosshair and Enter stamps; 1 chooses Move.',
    });
    this.canvas = canvas;
    const busy = h('div.plane-busy', { 'aria-hidden': 'true' });
    this.plane = new TilePlane(canvas, {
      onview: (view) => {
        Object.assign(this.#state, view);
        this.bar?.show(view);
        write(this.#state, DEFAULTS);
      },
      onstate: ({ waiting }) => busy.classList.toggle('on', waiting > 0),
    });
    this.plane.view = this.#state;
    this.bar = zoomBar(this.plane, canvas);
    this.overlay = new Overlay(this.plane, canvas);
    this.publisher = new Publisher(this.plane, { onshown: this.#shown, onrefused: this.#refused });
    this.dialog = exportDialog(() => this.#seen(), () => this.#source());
    this.panel = brushPanel(this.#list, this, this.#actions());
    const stage = h('div.stage', {}, canvas, busy, this.bar);
    root.append(h('div.split.brush-page', {}, stage, this.panel), this.dialog);
    const strokes = handleStrokes({
      canvas, plane: this.plane, overlay: this.overlay,
      paints: () => this.#paints(),
      brush: () => ({ radius: this.radius, softness: this.tool === 'reroll' ? 0 : this.softness }),
      begin: () => this.#begin(), extend: (points) => this.#extend(points), finish: () => this.#finish(), cancel: () => this.#cancel(),
    });
    this.#ends.push(strokes, onDrop(stage, (file) => this.#open(file)), this.#keys());
  }

  #paints() {
    return this.tool !== 'move' && !this.#spaced;
  }

  #actions() {
    return {
      tool: (tool) => this.#use(tool),
      texture: (texture) => {
        this.texture = texture;
        this.#use('paint');
      },
      radius: (radius) => (this.radius = Math.max(LEAST_RADIUS, Math.min(MOST_RADIUS, Math.round(radius)))),
      undo: () => this.painting.undo(),
      redo: () => this.painting.redo(),
      clear: () => this.painting.change({ strokes: [], textures: [] }),
      model: (model) => this.painting.change({ model: model.name, base: paletteOf(model)[0] ?? '', strokes: [], textures: [] }),
      base: (base) => this.painting.change({ base }),
      seed: (seed) => this.painting.change({ seed }),
      save: () => save(this.document),
      open: (file) => this.#open(file),
      exporting: () => this.dialog.begin(),
    };
  }

  #use(tool) {
    if (tool === 'paint' && !paletteOf(this.model).length) return;
    this.tool = tool;
    this.panel.update();
    this.#aim();
  }

  // Whether dragging moves or paints.
  #aim() {
    this.plane.pan = !this.#paints();
    this.canvas.classList.toggle('painting', this.#paints());
    if (!this.#paints()) this.overlay.brush = null;
    else if (this.overlay.brush) Object.assign(this.overlay.brush, { radius: this.radius, softness: this.tool === 'reroll' ? 0 : this.softness });
    this.plane.redraw();
  }

  #begin() {
    try {
      const known = this.tool === 'paint' ? this.painting.withTexture(this.texture) : {};
      this.#stroke = { ...known, reroll: this.tool === 'reroll', radius: this.radius, softness: this.softness, points: [] };
      this.#sent = 0;
      this.overlay.strokes.push({ ...this.#stroke, picture: this.tool === 'paint' ? this.#picture(this.texture) : null });
      return true;
    } catch (failure) {
      toast(failure.message, 'error');
      return false;
    }
  }

  #extend(points) {
    this.#stroke.points = points;
    this.overlay.strokes.at(-1).points = points;
    this.plane.redraw();
    // From the last point that was sent: the piece between it and the next is new too.
    const rect = touched(this.model, this.radius, points.slice(Math.max(0, this.#sent - 1)));
    this.#sent = points.length;
    this.publisher.show(this.#withStroke(), this.model, rect, true);
  }

  #withStroke() {
    const { textures = this.document.textures, texture, reroll, radius, softness, points } = this.#stroke;
    const kind = reroll ? { reroll } : { texture };
    const stroke = { ...kind, radius, softness: Math.round(softness * 100) / 100, points: [...points] };
    return { ...this.document, textures, strokes: [...this.document.strokes, stroke] };
  }

  #finish() {
    const { strokes, textures } = this.#withStroke();
    this.#stroke = null;
    this.painting.change({ strokes, textures });
  }

  #cancel() {
    if (!this.#stroke) return;
    const rect = touched(this.model, this.radius, this.#stroke.points);
    this.#stroke = null;
    this.overlay.strokes = [];
    this.publisher.show(this.document, this.model, rect);
  }

  #changed(before, after) {
    const ground = ['model', 'seed', 'base'].some((name) => before[name] !== after[name]);
    this.#choose();
    const rect = ground ? undefined : difference(this.model, before.strokes, after.strokes);
    this.publisher.show(after, this.model, rect ?? undefined);
    this.panel.update();
    this.#aim();
  }

  #shown = async (map, draft) => {
    if (draft) return;
    const { model, seed, base } = this.document;
    Object.assign(this.#state, { model, seed, base, map });
    write(this.#state, DEFAULTS);
    const made = [...this.overlay.strokes];
    await this.plane.idle();
    if (!this.#stroke) this.overlay.strokes = this.overlay.strokes.filter((stroke) => !made.includes(stroke));
    this.plane.redraw();
  };

  // What the studio does not take is taken back.
  #refused = (failure) => {
    toast(failure.message, 'error');
    this.overlay.strokes = [];
    if (failure.status >= 400 && failure.status < 500) this.painting.withdraw();
    this.plane.redraw();
  };

  async #open(file) {
    const document = await readFile(file);
    if (!document) return;
    if (!this.#list.some(({ name }) => name === document.model)) {
      toast(`${file.name} needs the model ${document.model ?? '(none named)'}, which is not here.`, 'error');
      return;
    }
    try {
      await send('/api/maps', toJson(document));
      this.painting.change(document);
    } catch (failure) {
      toast(failure.message, 'error');
    }
  }

  #seen() {
    const { x, y, zoom } = this.plane.view;
    const width = this.canvas.clientWidth / zoom;
    const height = this.canvas.clientHeight / zoom;
    return { x: x - width / 2, y: y - height / 2, width, height, zoom };
  }

  async #source() {
    await this.idle();
    const { seed, base } = toJson(this.document);
    const map = this.document.strokes.length ? this.#state.map : '';
    return { model: this.model.id, seed, ...(map ? { map } : base ? { texture: base } : {}) };
  }

  #keys() {
    const down = (event) => {
      if (this.dialog.open || event.target.closest('input, select, textarea')) return;
      const letter = event.key.toLowerCase();
      if ((event.ctrlKey || event.metaKey) && (letter === 'z' || letter === 'y')) {
        event.preventDefault();
        if (letter === 'y' || event.shiftKey) this.painting.redo();
        else this.painting.undo();
      } else if (!event.ctrlKey && !event.metaKey && !event.altKey) this.#key(event);
    };
    const up = (event) => {
      if (event.key === ' ' && this.#spaced) this.#hold(false);
    };
    addEventListener('keydown', down);
    addEventListener('keyup', up);
    return () => {
      removeEventListener('keydown', down);
      removeEventListener('keyup', up);
    };
  }

  #key(event) {
    const tool = { 1: 'move', 2: 'paint', 3: 'reroll' }[event.key];
    if (tool) this.#use(tool);
    else if (event.key === '[' || event.key === ']') {
      const radius = this.radius * (event.key === ']' ? 1.25 : 0.8);
      this.radius = Math.max(LEAST_RADIUS, Math.min(MOST_RADIUS, Math.round(radius)));
      this.panel.update();
      this.#aim();
    } else if (event.key === ' ' && !event.target.closest('button, a, summary')) {
      event.preventDefault();
      if (!event.repeat) this.#hold(true);
    }
  }

  #hold(spaced) {
    if (this.#stroke) return;
    this.#spaced = spaced;
    this.#aim();
  }

  leave = () => {
    this.publisher.end();
    this.#ends.forEach((end) => end());
    if (this.dialog.open) this.dialog.close();
    this.plane.destroy();
    delete window.ikat;
  };
}
