// Strokes: from pointers and keys to points, and which part of the plane they change.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { around, difference, union } from '../../main/resources/studio/pages/paint/geometry.js';
import { fromJson, Painting, toJson } from '../../main/resources/studio/pages/paint/painting.js';
import { distinct, keyOf, modelsIn, paintOf, paintsOf, shownBy, titleOf } from '../../main/resources/studio/pages/paint/paints.js';
import { handleStrokes } from '../../main/resources/studio/pages/paint/strokes.js';

const MODELS = [{ name: 'cloth', marginCells: 1, cellPixels: 32 }];
const EMPTY = { model: 'cloth', seed: '7', base: '', textures: [], strokes: [] };

// A host with a brush of radius 40 that keeps what it is told.
function host() {
  const canvas = Object.assign(new EventTarget(), { clientWidth: 400, clientHeight: 300 });
  const strokes = [];
  globalThis.window = new EventTarget();
  const plane = { view: { x: 0, y: 0, zoom: 1 }, redraw() {}, toPlane: (x, y) => ({ x, y }) };
  const made = {
    canvas,
    plane,
    overlay: {},
    strokes,
    paints: () => true,
    brush: () => ({ radius: 40 }),
    begin: () => strokes.push([]),
    extend: (points) => (strokes[strokes.length - 1] = [...points]),
    finish: () => strokes[strokes.length - 1].push('end'),
    cancel: () => strokes.pop(),
  };
  made.stop = handleStrokes(made);
  made.point = (type, x, y, pointerId = 1) =>
    canvas.dispatchEvent(Object.assign(new Event(type), { clientX: x, clientY: y, pointerId, button: 0 }));
  return made;
}

test('a drag becomes a stroke of points at least an eighth of the radius apart', () => {
  const { point, strokes } = host();
  point('pointerdown', 10, 10);
  point('pointermove', 13, 10); // closer than 5
  point('pointermove', 20.04, 10);
  point('lostpointercapture', 20, 10);
  point('pointermove', 90, 90); // no longer held
  assert.deepEqual(strokes, [[[10, 10], [20, 10], 'end']]);
});

test('a second finger cancels the stroke and paints none of its own', () => {
  const { point, strokes } = host();
  point('pointerdown', 10, 10, 1);
  point('pointerdown', 80, 10, 2);
  point('pointermove', 40, 10, 1);
  assert.deepEqual(strokes, []);
});

test('nothing is painted after the page has stopped listening', () => {
  const { point, stop, strokes } = host();
  stop();
  point('pointerdown', 10, 10);
  assert.deepEqual(strokes, []);
});

test('arrow keys move the brush, and Enter dabs where it is', () => {
  const { canvas, plane, strokes } = host();
  const press = (key, shiftKey = false) => {
    const event = Object.assign(new Event('keydown', { cancelable: true }), { key, shiftKey });
    Object.defineProperty(event, 'target', { value: canvas });
    window.dispatchEvent(event);
  };
  press('ArrowRight');
  press('ArrowDown', true);
  press('Enter');
  assert.deepEqual(strokes, [[[12, 64], 'end']]);
  press('ArrowDown', true);
  press('ArrowDown', true);
  assert.ok(plane.view.y > 0, 'the view follows a brush that leaves it');
});

test('rectangles surround points and join', () => {
  assert.equal(around([], 5), null);
  assert.deepEqual(around([[10, 20], [30, -5]], 5), { x: 5, y: -10, width: 30, height: 35 });
  assert.equal(union(null, null), null);
  assert.deepEqual(
    union({ x: 0, y: 0, width: 10, height: 10 }, { x: 5, y: -5, width: 10, height: 5 }),
    { x: 0, y: -5, width: 15, height: 15 },
  );
});

test('two paintings differ only around the strokes that they do not share', () => {
  const [first, second] = [{ radius: 10, points: [[0, 0]] }, { radius: 10, points: [[500, 0]] }];
  assert.equal(difference(MODELS, [first], [first]), null);
  const rect = difference(MODELS, [first], [first, second]);
  assert.ok(rect.x > 300 && rect.x + rect.width > 500);
  assert.deepEqual(difference(MODELS, [first, second], [first]), rect);
});

test('where models meet, a stroke reaches farther than with either alone', () => {
  const [wide] = MODELS;
  const fine = { name: 'gravel', marginCells: 1, cellPixels: 8 };
  const stroke = { radius: 10, points: [[0, 0]] };
  const alone = difference([wide], [], [stroke]);
  const both = difference([fine, wide], [], [stroke]);
  assert.ok(both.width > alone.width);
  assert.ok(difference([fine], [], [stroke]).width < alone.width);
});

test('undo and redo go through documents that never change', () => {
  const seen = [];
  const painting = new Painting(EMPTY, (before, after) => seen.push([before, after]));
  painting.change({ strokes: ['a'] });
  painting.change({ strokes: ['a', 'b'] });
  painting.undo();
  assert.deepEqual(painting.document.strokes, ['a']);
  painting.redo();
  assert.deepEqual(painting.document.strokes, ['a', 'b']);
  painting.undo();
  painting.change({ strokes: ['a', 'c'] });
  assert.equal(painting.canRedo, false);
  painting.withdraw();
  assert.deepEqual(painting.document.strokes, ['a']);
  assert.equal(seen[0][0], EMPTY);
});

test('a state that was undone or redone is found again', () => {
  const painting = new Painting(EMPTY, () => {});
  painting.change({ strokes: ['a'] });
  const first = painting.document;
  painting.change({ strokes: ['a', 'b'] });
  painting.change({ strokes: ['a', 'b', 'c'] });
  const all = painting.states;
  assert.equal(all.length, 4);

  painting.goTo(first);
  assert.equal(painting.document, first);
  assert.deepEqual(painting.states, all.slice(0, 2));
  painting.redo();
  assert.equal(painting.document, all[2]);
  painting.goTo(all[0]);
  painting.goTo(all[3]);
  assert.deepEqual(painting.states, all);

  painting.undo();
  painting.change({ strokes: ['d'] });
  const now = painting.document;
  painting.goTo(all[3]); // no longer one
  assert.equal(painting.document, now);
});

test('a texture of another model is told from one of the same name', () => {
  const painting = new Painting({ ...EMPTY, textures: ['moss', { model: 'rock', texture: 'moss' }] }, () => {});
  assert.equal(painting.withTexture({ model: 'rock', texture: 'moss' }).texture, 1);
  assert.equal(painting.withTexture('moss').texture, 0);
  const grown = painting.withTexture({ model: 'rock' });
  assert.deepEqual(grown.textures[2], { model: 'rock' });
  assert.equal(grown.texture, 2);
});

test('a painting refuses a ninth model', () => {
  const textures = Array.from({ length: 7 }, (_, i) => ({ model: `m${i}` }));
  const painting = new Painting({ ...EMPTY, textures }, () => {});
  assert.equal(painting.withTexture({ model: 'm3', texture: 'x' }).texture, 7);
  assert.throws(() => painting.withTexture({ model: 'm7' }), /at most 8 models/);
});

test('a model of a single texture is one paint, of its own painting too', () => {
  const single = { name: 'pebbles', globalChannels: 0, textures: [] };
  const several = { name: 'samples', globalChannels: 4, textures: ['brick', 'moss'] };
  assert.deepEqual(paintsOf(single), [{ model: 'pebbles' }]);
  assert.deepEqual(paintsOf(several), ['brick', 'moss']);
  assert.equal(paintsOf({ ...several, textures: [] }).length, 6);
  assert.equal(paintOf(several, several, 'brick'), 'brick');
  assert.deepEqual(paintOf(single, several, 'brick'), { model: 'samples', texture: 'brick' });
  assert.deepEqual(paintOf(several, single, ''), { model: 'pebbles' });
});

test('the palette names a paint by its model, and has each once', () => {
  const all = ['moss', { model: 'rock', texture: 'moss' }, { model: 'rock' }, { texture: 'moss', model: 'rock' }];
  assert.deepEqual(distinct(all).map(titleOf), ['moss', 'moss (rock)', 'rock']);
  assert.equal(new Set(all.map(keyOf)).size, 3);
});

test('a model that is not here has no picture and is left out of what is known', () => {
  const list = [{ name: 'cloth' }, { name: 'rock' }];
  const document = { ...EMPTY, textures: [{ model: 'rock' }, { model: 'gone' }] };
  assert.deepEqual(modelsIn(list, document), list);
  assert.equal(shownBy(list, list[0], { model: 'gone' }).model, undefined);
  assert.deepEqual(shownBy(list, list[0], 'moss'), { model: list[0], texture: 'moss' });
});

test('a painting refuses a seventeenth texture', () => {
  const textures = Array.from({ length: 16 }, (_, i) => `t${i}`);
  const painting = new Painting({ ...EMPTY, textures }, () => {});
  assert.equal(painting.withTexture('t3').texture, 3);
  assert.throws(() => painting.withTexture('more'), /at most 16 textures/);
});

test('a painting survives JSON', () => {
  const document = { ...EMPTY, base: 'bark', textures: ['moss', { model: 'rock' }], strokes: [{ texture: 0 }] };
  assert.deepEqual(fromJson(JSON.parse(JSON.stringify(toJson(document)))), document);
});
