// The states of a painting in the browser's history.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Painting } from '../../main/resources/studio/pages/paint/painting.js';

const START = { model: 'cloth', seed: '7', base: '', textures: [], strokes: [] };

let browser;

// A history that moves a moment after it is told to, as browsers do.
class History {
  entries = [{ state: null }];
  at = 0;
  handlers = new Set();

  get state() {
    return this.entries[this.at].state;
  }

  replaceState(state) {
    this.entries[this.at] = { state };
  }

  pushState(state) {
    this.entries.splice(++this.at, Infinity, { state });
  }

  go(by) {
    setTimeout(() => {
      this.at = Math.max(0, Math.min(this.entries.length - 1, this.at + by));
      const event = { detail: this.state, preventDefault: () => (event.stopped = true) };
      this.handlers.forEach((handler) => handler(event));
      this.last = event;
    });
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

beforeEach(() => {
  browser = new History();
  globalThis.history = browser;
  globalThis.location = { pathname: '/paint', search: '' };
  globalThis.addEventListener = (name, handler) => browser.handlers.add(handler);
  globalThis.removeEventListener = (name, handler) => browser.handlers.delete(handler);
});

async function begun() {
  const { Trail } = await import('../../main/resources/studio/pages/paint/trail.js');
  let trail;
  const painting = new Painting(START, () => trail.follow());
  trail = new Trail(painting);
  return { painting, trail, paint: (...strokes) => painting.change({ strokes }) };
}

test('each stroke is a step that Back takes back and Forward makes again', async () => {
  const { painting, paint } = await begun();
  paint('a');
  paint('a', 'b');
  assert.equal(browser.entries.length, 3);

  browser.go(-1);
  await settled();
  assert.deepEqual(painting.document.strokes, ['a']);
  assert.ok(browser.last.stopped, 'the page is not opened anew');
  browser.go(1);
  await settled();
  assert.deepEqual(painting.document.strokes, ['a', 'b']);
  browser.go(-2);
  await settled();
  assert.deepEqual(painting.document.strokes, []);
});

test('undo moves the history along, however fast it comes', async () => {
  const { painting, paint } = await begun();
  paint('a');
  paint('a', 'b');
  paint('a', 'b', 'c');
  painting.undo();
  painting.undo();
  painting.undo();
  painting.redo();
  await settled();
  assert.equal(browser.at, 1);
  assert.deepEqual(painting.document.strokes, ['a']);
  browser.go(1);
  await settled();
  assert.deepEqual(painting.document.strokes, ['a', 'b']);
});

test('a stroke right after an undo takes the place of what was undone', async () => {
  const { painting, paint } = await begun();
  paint('a');
  paint('a', 'b');
  painting.undo();
  paint('a', 'c'); // before the history has moved
  await settled();
  assert.equal(browser.at, 2);
  assert.equal(browser.entries.length, 3);
  browser.go(-1);
  await settled();
  assert.deepEqual(painting.document.strokes, ['a']);
});

test('what was taken back for good is not gone forward to', async () => {
  const { painting, paint } = await begun();
  paint('a');
  paint('a', 'refused');
  painting.withdraw();
  await settled();
  assert.equal(browser.at, 1);
  browser.go(1);
  await settled();
  await settled();
  assert.equal(browser.at, 1);
  assert.deepEqual(painting.document.strokes, ['a']);
});

test('entries of other pages are left to the frame', async () => {
  const { paint, trail } = await begun();
  paint('a');
  browser.entries[0] = { state: null };
  browser.go(-1);
  await settled();
  assert.equal(browser.last.stopped, undefined);
  trail.stop();
  assert.equal(browser.handlers.size, 0);
});
