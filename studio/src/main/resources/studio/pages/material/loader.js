// Fetches the pictures of a material: the last one that was asked for.
import { ask, json, refused } from '../../lib/api.js';

const PAUSE = 150; // milliseconds, so that a number can be typed to its end

export const queryOf = ({ texture, seed, detail, size }) => new URLSearchParams(Object.entries({ texture, seed, detail, size }).filter(([, value]) => value !== ''));

export class MaterialLoader {
  #control = new AbortController();
  #timer;

  // ondone({facts, pictures: ImageBitmaps by name, blobs}), onpart(name) while they come, onfail(failure).
  constructor(events) {
    this.events = events;
  }

  // wanted: {modelId, texture, seed, detail, size}
  load(wanted) {
    this.stop();
    this.#control = new AbortController();
    this.#timer = setTimeout(() => this.#run(wanted, this.#control.signal), PAUSE);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#control.abort();
  }

  async #run({ modelId, ...choice }, signal) {
    const base = `/api/models/${encodeURIComponent(modelId)}/material`;
    const query = queryOf(choice);
    try {
      const facts = await this.#patient(() => json(`${base}.json?${query}`, { signal }), signal);
      const blobs = {};
      // the colours first, as the maps may be made of them
      for (const name of ['color', ...facts.maps]) {
        this.events.onpart(name);
        const answer = await this.#patient(() => ask(`${base}/${name}.png?${query}`, { signal }), signal);
        blobs[name] = await answer.blob();
      }
      const names = Object.keys(blobs);
      const decoded = await Promise.all(names.map((name) => decode(blobs[name])));
      if (!signal.aborted) this.events.ondone({ facts, blobs, pictures: Object.fromEntries(names.map((name, i) => [name, decoded[i]])) });
    } catch (failure) {
      if (!signal.aborted) this.events.onfail(failure);
    }
  }

  // Asks again as long as the studio has too much to do, or is away.
  async #patient(work, signal) {
    for (;;) {
      try {
        return await work();
      } catch (failure) {
        if (signal.aborted || refused(failure) || failure.status === 500) throw failure;
        if (!failure.status) this.events.onfail(failure);
        await new Promise((resolve) => setTimeout(resolve, 1000 * Math.max(1, failure.retryAfter ?? 0)));
        signal.throwIfAborted();
      }
    }
  }
}

const decode = (blob) => createImageBitmap(blob, { imageOrientation: 'flipY', colorSpaceConversion: 'none', premultiplyAlpha: 'none' });
