// The Paint page: textures of any models painted over an endless plane, spots of it drawn anew.
import { models } from '../lib/api.js';
import { modelOf } from '../lib/choice.js';
import { h, toast } from '../lib/dom.js';
import { exportDialog, exportRow } from '../lib/export.js';
import { go } from '../lib/go.js';
import { noModel } from '../lib/no-model.js';
import { thumbnail } from '../lib/picker.js';
import { stageNotice } from '../lib/stage-notice.js';
import { read, whole, write } from '../lib/state.js';
import { TilePlane } from '../lib/tiles.js';
import { zoomBar } from '../lib/zoom-bar.js';
import { CurrentStroke } from './paint/current-stroke.js';
import { onDrop, save } from './paint/files.js';
import { difference } from './paint/geometry.js';
import { Keeper } from './paint/keeper.js';
import { handleKeys } from './paint/keys.js';
import { textureDialog } from './paint/library.js';
import { fromAddress, fromFile } from './paint/opening.js';
import { Overlay } from './paint/overlay.js';
import { Painting, toJson } from './paint/painting.js';
import { distinct, keyOf, modelNames, modelsIn, paintOf, paintsOf, shownBy, texturesOf } from './paint/paints.js';
import { brushPanel } from './paint/panel.js';
import { Publisher } from './paint/publisher.js';
import { handleStrokes } from './paint/strokes.js';
import { Trail } from './paint/trail.js';

const DEFAULTS = { model: '', seed: '0', texture: '', base: '', map: '', painting: '', x: 0, y: 0, zoom: 1 };
const [LEAST_RADIUS, MOST_RADIUS] = [4, 4096];

export async function mount(root) {
  const list = await models();
  if (!list.length) {
    root.append(noModel('You paint with what a model has learned.'));
    return undefined;
  }
  const state = read(DEFAULTS, { seed: whole });
  Object.assign(state, { texture: state.base || state.texture, base: '' }); // as links of earlier versions call it
  const { kept, ...document } = await fromAddress(list, state);
  return new BrushPage(root, list, state, document, kept).leave;
}

class BrushPage {
  #list;
  #state;
  #ends = [];
  #current = new CurrentStroke(this);
  #spaced = false;
  #left = false;
  #pictures = new Map();
  #added = []; // to the palette: models and textures of theirs

  constructor(root, list, state, document, kept) {
    this.#list = list;
    this.#state = state;
    this.tool = 'paint';
    this.radius = 64;
    this.softness = 0.4;
    this.painting = new Painting(document, (before, after) => this.#changed(before, after));
    this.trail = new Trail(this.painting);
    this.keeper = new Keeper({ onkept: (now) => this.#kept(now), onfail: (failure) => toast(`The painting is not kept yet: ${failure.message}.`, 'error') });
    this.#choose();
    this.#build(root);
    if (kept) {
      this.keeper.resume(kept);
      this.panel.kept(kept);
    }
    this.publisher.show(document, this.model, undefined);
    this.panel.update();
    this.#aim();
    window.ikat = { plane: this.plane, brush: this };
  }

  // For programs that drive the page: settles when all that was painted is on the plane.
  idle = () => this.publisher.idle();

  // Where the picture of a paint is; nowhere if its model is not here.
  address = (paint) => {
    const { model, texture } = shownBy(this.#list, this.model, paint);
    return model ? thumbnail(model, texture, texture ? 0 : this.document.seed) : undefined;
  };

  // The picture of a paint, which is fetched once.
  picture = (paint) => {
    const address = this.address(paint);
    if (!address) return null;
    if (!this.#pictures.has(address)) this.#pictures.set(address, Object.assign(new Image(), { src: address }));
    return this.#pictures.get(address);
  };

  get document() {
    return this.painting.document;
  }

  // What is known of the models that one paints with now.
  models = () => {
    const { model, textures } = this.document;
    return modelsIn(this.#list, { model, textures: [...textures, this.texture] });
  };

  // What one can paint with: the model's own textures, those of others that are in the painting, and what was added.
  get palette() {
    return distinct([...paintsOf(this.model), ...this.document.textures, ...this.#added.map(({ model, texture }) => paintOf(this.model, model, texture))]);
  }

  #choose() {
    const { document } = this;
    if (this.model?.name !== document.model) {
      this.model = modelOf(this.#list, document.model);
      this.texture = undefined;
    }
    const { palette } = this;
    if (!this.texture || !palette.some((paint) => keyOf(paint) === keyOf(this.texture))) {
      this.texture = palette.find((paint) => paint !== document.base) ?? palette[0];
      if (palette.length < 2 && this.tool === 'paint') this.tool = 'reroll'; // the ground would cover itself
    }
    palette.forEach(this.picture);
  }

  #build(root) {
    const canvas = h('canvas.plane-canvas', {
      tabIndex: 0, role: 'application', 'aria-roledescription': 'painting',
      'aria-label': 'Endless painting. With a brush, arrow keys move the crosshair and Enter stamps; 1 chooses Move.',
    });
    this.canvas = canvas;
    this.notice = stageNotice('');
    this.plane = new TilePlane(canvas, {
      onview: (view) => {
        Object.assign(this.#state, view);
        this.bar?.show(view);
        write(this.#state, DEFAULTS);
      },
      onstate: this.notice.tell,
    });
    this.plane.view = this.#state;
    this.bar = zoomBar(this.plane, canvas);
    this.overlay = new Overlay(this.plane, canvas);
    this.publisher = new Publisher(this.plane, { onshown: this.#shown, onrefused: this.#refused, ontrouble: this.notice.trouble });
    this.dialog = exportDialog(() => this.#seen(), () => this.#source());
    this.library = textureDialog(this.#list, (model, texture) => this.#add(model, texture));
    this.panel = brushPanel(this.#list, this, this.#actions());
    const stage = h('div.stage', {}, canvas, ...this.notice.parts, this.bar);
    root.append(h('div.split.brush-page', {}, stage, this.panel), this.dialog, this.library);
    this.#ends.push(this.#strokes(), onDrop(stage, (file) => this.#open(file)), this.#keys());
  }

  #strokes() {
    const current = this.#current;
    return handleStrokes({
      canvas: this.canvas, plane: this.plane, overlay: this.overlay,
      paints: () => this.#paints(),
      brush: () => this.#ring(),
      begin: () => current.begin(), extend: (points) => current.extend(points), finish: () => current.finish(), cancel: () => current.cancel(),
    });
  }

  #keys() {
    return handleKeys({
      closed: () => this.dialog.open || this.library.open,
      tool: (tool) => this.#use(tool),
      resize: (times) => {
        this.#size(this.radius * times);
        this.panel.update();
        this.#aim();
      },
      undo: () => this.painting.undo(),
      redo: () => this.painting.redo(),
      hold: (spaced) => {
        if (this.#current.underway) return;
        this.#spaced = spaced;
        this.#aim();
      },
    });
  }

  #actions() {
    return {
      tool: (tool) => this.#use(tool),
      texture: (texture) => {
        this.texture = texture;
        this.#use('paint');
      },
      radius: (radius) => this.#size(radius),
      undo: () => this.painting.undo(),
      redo: () => this.painting.redo(),
      add: () => this.library.begin(this.#list.find((model) => !modelNames(this.document).includes(model.name)) ?? this.model),
      clear: () => this.painting.change({ strokes: [], textures: [] }),
      model: (model) => this.painting.change({ model: model.name, base: texturesOf(model)[0] ?? '', strokes: [], textures: [] }),
      base: (base) => this.painting.change({ base }),
      seed: (seed) => this.painting.change({ seed }),
      save: () => save(this.document),
      open: (file) => this.#open(file),
      fresh: () => go(`/paint?${new URLSearchParams({ model: this.document.model, seed: this.document.seed, ...(this.document.base ? { texture: this.document.base } : {}) })}`),
      exporting: exportRow(this.dialog),
    };
  }

  #add(model, texture) {
    const paint = paintOf(this.model, model, texture);
    this.#added.push({ model, texture });
    this.texture = paint;
    this.picture(paint);
    this.#use('paint');
  }

  #use(tool) {
    this.tool = tool;
    this.panel.update();
    this.#aim();
  }

  #size(radius) {
    this.radius = Math.max(LEAST_RADIUS, Math.min(MOST_RADIUS, Math.round(radius)));
  }

  #paints() {
    return this.tool !== 'move' && !this.#spaced;
  }

  // How the brush looks over the plane.
  #ring() {
    return { radius: this.radius, softness: this.tool === 'reroll' ? 0 : this.softness };
  }

  // Whether dragging moves or paints.
  #aim() {
    const paints = this.#paints();
    this.plane.pan = !paints;
    this.canvas.classList.toggle('painting', paints);
    if (!paints) this.overlay.brush = null;
    else if (this.overlay.brush) Object.assign(this.overlay.brush, this.#ring());
    this.plane.redraw();
  }

  #changed(before, after) {
    const ground = ['model', 'seed', 'base'].some((name) => before[name] !== after[name]);
    this.#choose();
    this.trail.follow();
    const models = modelsIn(this.#list, before, after);
    const rect = ground ? undefined : difference(models, before.strokes, after.strokes);
    this.publisher.show(after, this.model, rect ?? undefined);
    this.panel.update();
    this.#aim();
  }

  #shown = async (map, draft) => {
    this.notice.say('');
    if (draft) return;
    const { model, seed, base } = this.document;
    Object.assign(this.#state, { model, seed, texture: base, map });
    write(this.#state, DEFAULTS);
    this.keeper.keep(this.document);
    const made = [...this.overlay.strokes];
    await this.plane.idle();
    if (!this.#current.underway) this.overlay.strokes = this.overlay.strokes.filter((stroke) => !made.includes(stroke));
    this.plane.redraw();
  };

  #kept(kept) {
    if (this.#left) return;
    this.#state.painting = kept.id;
    write(this.#state, DEFAULTS);
    this.panel.kept(kept);
  }

  // What the studio does not take is taken back. Where a model has gone, all that was painted with it stays, and
  // is kept as it was before.
  #refused = (failure) => {
    if (failure.status === 404) {
      this.notice.trouble(failure);
      return;
    }
    toast(failure.message, 'error');
    this.overlay.strokes = [];
    this.painting.withdraw();
    this.plane.redraw();
  };

  async #open(file) {
    const document = await fromFile(this.#list, file);
    if (!document) return;
    await this.keeper.flush();
    this.keeper.begin(document.model);
    this.painting.change(document);
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

  leave = () => {
    this.#left = true;
    this.trail.stop();
    this.keeper.flush();
    this.publisher.end();
    this.#ends.forEach((end) => end());
    for (const dialog of [this.dialog, this.library]) if (dialog.open) dialog.close();
    this.plane.destroy();
    delete window.ikat;
  };
}
