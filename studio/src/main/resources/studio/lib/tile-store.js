// Fetches tiles, a few at a time, and keeps those that were used last as decoded pictures.
import { ask, modelPath } from './api.js';

const AT_A_TIME = 6; // as many connections as browsers open to one host
const BYTES = 64 << 20;
const FULL_SIZE = 12; // the z of the addresses at which a pixel is one of the plane
const AGAIN = 4000; // milliseconds after which a failure that may pass is tried again

// One plane of one model: which address each of its tiles has.
export class TileLayer {
  constructor({ modelId, seed = 0, texture, map, detail }, side) {
    const query = new URLSearchParams({ seed, size: side });
    if (map) query.set('map', map);
    else if (texture) query.set('texture', texture);
    if (detail) query.set('detail', detail);
    this.side = side;
    this.base = `${modelPath(modelId)}/tiles`;
    // On this machine bytes cost nothing, so that nothing need be lost.
    const near = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
    this.ending = `${near ? 'png' : 'webp'}?${query}`;
    this.name = `${this.base} ${this.ending}`;
  }

  // A tile as its place and its address, which is also what it is kept under.
  tile(level, column, row) {
    const key = `${this.base}/${FULL_SIZE - level}/${column}/${row}.${this.ending}`;
    return { key, layer: this, level, column, row };
  }

  is(other) {
    return this.name === other?.name;
  }
}

// Whether a tile shows some of a rectangle {x, y, width, height} of the plane.
export function touches({ layer, level, column, row }, rect) {
  const span = layer.side * 2 ** level;
  return (
    column * span < rect.x + rect.width &&
    (column + 1) * span > rect.x &&
    row * span < rect.y + rect.height &&
    (row + 1) * span > rect.y
  );
}

export class TileStore {
  #tiles = new Map(); // by address, the least recently used one first
  #loading = new Map();
  #failed = new Map(); // when to try again
  #refused = new Map(); // why the studio does not have some layers
  #wanted = new Map();
  #bytes = 0;
  #pausedUntil = 0;
  #failure;
  #timer;
  #onchange;

  // onchange: a tile has come, or will not come.
  constructor(onchange) {
    this.#onchange = onchange;
  }

  // A picture that is there, or nothing.
  get(tile) {
    const kept = this.#tiles.get(tile.key);
    if (!kept) return undefined;
    this.#tiles.delete(tile.key);
    this.#tiles.set(tile.key, kept);
    return kept.picture;
  }

  has(tile) {
    const kept = this.#tiles.get(tile.key);
    return kept !== undefined && !kept.stale;
  }

  // Whether there is nothing left to wait for.
  settled(tile) {
    return this.has(tile) || this.#refused.has(tile.layer.name);
  }

  // Why tiles of a layer do not come.
  failure(layer) {
    return this.#refused.get(layer.name) ?? this.#failure;
  }

  // Says which tiles are wanted, first ones first; requests of all others end.
  want(tiles) {
    this.#wanted = new Map(tiles.map((tile) => [tile.key, tile]));
    for (const [key, control] of this.#loading) {
      if (!this.#wanted.has(key)) {
        this.#loading.delete(key);
        control.abort();
      }
    }
    this.#fill();
  }

  // Tiles that touch the rectangle are fetched anew, and shown until the new ones are there.
  invalidate(rect) {
    for (const { tile, ...rest } of this.#tiles.values()) {
      if (!rect || touches(tile, rect)) this.#tiles.set(tile.key, { tile, ...rest, stale: true });
    }
    this.#failed.clear();
    this.#refused.clear();
    this.#onchange();
  }

  // Tiles of one layer that do not touch the rectangle become those of another.
  move(from, to, rect) {
    for (const [key, kept] of [...this.#tiles]) {
      const { layer, level, column, row } = kept.tile;
      if (!layer.is(from) || touches(kept.tile, rect)) continue;
      const tile = to.tile(level, column, row);
      if (this.#tiles.has(tile.key)) continue;
      this.#tiles.delete(key);
      this.#tiles.set(tile.key, { ...kept, tile });
    }
  }

  close() {
    this.want([]);
    clearTimeout(this.#timer);
    this.#onchange = () => {};
    for (const { picture } of this.#tiles.values()) picture.close();
    this.#tiles.clear();
  }

  #fill() {
    const now = performance.now();
    if (now < this.#pausedUntil) return;
    for (const tile of this.#wanted.values()) {
      if (this.#loading.size >= AT_A_TIME) return;
      const failed = (this.#failed.get(tile.key) ?? 0) > now;
      if (!failed && !this.#loading.has(tile.key) && !this.settled(tile)) this.#load(tile);
    }
  }

  async #load(tile) {
    const control = new AbortController();
    this.#loading.set(tile.key, control);
    try {
      const cache = this.#tiles.has(tile.key) ? 'reload' : 'default';
      const answer = await ask(tile.key, { signal: control.signal, cache });
      const picture = await createImageBitmap(await answer.blob());
      if (control.signal.aborted) picture.close();
      else this.#keep(tile, picture);
    } catch (failure) {
      if (!control.signal.aborted) this.#fail(tile, failure);
    }
    if (control.signal.aborted) return;
    this.#loading.delete(tile.key);
    this.#fill();
    this.#onchange();
  }

  #keep(tile, picture) {
    this.#drop(tile.key);
    this.#failed.delete(tile.key);
    this.#failure = undefined;
    this.#tiles.set(tile.key, { tile, picture, stale: false });
    this.#bytes += size(picture);
    // A large screen holds more; those that stand in for tiles to come must stay too.
    const most = Math.max(BYTES, 2 * this.#wanted.size * size(picture));
    for (const key of this.#tiles.keys()) {
      if (this.#bytes <= most) return;
      if (!this.#wanted.has(key)) this.#drop(key);
    }
  }

  #drop(key) {
    const kept = this.#tiles.get(key);
    if (!kept) return;
    this.#tiles.delete(key);
    this.#bytes -= size(kept.picture);
    kept.picture.close();
  }

  #fail(tile, failure) {
    const now = performance.now();
    if (failure.status === 503) {
      this.#pausedUntil = now + 1000 * Math.max(1, failure.retryAfter);
      this.#later(this.#pausedUntil - now);
    } else if (failure.status >= 400 && failure.status < 500) {
      this.#refused.set(tile.layer.name, failure);
    } else {
      this.#failed.set(tile.key, now + AGAIN);
      this.#later(AGAIN);
      this.#failure = failure;
    }
  }

  #later(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fill(), milliseconds + 20);
  }
}

// close() makes the sides 0, so this is asked before.
const size = (picture) => 4 * picture.width * picture.height;
