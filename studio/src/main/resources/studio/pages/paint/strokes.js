// Turns pointers and keys into strokes.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const FARTHEST = 2 ** 36;

const round = (value) => Math.round(Math.max(-FARTHEST, Math.min(FARTHEST, value)) * 10) / 10;

// host: {canvas, plane, overlay, paints(), brush(), begin(), extend(points), finish(), cancel()}; returns how to stop.
export function handleStrokes(host) {
  const hand = new Hand(host);
  return () => hand.end();
}

class Hand {
  #host;
  #ends = [];
  #pointer = null; // whose stroke it is
  #points = [];
  #fingers = 0;

  constructor(host) {
    this.#host = host;
    const { canvas } = host;
    this.#listen(canvas, 'pointerdown', (event) => this.#down(event));
    this.#listen(canvas, 'pointermove', (event) => this.#move(event));
    this.#listen(canvas, 'lostpointercapture', (event) => this.#lift(event));
    this.#listen(canvas, 'pointercancel', (event) => event.pointerId === this.#pointer && this.#drop());
    this.#listen(canvas, 'pointerleave', () => this.#pointer === null && this.#hide());
    this.#listen(canvas, 'blur', () => host.overlay.cross && this.#hide());
    // Before the plane's own keys, which move it.
    this.#listen(window, 'keydown', (event) => this.#key(event), { capture: true });
  }

  end() {
    this.#ends.forEach((end) => end());
  }

  #listen(target, name, handler, options) {
    target.addEventListener(name, handler, options);
    this.#ends.push(() => target.removeEventListener(name, handler, options));
  }

  #at(event) {
    const { x, y } = this.#host.plane.toPlane(event.clientX, event.clientY);
    return [round(x), round(y)];
  }

  #outline([x, y], cross = false) {
    const { overlay, plane } = this.#host;
    overlay.brush = this.#host.paints() ? { x, y, ...this.#host.brush() } : null;
    overlay.cross = cross;
    plane.redraw();
  }

  #hide() {
    const { overlay, plane } = this.#host;
    overlay.brush = null;
    overlay.cross = false;
    plane.redraw();
  }

  #down(event) {
    this.#fingers++;
    if (this.#pointer !== null) {
      this.#drop(); // a second finger: that is zooming
      return;
    }
    if (!this.#host.paints() || event.button !== 0 || this.#fingers > 1) return;
    this.#pointer = event.pointerId;
    this.#points = [];
    this.#outline(this.#at(event));
    if (this.#host.begin()) this.#add(this.#at(event));
    else this.#pointer = null;
  }

  #move(event) {
    this.#outline(this.#at(event));
    if (event.pointerId !== this.#pointer) return;
    const all = event.getCoalescedEvents?.() ?? [];
    for (const each of all.length ? all : [event]) this.#add(this.#at(each));
  }

  #lift(event) {
    this.#fingers = Math.max(0, this.#fingers - 1);
    if (event.pointerId !== this.#pointer) return;
    this.#pointer = null;
    this.#points = [];
    this.#host.finish();
  }

  #drop() {
    this.#pointer = null;
    this.#points = [];
    this.#host.cancel();
  }

  #add(point) {
    const last = this.#points.at(-1);
    const step = Math.max(1, this.#host.brush().radius / 8);
    if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < step) return;
    this.#points.push(point);
    this.#host.extend(this.#points);
  }

  #key(event) {
    const { canvas, overlay, plane } = this.#host;
    if (!this.#host.paints() || event.target !== canvas || event.ctrlKey || event.metaKey || event.altKey) return;
    const middle = overlay.brush ?? plane.view;
    if (ARROWS[event.key]) {
      const step = (event.shiftKey ? 64 : 12) / plane.view.zoom;
      const [x, y] = ARROWS[event.key];
      const point = [round(middle.x + x * step), round(middle.y + y * step)];
      this.#outline(point, true);
      follow(canvas, plane, point);
    } else if (event.key === 'Enter') {
      this.#dab([round(middle.x), round(middle.y)]);
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #dab(point) {
    this.#outline(point, true);
    if (!this.#host.begin()) return;
    this.#host.extend([point]);
    this.#host.finish();
  }
}

// Keeps a place in view.
function follow(canvas, plane, [x, y]) {
  const { view } = plane;
  const half = { x: canvas.clientWidth / 2 / view.zoom, y: canvas.clientHeight / 2 / view.zoom };
  const off = { x: x - view.x, y: y - view.y };
  if (Math.abs(off.x) > half.x * 0.9) plane.view = { x: view.x + Math.sign(off.x) * half.x * 0.6 };
  if (Math.abs(off.y) > half.y * 0.9) plane.view = { y: view.y + Math.sign(off.y) * half.y * 0.6 };
}
