// Has tiles made: the last one that was asked for, a moment after it was.
import { ask, modelPath, refused } from '../../lib/api.js';

const PAUSE = 200; // milliseconds, so that a number can be typed to its end

export class TileMaker {
  #events;
  #control = new AbortController();
  #timer;
  #kept = [];

  // ondone({wrap, told, name, picture, certificate}): the certificate, and addresses of both files.
  constructor({ ondone, onfail }) {
    this.#events = { ondone, onfail };
  }

  // wanted: {modelId, texture, seed, detail, wrap, width, height}
  make(wanted) {
    this.#stop();
    this.#control = new AbortController();
    this.#timer = setTimeout(() => this.#run(wanted, this.#control.signal), PAUSE);
  }

  close() {
    this.#stop();
    this.#forget();
  }

  async #run({ modelId, ...choice }, signal) {
    const query = new URLSearchParams(Object.entries(choice).filter(([, value]) => value !== ''));
    const base = `${modelPath(modelId)}/wrap`;
    try {
      const kinds = ['png', 'json'];
      const answers = await Promise.all(kinds.map((kind) => this.#patient(`${base}.${kind}?${query}`, signal)));
      const blobs = await Promise.all(answers.map((answer) => answer.blob()));
      const told = JSON.parse(await blobs[1].text());
      if (!signal.aborted) this.#finish(choice.wrap, told, blobs);
    } catch (failure) {
      if (!signal.aborted) this.#events.onfail(failure);
    }
  }

  #finish(wrap, told, blobs) {
    this.#forget();
    this.#kept = blobs.map((blob) => URL.createObjectURL(blob));
    const [picture, certificate] = this.#kept;
    this.#events.ondone({ wrap, told, name: told.picture, picture, certificate });
  }

  // Asks again as long as the studio has too much to do, or is away.
  async #patient(path, signal) {
    for (;;) {
      try {
        return await ask(path, { signal });
      } catch (failure) {
        if (signal.aborted || refused(failure) || failure.status === 500) throw failure;
        if (!failure.status) this.#events.onfail(failure);
        await new Promise((resolve) => setTimeout(resolve, 1000 * Math.max(1, failure.retryAfter ?? 0)));
        signal.throwIfAborted();
      }
    }
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#control.abort();
  }

  #forget() {
    this.#kept.forEach((address) => URL.revokeObjectURL(address));
    this.#kept = [];
  }
}
