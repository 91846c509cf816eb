// The states of a painting as steps of the browser's history: Back undoes, Forward does it again, without the page
// being opened anew. History moves late, so that it follows the painting one movement at a time.
import { write } from '../../lib/state.js';

export class Trail {
  #painting;
  #path = location.pathname;
  #id = Math.random().toString(36).slice(2);
  #entries; // the documents of our entries, in order
  #at = 0;
  #underway = false;
  #stepped = (event) => this.#step(event);

  constructor(painting) {
    this.#painting = painting;
    this.#entries = [painting.document];
    history.replaceState(this.#state(), '');
    addEventListener('step', this.#stepped);
  }

  stop() {
    removeEventListener('step', this.#stepped);
  }

  // Brings history to where the painting is.
  follow() {
    if (this.#underway) return;
    const states = this.#painting.states;
    let same = 0;
    while (same < states.length && states[same] === this.#entries[same]) same++;
    if (this.#at !== same - 1 && same > 0) {
      this.#underway = true;
      write.flush();
      history.go(same - 1 - this.#at);
      return;
    }
    for (const state of states.slice(same)) this.#push(state);
  }

  #push(state) {
    write.flush();
    this.#at++;
    this.#entries.splice(this.#at, Infinity, state);
    history.pushState(this.#state(), '', location.pathname + location.search);
  }

  #state() {
    return { paint: { id: this.#id, at: this.#at } };
  }

  // Else the frame opens the page anew.
  #step(event) {
    const to = event.detail?.paint;
    if (to?.id !== this.#id || location.pathname !== this.#path) return;
    event.preventDefault();
    write.cancel();
    const ours = this.#underway;
    this.#underway = false;
    this.#at = to.at;
    if (!ours) this.#painting.goTo(this.#entries[to.at]);
    this.follow(); // where the painting has no such state any more, or has gone on meanwhile
  }
}
