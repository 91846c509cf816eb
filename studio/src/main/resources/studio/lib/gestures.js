// Moves and zooms a plane by pointers, wheel and keys; returns how to stop.
import { drift, glide, goal } from './motion.js';

const STEP = 0.2; // of the view, for one press of an arrow key
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function handle(canvas, plane) {
  const ends = [pointers(canvas, plane), wheel(canvas, plane), keys(canvas, plane)];
  canvas.style.touchAction = 'none';
  return () => ends.forEach((end) => end());
}

// The next or former power of two, animated, around a point of the window or the middle.
export function zoomStep(plane, canvas, direction, at = middle(canvas)) {
  const exact = Math.log2(goal(plane));
  const next = direction > 0 ? Math.floor(exact + 1.001) : Math.ceil(exact - 1.001);
  glide(plane, 2 ** next, at);
}

// Zooms to a scale, animated, around the middle.
export function zoomTo(plane, canvas, zoom) {
  glide(plane, zoom, middle(canvas));
}

function middle(canvas) {
  const box = canvas.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

function listen(target, handlers, options) {
  for (const [name, handler] of Object.entries(handlers)) target.addEventListener(name, handler, options);
  return () => {
    for (const [name, handler] of Object.entries(handlers)) target.removeEventListener(name, handler, options);
  };
}

function move(plane, x, y) {
  const { view } = plane;
  plane.view = { x: view.x - x / view.zoom, y: view.y - y / view.zoom };
}

function pointers(canvas, plane) {
  const held = new Map();
  const motion = drift(plane);
  const place = (event) => ({ x: event.clientX, y: event.clientY });
  // The middle button moves even where the plane is held still for a brush.
  const moves = (event) => plane.pan || held.size > 1 || (event.buttons & 4) > 0;

  // One pointer moves the plane; of two, their middle moves it and their distance zooms.
  function drag(event) {
    const before = held.get(event.pointerId);
    const now = place(event);
    held.set(event.pointerId, now);
    if (held.size === 1) {
      move(plane, now.x - before.x, now.y - before.y);
      motion.note(now);
    } else if (held.size === 2) {
      const other = [...held.values()].find((point) => point !== now);
      move(plane, (now.x - before.x) / 2, (now.y - before.y) / 2);
      const wider = distance(now, other) / Math.max(1, distance(before, other));
      plane.zoomAt(plane.view.zoom * wider, (now.x + other.x) / 2, (now.y + other.y) / 2);
    }
  }

  const end = listen(canvas, {
    pointerdown(event) {
      motion.stop();
      held.set(event.pointerId, place(event));
      canvas.setPointerCapture(event.pointerId);
      canvas.classList.toggle('moving', moves(event));
    },
    pointermove(event) {
      if (held.has(event.pointerId) && moves(event)) drag(event);
    },
    pointerup(event) {
      if (held.size === 1 && moves(event)) motion.go();
    },
    lostpointercapture(event) {
      held.delete(event.pointerId);
      motion.forget();
      canvas.classList.remove('moving');
    },
    dblclick(event) {
      if (plane.pan) zoomStep(plane, canvas, event.shiftKey ? -1 : 1, place(event));
    },
  });
  return () => {
    motion.stop();
    end();
  };
}

const distance = (one, other) => Math.hypot(one.x - other.x, one.y - other.y);

function wheel(canvas, plane) {
  const turn = (event) => {
    event.preventDefault();
    const pixels = event.deltaY * [1, 16, 400][event.deltaMode];
    // Pinches of a touchpad come as a turned wheel with Ctrl, in smaller steps.
    const power = event.ctrlKey ? 0.01 : 0.0018;
    const { zoom } = plane.view;
    plane.zoomAt(zoom * Math.exp(-power * pixels), event.clientX, event.clientY);
  };
  return listen(canvas, { wheel: turn }, { passive: false });
}

function keys(canvas, plane) {
  const press = (event) => {
    const elsewhere = ![canvas, document.body, canvas.closest('main')].includes(event.target);
    if (elsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!act(event)) return;
    event.preventDefault();
  };

  function act({ key, shiftKey }) {
    const { view } = plane;
    if (ARROWS[key]) {
      const [x, y] = ARROWS[key].map((way) => way * (shiftKey ? 1 : STEP));
      move(plane, -x * canvas.clientWidth, -y * canvas.clientHeight);
    } else if (key === '+' || key === '=') zoomStep(plane, canvas, 1);
    else if (key === '-') zoomStep(plane, canvas, -1);
    else if (key === '0') zoomTo(plane, canvas, 1);
    else if (key === 'Home') plane.view = { x: 0, y: 0, zoom: view.zoom };
    else return false;
    return true;
  }

  return listen(window, { keydown: press });
}
