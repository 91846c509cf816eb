// Turns pointers and keys into strokes.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const FARTHEST = 2 ** 36;

const round = (value) => Math.round(Math.max(-FARTHEST, Math.min(FARTHEST, value)) * 10) / 10;

// host: {canvas, plane, overlay, paints(), brush(), begin(), extend(points), finish(), cancel()}; returns how to stop.
export function handleStrokes(host) {
  const { canvas, plane, overlay } = host;
  const ends = [];
  let pointer = null; // whose stroke it is
  let points = [];
  let fingers = 0;

  const at = (event) => {
    const { x, y } = plane.toPlane(event.clientX, event.clientY);
    return [round(x), round(y)];
  };
  const outline = ([x, y], cross = false) => {
    overlay.brush = host.paints() ? { x, y, ...host.brush() } : null;
    overlay.cross = cross;
    plane.redraw();
  };

  function add(point) {
    const last = points.at(-1);
    const step = Math.max(1, host.brush().radius / 8);
    if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < step) return;
    points.push(point);
    host.extend(points);
  }

  function drop() {
    pointer = null;
    points = [];
    host.cancel();
  }

  listen(canvas, 'pointerdown', (event) => {
    fingers++;
    if (pointer !== null) return drop(); // a second finger: that is zooming
    if (!host.paints() || event.button !== 0 || fingers > 1) return undefined;
    pointer = event.pointerId;
    points = [];
    outline(at(event));
    if (host.begin()) add(at(event));
    else pointer = null;
    return undefined;
  });
  listen(canvas, 'pointermove', (event) => {
    outline(at(event));
    if (event.pointerId !== pointer) return;
    const all = event.getCoalescedEvents?.() ?? [];
    for (const each of all.length ? all : [event]) add(at(each));
  });
  listen(canvas, 'lostpointercapture', (event) => {
    fingers = Math.max(0, fingers - 1);
    if (event.pointerId !== pointer) return;
    pointer = null;
    points = [];
    host.finish();
  });
  listen(canvas, 'pointercancel', (event) => {
    if (event.pointerId === pointer) drop();
  });
  listen(canvas, 'pointerleave', () => {
    if (pointer !== null) return;
    overlay.brush = null;
    plane.redraw();
  });
  listen(canvas, 'blur', () => {
    if (!overlay.cross) return;
    overlay.brush = null;
    overlay.cross = false;
    plane.redraw();
  });

  // Before the plane's own keys, which move it.
  listen(window, 'keydown', keyed, { capture: true });

  function keyed(event) {
    if (!host.paints() || event.target !== canvas || event.ctrlKey || event.metaKey || event.altKey) return;
    const middle = overlay.brush ?? plane.view;
    if (ARROWS[event.key]) {
      const step = (event.shiftKey ? 64 : 12) / plane.view.zoom;
      const [x, y] = ARROWS[event.key];
      stepTo([round(middle.x + x * step), round(middle.y + y * step)]);
    } else if (event.key === 'Enter') {
      dab([round(middle.x), round(middle.y)]);
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  function stepTo(point) {
    outline(point, true);
    follow(canvas, plane, point);
  }

  function dab(point) {
    outline(point, true);
    if (!host.begin()) return;
    host.extend([point]);
    host.finish();
  }

  function listen(target, name, handler, options) {
    target.addEventListener(name, handler, options);
    ends.push(() => target.removeEventListener(name, handler, options));
  }
  return () => ends.forEach((end) => end());
}

// Keeps a place in view.
function follow(canvas, plane, [x, y]) {
  const { view } = plane;
  const half = { x: canvas.clientWidth / 2 / view.zoom, y: canvas.clientHeight / 2 / view.zoom };
  const off = { x: x - view.x, y: y - view.y };
  if (Math.abs(off.x) > half.x * 0.9) plane.view = { x: view.x + Math.sign(off.x) * half.x * 0.6 };
  if (Math.abs(off.y) > half.y * 0.9) plane.view = { y: view.y + Math.sign(off.y) * half.y * 0.6 };
}
