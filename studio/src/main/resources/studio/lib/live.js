// A picture that the studio paints as fast as it can while it is asked for.
import { FramePainter, parse } from './frame.js';

const KEPT = 200;
const RECENT = 30;
const SIGN_OF_LIFE = 25_000; // the studio gives up who says nothing for three minutes
const BACKOFF = [500, 1000, 2000, 4000, 8000];
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

export const isLocal = () => LOCAL.includes(location.hostname);

export class LivePicture {
  // `onframe(header)` after each frame; `onerror(sentence)` when something is refused or lost, and
  // `onerror('')` when all is well again.
  constructor(canvas, { onframe = () => {}, onerror = () => {} } = {}) {
    Object.assign(this, { canvas, onframe, onerror });
    this.painter = new FramePainter(canvas);
    this.wanted = { encoding: isLocal() ? 'raw' : 'jpeg' };
    this.serial = 0;
    this.stats = { frames: 0, fps: 0, latencies: [], millis: [], moments: [] };
    this.asked = new Map(); // by serial: when the scene was asked for
    this.held = []; // frames that are acknowledged when somebody looks again
    this.tries = 0;
    this.shown = Promise.resolve();
    this.look = () => document.hidden || this.held.splice(0).forEach((number) => this.acknowledge(number));
    document.addEventListener('visibilitychange', this.look);
    this.life = setInterval(() => this.say({ here: true }), SIGN_OF_LIFE);
    this.connect();
  }

  // Changes the scene. The first change goes out at once, more of the same animation frame together.
  scene(partial) {
    Object.assign(this.wanted, partial);
    this.since ??= performance.now();
    if (this.waiting) {
      this.late = true;
      return;
    }
    this.waiting = true;
    queueMicrotask(() => this.tell());
    requestAnimationFrame(() => {
      this.waiting = false;
      if (this.late) this.scene({});
      this.late = false;
    });
  }

  tell() {
    if (!this.wanted.model || this.socket?.readyState !== WebSocket.OPEN) return;
    this.serial += 1;
    this.asked.set(this.serial, this.since ?? performance.now());
    this.since = undefined;
    this.say({ ...this.wanted, serial: this.serial });
  }

  // Sends a camera's picture: red, green and blue of each pixel. One that would have to wait is left out.
  picture(rgb, width, height) {
    if (this.socket?.readyState !== WebSocket.OPEN || this.socket.bufferedAmount > 0) return;
    const message = new Uint8Array(5 + rgb.length);
    const view = new DataView(message.buffer);
    view.setUint8(0, 1);
    view.setUint16(1, width, true);
    view.setUint16(3, height, true);
    message.set(rgb, 5);
    this.socket.send(message);
  }

  // Milliseconds from a change to the picture that shows it: the median of the last ones.
  latency() {
    const sorted = this.stats.latencies.slice(-RECENT).sort((a, b) => a - b);
    return sorted.length ? sorted[sorted.length >> 1] : 0;
  }

  close() {
    this.closed = true;
    clearInterval(this.life);
    clearTimeout(this.again);
    document.removeEventListener('visibilitychange', this.look);
    this.socket?.close();
  }

  connect() {
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`);
    socket.binaryType = 'arraybuffer';
    this.socket = socket;
    socket.onopen = () => {
      this.asked.clear();
      this.held = [];
      this.tell();
    };
    socket.onmessage = ({ data }) => {
      if (typeof data === 'string') this.onerror(JSON.parse(data).error);
      else this.shown = this.shown.then(() => this.show(data, socket)).catch((failure) => this.onerror(failure.message));
    };
    socket.onclose = ({ reason }) => this.closed || this.reconnect(reason);
  }

  reconnect(reason) {
    const wait = BACKOFF[Math.min(this.tries, BACKOFF.length - 1)];
    this.tries += 1;
    this.onerror(reason || 'the studio does not answer; the picture resumes when it is back');
    this.again = setTimeout(() => this.connect(), wait);
  }

  async show(data, socket) {
    const frame = parse(data);
    if (this.closed || socket !== this.socket) return;
    await this.painter.paint(frame);
    this.measure(frame);
    if (this.tries || !this.well) this.onerror('');
    this.tries = 0;
    this.well = true;
    this.last = frame;
    this.onframe(frame);
    if (document.hidden) this.held.push(frame.number);
    else this.acknowledge(frame.number);
  }

  measure(frame) {
    const { stats, asked } = this;
    const now = performance.now();
    for (const [serial, since] of asked) {
      if (serial > frame.serial) break;
      if (this.painted === this.socket) stats.latencies.push(now - since); // the first waits for the model
      asked.delete(serial);
    }
    this.painted = this.socket;
    stats.frames += 1;
    stats.moments.push(now);
    stats.millis.push(frame.millis);
    while (stats.moments[0] < now - 1000) stats.moments.shift();
    stats.fps = stats.moments.length;
    for (const list of [stats.latencies, stats.millis]) list.splice(0, list.length - KEPT);
  }

  acknowledge(number) {
    this.say({ ack: number });
  }

  say(message) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }
}
