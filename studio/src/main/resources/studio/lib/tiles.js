// An endless plane of tiles on a canvas: `new TilePlane(canvas, { onview, onfirst, onstate })`.
import { handle } from './gestures.js';
import { TilePainter } from './tile-painter.js';
import { fadeOf, TileGrid, within } from './tile-view.js';
import { TileLayer, TileStore } from './tile-store.js';

const LAYERS = 3; // planes that can stand in for the one that is loading

export class TilePlane {
  #canvas;
  #context;
  #painter;
  #view = { x: 0, y: 0, zoom: 1 };
  #layers = []; // the one that is shown comes last, those that stand in for it before
  #source;
  #store;
  #near; // the point of the canvas whose tiles come first, its middle where there is none
  #frame = 0;
  #told; // the view that was told last
  #state = { waiting: 0 };
  #toldState;
  #begun = false;
  #fading = false; // whether tiles of the next coarser level are still to be mixed in
  #waiting = [];
  #ends = [];
  #events;

  // Whether dragging moves the plane; two fingers, the wheel and keys always do.
  pan = true;
  // Draws over the tiles in plane coordinates, unless it is null.
  overlay = null;

  // onview(view): it has changed. onfirst(): the first tile is there. 
  // onstate({waiting, failure}): how many tiles in view are still to come, and what goes wrong, if anything.
  constructor(canvas, events = {}) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
    this.#events = events;
    this.#store = new TileStore(() => this.redraw());
    this.#painter = new TilePainter(canvas, this.#store);
    const observer = new ResizeObserver(() => this.#resize());
    observer.observe(canvas);
    const ratio = followRatio(() => this.#resize());
    this.#ends.push(() => observer.disconnect(), ratio, handle(canvas, this));
    this.#fit();
    this.redraw();
  }

  // x and y: the pixel of the plane in the middle; zoom: CSS pixels for one of the plane.
  get view() {
    return { ...this.#view };
  }

  set view(view) {
    this.#view = within({ ...this.#view, ...view });
    this.#near = undefined;
    this.redraw();
  }

  // Zooms so that what is under a point of the window stays there.
  zoomAt(zoom, clientX, clientY) {
    const at = this.toPlane(clientX, clientY);
    const ratio = this.#view.zoom / within({ ...this.#view, zoom }).zoom;
    this.view = {
      x: at.x + (this.#view.x - at.x) * ratio,
      y: at.y + (this.#view.y - at.y) * ratio,
      zoom,
    };
    const box = this.#canvas.getBoundingClientRect();
    const pixels = devicePixelRatio || 1;
    this.#near = { x: (clientX - box.left) * pixels, y: (clientY - box.top) * pixels };
  }

  // Where on the plane a point of the window is.
  toPlane(clientX, clientY) {
    const box = this.#canvas.getBoundingClientRect();
    const { x, y, zoom } = this.#view;
    return {
      x: x + (clientX - box.left - box.width / 2) / zoom,
      y: y + (clientY - box.top - box.height / 2) / zoom,
    };
  }

  // Chooses the plane: {modelId, seed, texture, map, detail}. The former one stays until the new one is there.
  show(source) {
    this.#push(source);
    this.redraw();
  }

  // Like `show`, but all tiles that do not touch the rectangle {x, y, width, height}, outside of
  // which nothing may have changed, are kept.
  retain(rect, source) {
    const former = this.#layers.at(-1);
    const layer = this.#push(source);
    if (former && layer && !former.is(layer)) this.#store.move(former, layer, rect);
    this.redraw();
  }

  // Fetches again the tiles that touch a rectangle of the plane, or all.
  invalidate(rect) {
    this.#store.invalidate(rect);
  }

  // Draws with the next frame; for a changed overlay.
  redraw() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  // Settles when all tiles in view are drawn as they stay.
  idle() {
    this.redraw();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  destroy() {
    cancelAnimationFrame(this.#frame);
    this.#frame = -1;
    this.#ends.forEach((end) => end());
    this.#store.close();
  }

  #push(source) {
    this.#source = source;
    const layer = new TileLayer(source, devicePixelRatio >= 2 ? 512 : 256);
    if (layer.is(this.#layers.at(-1))) return undefined;
    this.#layers = [...this.#layers.filter((other) => !other.is(layer)), layer].slice(-LAYERS);
    return layer;
  }

  #resize() {
    this.#fit();
    if (this.#source) this.#push(this.#source);
    // At once: to resize a canvas empties it.
    this.#draw();
  }

  #fit() {
    const ratio = devicePixelRatio || 1;
    const width = Math.max(1, Math.round(this.#canvas.clientWidth * ratio));
    const height = Math.max(1, Math.round(this.#canvas.clientHeight * ratio));
    if (width !== this.#canvas.width || height !== this.#canvas.height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
  }

  #draw() {
    const { width, height } = this.#canvas;
    const scale = this.#view.zoom * (devicePixelRatio || 1);
    this.#context.setTransform(1, 0, 0, 1, 0, 0);
    this.#context.clearRect(0, 0, width, height);
    if (this.#layers.length) this.#drawTiles(scale, width, height);
    if (this.overlay) this.#drawOverlay(scale, width, height);
    this.#tell();
  }

  #drawTiles(scale, width, height) {
    const layer = this.#layers.at(-1);
    const grid = new TileGrid(this.#view, scale, width, height, layer.side);
    const near = this.#near ?? { x: width / 2, y: height / 2 };
    const tiles = (ring) => grid.places(near, ring).map((at) => layer.tile(grid.level, at.column, at.row));
    const visible = tiles(0);
    const waiting = visible.filter((tile) => !this.#store.settled(tile)).length;
    const fade = fadeOf(scale, grid.level);
    const coarse = fade ? this.#coarser(layer, scale, grid.level + 1) : [];
    // The level to come and what is around are fetched ahead, once what is in view is there.
    this.#store.want(waiting ? visible : [...coarse, ...tiles(1)]);
    this.#fading = coarse.some((tile) => !this.#store.settled(tile));
    const ready = coarse.every((tile) => this.#store.has(tile));
    if (visible.every((tile) => this.#store.has(tile))) this.#layers = [layer];
    this.#state = { waiting, failure: this.#store.failure(layer) };
    if (this.#painter.paint(this.#layers, this.#view, scale, ready ? fade : 0)) this.#begin();
  }

  // The tiles in view of another level.
  #coarser(layer, scale, level) {
    const { width, height } = this.#canvas;
    const grid = new TileGrid(this.#view, scale, width, height, layer.side, level);
    return grid.places({ x: width / 2, y: height / 2 }).map((at) => layer.tile(level, at.column, at.row));
  }

  #drawOverlay(scale, width, height) {
    const { x, y } = this.#view;
    this.#context.setTransform(scale, 0, 0, scale, width / 2 - x * scale, height / 2 - y * scale);
    this.overlay(this.#context);
  }

  #begin() {
    if (this.#begun) return;
    this.#begun = true;
    this.#events.onfirst?.();
  }

  #tell() {
    const { x, y, zoom } = this.#view;
    if (this.#told?.x !== x || this.#told?.y !== y || this.#told?.zoom !== zoom) {
      this.#told = this.view;
      this.#events.onview?.(this.view);
    }
    const { waiting, failure } = this.#state;
    if (waiting !== this.#toldState?.waiting || failure !== this.#toldState?.failure) {
      this.#toldState = this.#state;
      this.#events.onstate?.(this.#state);
    }
    if (this.#layers.length && !waiting && !this.#fading) this.#waiting.splice(0).forEach((resolve) => resolve());
  }
}


// Tells when the window goes to a screen with other pixels; returns how to stop.
function followRatio(tell) {
  let query;
  const follow = () => {
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', change, { once: true });
  };
  const change = () => {
    follow();
    tell();
  };
  follow();
  return () => query.removeEventListener('change', change);
}
