// Turns the view around a shape by pointers, wheel and keys, and the light with Shift held.
import { clamp } from './shapes/curves.js';

const PER_PIXEL = 0.35; // degrees
const STEP = 10; // degrees for one press
const [NEAREST, FARTHEST] = [0.35, 2.2]; // of the usual distance
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

const around = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;

// `view` is {turn, tilt, near} and `light` {side, height}, in degrees; `onturn` and `onlight` get changed ones.
export function orbit(canvas, { view, light, onturn, onlight, onhome, onhold }) {
  const held = new Map();

  function turn(right, up) {
    const { turn: from, tilt } = view();
    onturn({ turn: around(from + right), tilt: clamp(tilt + up, -20, 85) });
  }

  function move(right, up) {
    const { side, height } = light();
    onlight({ side: around(side + right), height: clamp(height + up, -10, 90) });
  }

  const closer = (times) => onturn({ near: clamp(view().near * times, NEAREST, FARTHEST) });

  const handlers = {
    pointerdown(event) {
      held.set(event.pointerId, event);
      canvas.setPointerCapture(event.pointerId);
      onhold(true);
    },
    pointermove(event) {
      const before = held.get(event.pointerId);
      if (!before) return;
      const others = [...held.values()].filter((one) => one.pointerId !== event.pointerId);
      const [right, down] = [event.clientX - before.clientX, event.clientY - before.clientY];
      if (others.length) closer(distance(before, others[0]) / Math.max(1, distance(event, others[0])));
      else if (event.shiftKey) move(right * PER_PIXEL, -down * PER_PIXEL);
      else turn(-right * PER_PIXEL, down * PER_PIXEL);
      held.set(event.pointerId, event);
    },
    lostpointercapture(event) {
      held.delete(event.pointerId);
      onhold(held.size > 0);
    },
    wheel(event) {
      event.preventDefault();
      closer(Math.exp(0.0012 * event.deltaY * [1, 16, 400][event.deltaMode]));
    },
    keydown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const way = ARROWS[event.key];
      if (way && event.shiftKey) move(way[0] * STEP, way[1] * STEP);
      else if (way) turn(way[0] * STEP, way[1] * STEP);
      else if (event.key === '+' || event.key === '=') closer(1 / 1.15);
      else if (event.key === '-') closer(1.15);
      else if (event.key === '0') onhome();
      else return;
      event.preventDefault();
    },
  };
  for (const [name, handler] of Object.entries(handlers)) canvas.addEventListener(name, handler, { passive: false });
}

const distance = (one, other) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
