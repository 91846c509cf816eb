// Keeps what is painted in the library, a moment after every change, so that nothing is lost.
import { json, send } from '../../lib/api.js';
import { toJson } from './painting.js';

const PAUSE = 700; // milliseconds

export class Keeper {
  #ids = new Map(); // of the painting on each model, as another model begins a new one
  #timer;
  #last = Promise.resolve();
  #waiting;
  #onkept;

  // onkept({id, name}): it is kept. onfail(failure): it is not, and is tried again with the next change.
  constructor({ onkept, onfail }) {
    this.#onkept = onkept;
    this.onfail = onfail;
  }

  // Goes on with a painting of the library.
  resume({ id, model }) {
    this.#ids.set(model, id);
  }

  // What follows is another painting.
  begin(model) {
    this.#ids.delete(model);
  }

  // Bare ground is no painting, and takes the place of none.
  keep(document) {
    clearTimeout(this.#timer);
    this.#waiting = document.strokes.length ? document : undefined;
    if (this.#waiting) this.#timer = setTimeout(() => this.flush(), PAUSE);
  }

  // Keeps at once what waits; settles when it is kept.
  flush() {
    clearTimeout(this.#timer);
    const document = this.#waiting;
    this.#waiting = undefined;
    if (document) this.#last = this.#last.then(() => this.#send(document));
    return this.#last;
  }

  async #send(document) {
    const id = this.#ids.get(document.model);
    const map = toJson(document);
    try {
      const kept = id ? await send(`/api/paintings/${id}`, { map }, 'PATCH') : await send('/api/paintings', { map });
      this.#ids.set(document.model, kept.id);
      this.#onkept(kept);
    } catch (failure) {
      // It was deleted meanwhile, unless one of its models was.
      if (failure.status === 404 && id && (await isGone(id))) this.#ids.delete(document.model);
      this.#waiting ??= document;
      this.onfail(failure);
    }
  }
}

const isGone = (id) => painting(id).then(() => false, ({ status }) => status === 404);

export const painting = (id) => json(`/api/paintings/${encodeURIComponent(id)}`);
