// What was painted, with all that was before: every state is a document that is never changed.
import { keyOf, modelNames } from './paints.js';

const MOST_TEXTURES = 16;
const MOST_MODELS = 8;

export class Painting {
  #past = [];
  #future = [];
  #onchange;

  // document: {model, seed, base, textures, strokes}; onchange(before, after) after every change.
  constructor(document, onchange) {
    this.document = document;
    this.#onchange = onchange;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  // All states up to this one.
  get states() {
    return [...this.#past, this.document];
  }

  // Goes to a state that undoing or redoing leads to, if it is one.
  goTo(document) {
    const back = this.#past.indexOf(document);
    const forth = this.#future.indexOf(document);
    if (back >= 0) {
      this.#future.push(this.document, ...this.#past.splice(back + 1).reverse());
      this.#go(this.#past.pop());
    } else if (forth >= 0) {
      this.#past.push(this.document, ...this.#future.splice(forth + 1).reverse());
      this.#go(this.#future.pop());
    }
  }

  change(parts) {
    this.#past.push(this.document);
    this.#future = [];
    this.#go({ ...this.document, ...parts });
  }

  // Takes the last change back for good.
  withdraw() {
    if (this.canUndo) this.#go(this.#past.pop());
  }

  undo() {
    if (!this.canUndo) return;
    this.#future.push(this.document);
    this.#go(this.#past.pop());
  }

  redo() {
    if (!this.canRedo) return;
    this.#past.push(this.document);
    this.#go(this.#future.pop());
  }

  // The place of a paint in the list of the document, which grows as it needs to.
  withTexture(paint) {
    const { textures } = this.document;
    const known = textures.findIndex((other) => keyOf(other) === keyOf(paint));
    if (known >= 0) return { textures, texture: known };
    if (textures.length >= MOST_TEXTURES) {
      throw new Error(`a painting has at most ${MOST_TEXTURES} textures; use one of those that are in it`);
    }
    const grown = [...textures, paint];
    if (modelNames({ ...this.document, textures: grown }).length > MOST_MODELS) {
      throw new Error(`a painting has textures of at most ${MOST_MODELS} models; use one of those that are in it`);
    }
    return { textures: grown, texture: textures.length };
  }

  #go(to) {
    const before = this.document;
    this.document = to;
    this.#onchange(before, to);
  }
}

// As the studio takes it.
export function toJson({ model, seed, base, textures, strokes }) {
  return { model, seed: Number(seed), ...(base ? { base } : {}), textures, strokes };
}

export function fromJson({ model, seed = 0, base = '', textures = [], strokes = [] }) {
  return { model, seed: String(seed), base: base ?? '', textures, strokes };
}
