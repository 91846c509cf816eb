// A pad between textures: a handle that mixes them by where it is.
import { h } from '../../lib/dom.js';
import { thumbnail } from '../../lib/picker.js';
import { corners, hundredths, ring, ringWeights } from './weights.js';

const STEP = 0.02;
const FAR = 0.1;
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const CORNERS = ['Upper left', 'Upper right', 'Lower left', 'Lower right'];
const clamp = (value) => Math.max(0, Math.min(1, value));

export class Pad {
  // `onmove(x, y)` while the handle moves, `onmoved()` when it was let go, `onselect(slot)`, `ondrop(slot, texture)`.
  constructor({ onmove, onmoved, onselect, ondrop }) {
    Object.assign(this, { onmove, onmoved, onselect, ondrop });
    this.ground = h('div.pad-ground', { 'aria-hidden': 'true' });
    this.handle = h('div.pad-handle', {
      role: 'slider',
      tabindex: 0,
      'aria-label': 'Mixture',
      'aria-roledescription': 'two-dimensional slider',
      'aria-valuemin': 0,
      'aria-valuemax': 100,
      onkeydown: (event) => this.key(event),
      onkeyup: (event) => (KEYS[event.key] || event.key === 'Home') && this.onmoved(),
    });
    this.area = h('div.pad-area', {}, this.ground, this.handle);
    this.slotBox = h('div.pad-slots', { role: 'group', 'aria-label': 'Places of the pad' });
    this.note = h('p.pad-note', { hidden: true });
    this.element = h('div.pad', {}, this.area, this.slotBox, this.note);
    this.listen();
  }

  listen() {
    const follow = (event) => {
      const box = this.area.getBoundingClientRect();
      this.moveTo((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    };
    this.area.addEventListener('pointerdown', (event) => {
      if (this.model.textures.length < 2) return;
      this.area.setPointerCapture(event.pointerId);
      follow(event);
      this.handle.focus({ preventScroll: true });
      event.preventDefault();
    });
    this.area.addEventListener('pointermove', (event) => {
      if (this.area.hasPointerCapture(event.pointerId)) follow(event);
    });
    this.area.addEventListener('lostpointercapture', () => this.onmoved());
  }

  // Shows other textures or another layout.
  lay(model, slots, layout, selected) {
    Object.assign(this, { model, slots, layout });
    const several = model.textures.length > 1;
    this.element.dataset.layout = layout;
    this.element.classList.toggle('pad-off', !several);
    this.handle.setAttribute('aria-disabled', String(!several));
    this.note.hidden = several;
    const moved = model.waves ? 'Drift and waves still move it.' : 'Drift still moves it.';
    this.note.textContent = `${model.name} has one texture, so there is nothing to mix. ${moved}`;
    this.places = layout === 'ring' ? ring(slots.length) : [[0, 0], [1, 0], [0, 1], [1, 1]];
    this.buttons = several ? slots.map((name, i) => this.slot(name, i)) : [];
    this.slotBox.replaceChildren(...this.buttons);
    this.ground.replaceChildren(...(several && layout === 'corners' ? slots.map((name) => this.layer(name)) : []));
    this.select(selected);
  }

  layer(name) {
    const layer = h('div');
    layer.style.backgroundImage = `url("${thumbnail(this.model, name)}&size=256")`;
    return layer;
  }

  slot(name, index) {
    const where = this.layout === 'ring' ? `Place ${index + 1}` : CORNERS[index];
    const button = h(
      'button.slot',
      {
        type: 'button',
        title: `${where}: ${name}. Select it, then choose another texture.`,
        onclick: () => this.onselect(index),
        ondragover: (event) => event.preventDefault(),
        ondrop: (event) => {
          event.preventDefault();
          this.ondrop(index, event.dataTransfer.getData('text/plain'));
        },
      },
      h('img', { src: thumbnail(this.model, name), alt: '', width: 40, height: 40, draggable: false }),
      h('span.slot-text', {}, h('span.slot-where', {}, `${where}: `), h('span.slot-name', {}, name), h('span.slot-share')),
    );
    if (this.layout === 'ring') {
      const [x, y] = this.places[index];
      button.style.left = `${50 + 84 * (x - 0.5)}%`;
      button.style.top = `${50 + 84 * (y - 0.5)}%`;
    }
    return button;
  }

  select(index) {
    this.buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(i === index)));
  }

  // How much of each place the handle gives, before softness.
  weights() {
    if (!this.buttons.length) return [1];
    return this.layout === 'ring' ? ringWeights(this.x, this.y, this.slots.length) : corners(this.x, this.y);
  }

  // Puts the handle somewhere without telling.
  put(x, y) {
    this.x = clamp(x);
    this.y = clamp(y);
    if (this.layout === 'ring') this.keepInside();
    this.handle.style.left = `${100 * this.x}%`;
    this.handle.style.top = `${100 * this.y}%`;
  }

  keepInside() {
    const away = Math.hypot(this.x - 0.5, this.y - 0.5);
    if (away <= 0.5) return;
    this.x = 0.5 + (0.5 * (this.x - 0.5)) / away;
    this.y = 0.5 + (0.5 * (this.y - 0.5)) / away;
  }

  moveTo(x, y) {
    this.put(x, y);
    this.onmove(this.x, this.y);
  }

  key(event) {
    if (!this.buttons.length) return;
    const step = event.shiftKey ? FAR : STEP;
    const way = KEYS[event.key];
    if (event.key === 'Home') this.moveTo(0.5, 0.5);
    else if (way) this.moveTo(this.x + way[0] * step, this.y + way[1] * step);
    else return;
    event.preventDefault();
  }

  // Tells the shares, to eyes and to screen readers.
  tell(shares) {
    this.buttons.forEach((button, i) => {
      button.style.setProperty('--share', shares[i].toFixed(3));
      button.querySelector('.slot-share').textContent = `${Math.round(100 * shares[i])} %`;
    });
    const parts = this.buttons.length ? hundredths(this.slots, shares) : [];
    this.handle.setAttribute('aria-valuenow', Math.round(100 * this.x));
    this.handle.setAttribute('aria-valuetext', parts.map(({ name, whole }) => `${whole} % ${name}`).join(', ') || 'one texture');
  }
}
