// From one texture of a model to another, live: the studio paints while the hand moves.
import { field, h, slider } from '../../lib/dom.js';
import { LivePicture } from '../../lib/live.js';

const REST = 600; // milliseconds after the last move, until the sharp picture is asked for
const MOST_SIDE = 512;

// `events.onlive(canvas, pixels)` for the first live picture of a move, `onframe()` for each,
// `onrest()` when the hand has rested, `onmix({to, mix})` on every change, `onerror(sentence)`.
export class Morph {
  constructor(events) {
    this.events = events;
    this.canvas = document.createElement('canvas');
    this.element = h('section.material-morph', { 'aria-labelledby': 'material-morph', hidden: true });
  }

  // Fills the controls for a model; hidden where there are no two textures to go between.
  show(model, state) {
    const others = model.textures.filter((name) => name !== state.texture);
    const able = model.textures.includes(state.texture) && others.length > 0;
    if (!others.includes(state.to)) Object.assign(state, { to: others[0] ?? '', mix: able ? state.mix : 0 });
    Object.assign(this, { model, state });
    this.element.hidden = !able;
    if (!able) {
      state.mix = 0;
      return;
    }
    const to = h('select', { onchange: () => this.events.onmix({ to: to.value }) }, others.map((name) => h('option', { value: name, selected: name === state.to }, name)));
    const amount = slider(`From ${state.texture}`, {
      min: 0, max: 1, step: 0.01, value: state.mix, format: (share) => `${Math.round(100 * share)} % ${this.state.to}`,
      oninput: (mix) => this.events.onmix({ mix }),
    });
    this.element.replaceChildren(h('h2', { id: 'material-morph' }, 'From texture to texture'), field('To', to), amount);
  }

  // Plays what the state says now.
  play() {
    const { model, state } = this;
    this.live ??= this.open();
    const cell = model.cellPixels;
    this.pixels = Math.max(cell, Math.floor(Math.min(MOST_SIDE, state.size) / cell) * cell);
    this.live.scene({
      model: model.id, seed: Number(state.seed), width: this.pixels, height: this.pixels, edges: 'joined', play: 'still',
      textures: [state.texture, state.to], weights: [1 - state.mix, state.mix],
    });
    this.playing = true;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.events.onrest(), REST);
  }

  open() {
    return new LivePicture(this.canvas, {
      onframe: (frame) => {
        if (!this.playing || frame.serial < this.live.serial - 8) return;
        if (this.shown) this.events.onframe();
        else this.events.onlive(this.canvas, this.pixels);
        this.shown = true;
      },
      onerror: (words) => words && this.events.onerror(words),
    });
  }

  // The sharp picture is there.
  done() {
    this.playing = false;
    this.shown = false;
  }

  close() {
    clearTimeout(this.rest);
    this.live?.close();
    this.live = undefined;
  }
}
