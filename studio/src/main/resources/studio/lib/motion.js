// Movements that take a moment; at once for people who want less of them.

const GLIDE = 180; // milliseconds
const RECENT = 90; // milliseconds of a drag that tell how fast it ends
const SLOWING = 260; // milliseconds in which a drift falls to a third

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
const gliding = new WeakMap();

// The zoom that a plane is on its way to.
export function goal(plane) {
  return gliding.get(plane)?.zoom ?? plane.view.zoom;
}

// Zooms over a short time around a point of the window.
export function glide(plane, zoom, at) {
  halt(plane);
  const from = plane.view.zoom;
  const began = performance.now();
  const step = (now) => {
    const part = calm() ? 1 : Math.min(1, Math.max(0, (now - began) / GLIDE));
    const eased = 1 - (1 - part) ** 3;
    plane.zoomAt(part === 1 ? zoom : from * (zoom / from) ** eased, at.x, at.y);
    if (part < 1) gliding.set(plane, { zoom, frame: requestAnimationFrame(step) });
    else gliding.delete(plane);
  };
  step(began);
}

function halt(plane) {
  cancelAnimationFrame(gliding.get(plane)?.frame);
  gliding.delete(plane);
}

// Goes on for a moment after a quick drag.
export function drift(plane) {
  let track = [];
  let frame;

  function go() {
    const now = performance.now();
    track = track.filter((point) => now - point.time < RECENT);
    if (track.length < 2 || calm()) return;
    const [first, last] = [track[0], track.at(-1)];
    const time = Math.max(1, last.time - first.time);
    run((last.x - first.x) / time, (last.y - first.y) / time, now);
  }

  function run(x, y, before) {
    if (Math.hypot(x, y) < 0.02) return;
    frame = requestAnimationFrame((now) => {
      const time = Math.max(0, now - before);
      const { view } = plane;
      plane.view = { x: view.x - (x * time) / view.zoom, y: view.y - (y * time) / view.zoom };
      const slower = Math.exp(-time / SLOWING);
      run(x * slower, y * slower, now);
    });
  }

  return {
    note: ({ x, y }) => track.push({ x, y, time: performance.now() }),
    forget: () => (track = []),
    go,
    stop: () => {
      cancelAnimationFrame(frame);
      halt(plane);
      track = [];
    },
  };
}
