// Gestures: pointers, wheel and keys move and zoom a plane.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { handle, zoomStep } from '../../main/resources/studio/lib/gestures.js';

let canvas;
let plane;
let frames; // callbacks that wait for the next frame

beforeEach(() => {
  frames = [];
  globalThis.requestAnimationFrame = (callback) => frames.push(callback);
  globalThis.cancelAnimationFrame = (number) => delete frames[number - 1];
  globalThis.matchMedia = () => ({ matches: true }); // no animations
  globalThis.document = { body: {} };
  globalThis.window = new EventTarget();
  canvas = Object.assign(new EventTarget(), {
    clientWidth: 400,
    clientHeight: 300,
    style: {},
    classList: { toggle() {}, remove() {} },
    setPointerCapture() {},
    closest: () => null,
    getBoundingClientRect: () => ({ left: 0, top: 0, width: 400, height: 300 }),
  });
  plane = {
    pan: true,
    state: { x: 0, y: 0, zoom: 1 },
    get view() {
      return { ...this.state };
    },
    set view(view) {
      Object.assign(this.state, view);
    },
    zoomAt(zoom, x, y) {
      this.state.zoom = zoom;
      this.at = [x, y];
    },
  };
});

const send = (target, type, parts) => {
  const event = new Event(type, { cancelable: true });
  if (parts.target) Object.defineProperty(event, 'target', { value: parts.target });
  delete parts.target;
  return target.dispatchEvent(Object.assign(event, parts));
};
const point = (type, pointerId, clientX, clientY, buttons = 1) =>
  send(canvas, type, { pointerId, clientX, clientY, buttons });
const press = (key, parts = {}) => send(window, 'keydown', { key, target: canvas, ...parts });

test('a drag moves the plane with the pointer', () => {
  handle(canvas, plane);
  plane.view = { zoom: 2 };
  point('pointerdown', 1, 100, 100);
  point('pointermove', 1, 80, 110);
  assert.deepEqual(plane.view, { x: 10, y: -5, zoom: 2 });
});

test('a held plane moves by the middle button and by two fingers only', () => {
  handle(canvas, plane);
  plane.pan = false;
  point('pointerdown', 1, 100, 100);
  point('pointermove', 1, 80, 110);
  assert.equal(plane.view.x, 0);
  point('pointermove', 1, 60, 110, 4);
  assert.notEqual(plane.view.x, 0);
});

test('two fingers zoom by their distance, around their middle', () => {
  handle(canvas, plane);
  point('pointerdown', 1, 150, 100);
  point('pointerdown', 2, 250, 100);
  point('pointermove', 2, 350, 100);
  assert.equal(plane.view.zoom, 2);
  assert.deepEqual(plane.at, [250, 100]);
});

test('the wheel zooms at the pointer, by lines and pages too', () => {
  handle(canvas, plane);
  send(canvas, 'wheel', { deltaY: 100, deltaMode: 0, clientX: 30, clientY: 40 });
  const byPixels = plane.view.zoom;
  assert.ok(byPixels < 1);
  assert.deepEqual(plane.at, [30, 40]);
  plane.state.zoom = 1;
  send(canvas, 'wheel', { deltaY: 100 / 16, deltaMode: 1, clientX: 30, clientY: 40 });
  assert.ok(Math.abs(plane.view.zoom - byPixels) < 1e-12);
});

test('keys move, zoom and return, and leave other keys and fields alone', () => {
  handle(canvas, plane);
  assert.equal(press('ArrowRight'), false); // its default is prevented
  assert.equal(plane.view.x, 80);
  press('ArrowUp', { shiftKey: true });
  assert.equal(plane.view.y, -300);
  press('+');
  assert.equal(plane.view.zoom, 2);
  press('0');
  assert.equal(plane.view.zoom, 1);
  press('Home');
  assert.deepEqual(plane.view, { x: 0, y: 0, zoom: 1 });
  assert.equal(press('a'), true);
  press('ArrowRight', { target: { localName: 'input' } });
  press('ArrowRight', { ctrlKey: true });
  assert.equal(plane.view.x, 0);
});

test('steps of the zoom go to the next power of two', () => {
  plane.state.zoom = 0.7;
  zoomStep(plane, canvas, 1);
  assert.equal(plane.view.zoom, 1);
  zoomStep(plane, canvas, -1);
  assert.equal(plane.view.zoom, 0.5);
});

test('with animations a zoom glides there, and a press takes it up', () => {
  globalThis.matchMedia = () => ({ matches: false });
  handle(canvas, plane);
  zoomStep(plane, canvas, 1);
  assert.equal(plane.view.zoom < 1.5, true);
  const began = performance.now();
  frames.at(-1)(began + 90);
  assert.ok(plane.view.zoom > 1.5 && plane.view.zoom < 2);
  frames.at(-1)(began + 1000);
  assert.equal(plane.view.zoom, 2);
});

test('nothing moves after the page has stopped listening', () => {
  handle(canvas, plane)();
  press('ArrowRight');
  point('pointerdown', 1, 100, 100);
  point('pointermove', 1, 80, 110);
  assert.equal(plane.view.x, 0);
});
