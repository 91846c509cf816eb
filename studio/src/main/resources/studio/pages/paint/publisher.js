// Tells the studio what was painted and shows it, as fast as both come along: what was painted
// meanwhile goes together, so that nothing piles up.
import { refused, send } from '../../lib/api.js';
import { toJson } from './painting.js';
import { union } from './geometry.js';

const PAUSE = 150; // milliseconds between two drafts
const PATIENCE = 2500; // for the tiles of a draft
const AGAIN = 2000; // milliseconds until the studio is asked again
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export class Publisher {
  #plane;
  #events;
  #next;
  #running;
  #ended = false;
  #behind = false; // whether something is not on the plane that a later rectangle does not cover

  // onshown(map, draft): a state is on the plane. onrefused(failure): the studio does not take one.
  // ontrouble(failure): it does not answer, and will be asked again.
  constructor(plane, events) {
    this.#plane = plane;
    this.#events = events;
  }

  // Shows a document; rect is what may differ from the one before, undefined for all of it.
  show(document, model, rect, draft = false) {
    const former = this.#next;
    const whole = rect === undefined || former?.whole;
    this.#next = { document, model, draft, whole, rect: whole ? undefined : union(former?.rect, rect) };
    this.#running ??= this.#run();
  }

  // Settles when all is shown.
  async idle() {
    while (this.#running) await this.#running;
    await this.#plane.idle();
  }

  end() {
    this.#ended = true;
    this.#next = undefined;
  }

  async #run() {
    while (this.#next) {
      const now = this.#next;
      this.#next = undefined;
      await this.#publish(now);
    }
    this.#running = undefined;
  }

  async #publish({ document, model, draft, whole, rect }) {
    const pause = wait(draft ? PAUSE : 0);
    try {
      const { id } = document.strokes.length ? await post(document, draft) : { id: '' };
      if (this.#ended) return;
      const plain = { modelId: model.id, seed: document.seed, texture: document.base };
      const source = id ? { modelId: model.id, seed: document.seed, map: id } : plain;
      if (whole || this.#behind || !rect) this.#plane.show(source);
      else this.#plane.retain(rect, source);
      this.#behind = false;
      this.#events.onshown(id, draft);
    } catch (failure) {
      if (this.#ended) return;
      if (!refused(failure)) {
        this.#events.ontrouble(failure);
        await wait(AGAIN);
        if (!this.#ended) this.#next ??= { document, model, draft };
      } else if (!draft) {
        this.#behind = true;
        this.#events.onrefused(failure);
      }
      // What is not on the plane yet must not be forgotten; a draft is told anew when its stroke ends.
      if (this.#next) this.#next.whole = true;
      return;
    }
    await pause;
    if (draft) await Promise.race([this.#plane.idle(), wait(PATIENCE)]);
  }
}

const post = (document, draft) => send(`/api/maps${draft ? '?draft=true' : ''}`, toJson(document));
