// The tile store: what is requested, kept, shown while it is stale, and given up.
import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

globalThis.location = { hostname: 'localhost' };
const { TileLayer, TileStore, touches } = await import('../../main/resources/studio/lib/tile-store.js');
const { TileGrid, within, zoomText } = await import('../../main/resources/studio/lib/tile-view.js');

const LAYER = new TileLayer({ modelId: 'cloth@1', seed: 7, texture: 'bark' }, 256);

let requests; // {path, options, answer(status), fail()}
let pictures;

beforeEach(() => {
  requests = [];
  pictures = [];
  globalThis.fetch = (path, options) =>
    new Promise((resolve, reject) => {
      options.signal.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError')));
      requests.push({
        path,
        options,
        answer: (status = 200, body = '{"detail":"no"}', headers = {}) =>
          resolve(new Response(body, { status, headers })),
      });
    });
  globalThis.createImageBitmap = async () => {
    const picture = { width: 256, height: 256, closed: false, close: () => (picture.closed = true) };
    pictures.push(picture);
    return picture;
  };
});

// Lets promises settle.
const settle = () => new Promise((done) => setImmediate(done));

const tile = (column, row = 0) => LAYER.tile(0, column, row);

test('addresses name the plane, and the level as a zoom', () => {
  assert.equal(LAYER.tile(2, -1, 3).key, '/api/models/cloth%401/tiles/10/-1/3.png?seed=7&size=256&texture=bark');
  const painted = new TileLayer({ modelId: 'cloth', texture: 'bark', map: 'abc' }, 512);
  assert.match(painted.tile(0, 0, 0).key, /size=512&map=abc$/);
});

test('six requests run at a time, the first wanted first', async () => {
  const store = new TileStore(() => {});
  store.want(Array.from({ length: 8 }, (_, i) => tile(i)));
  assert.deepEqual(requests.map(({ path }) => path), Array.from({ length: 6 }, (_, i) => tile(i).key));
  requests[0].answer();
  await settle();
  await settle();
  assert.equal(requests.length, 7);
  assert.equal(store.has(tile(0)), true);
  assert.equal(store.has(tile(1)), false);
});

test('a tile that is no longer wanted is aborted, and its picture never kept', async () => {
  const store = new TileStore(() => {});
  store.want([tile(0), tile(1)]);
  store.want([tile(1)]);
  assert.equal(requests[0].options.signal.aborted, true);
  assert.equal(requests[1].options.signal.aborted, false);
  await settle();
  assert.equal(store.get(tile(0)), undefined);
});

test('an invalid tile is shown until it is fetched again, past the cache', async () => {
  const store = new TileStore(() => {});
  store.want([tile(0), tile(4)]);
  requests.forEach(({ answer }) => answer());
  await settle();
  await settle();
  store.invalidate({ x: 0, y: 0, width: 10, height: 10 });
  assert.equal(store.has(tile(0)), false);
  assert.equal(store.has(tile(4)), true);
  assert.equal(store.get(tile(0)), pictures[0]);
  store.want([tile(0), tile(4)]);
  assert.equal(requests.length, 3);
  assert.equal(requests[2].options.cache, 'reload');
  requests[2].answer();
  await settle();
  await settle();
  assert.equal(pictures[0].closed, true);
  assert.equal(store.get(tile(0)), pictures[2]);
});

test('a refused layer is settled with its reason, and asked for again only once it is invalid', async () => {
  const store = new TileStore(() => {});
  store.want([tile(0)]);
  requests[0].answer(400, '{"detail":"there is no texture bark"}');
  await settle();
  await settle();
  assert.equal(store.settled(tile(1)), true);
  assert.equal(store.failure(LAYER).message, 'there is no texture bark');
  store.want([tile(1)]);
  assert.equal(requests.length, 1);
  store.invalidate();
  store.want([tile(1)]);
  assert.equal(requests.length, 2);
});

test('a busy studio is left alone for as long as it says', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const now = mock.method(performance, 'now', () => 0);
  const store = new TileStore(() => {});
  store.want([tile(0)]);
  requests[0].answer(503, '{"detail":"busy"}', { 'Retry-After': '3' });
  await settle();
  await settle();
  now.mock.mockImplementation(() => 2999);
  store.want([tile(0)]);
  assert.equal(requests.length, 1);
  now.mock.mockImplementation(() => 3021);
  mock.timers.tick(3021);
  assert.equal(requests.length, 2);
  mock.timers.reset();
  mock.restoreAll();
});

test('tiles outside of a change move to the new layer', async () => {
  const store = new TileStore(() => {});
  store.want([tile(0), tile(4)]);
  requests.forEach(({ answer }) => answer());
  await settle();
  await settle();
  const next = new TileLayer({ modelId: 'cloth@1', map: 'abc' }, 256);
  store.move(LAYER, next, { x: 0, y: 0, width: 10, height: 10 });
  assert.equal(store.has(next.tile(0, 4, 0)), true);
  assert.equal(store.has(next.tile(0, 0, 0)), false);
  store.close();
  assert.ok(pictures.every(({ closed }) => closed));
});

test('a tile touches what it shows some of, and not its neighbours', () => {
  assert.equal(touches(LAYER.tile(1, -1, 0), { x: -1, y: 0, width: 1, height: 1 }), true);
  assert.equal(touches(LAYER.tile(1, 0, 0), { x: -1, y: 0, width: 1, height: 1 }), false);
});

test('a grid covers the canvas with whole pixels, the tile nearest to a point first', () => {
  const grid = new TileGrid({ x: 0, y: 0 }, 0.5, 300, 200, 256);
  assert.equal(grid.level, 1);
  const places = grid.places({ x: 0, y: 0 });
  assert.deepEqual(places[0], { column: -1, row: -1, far: places[0].far });
  assert.ok(grid.left(grid.first.column) <= 0 && grid.left(grid.last.column + 1) >= 300);
  assert.ok(grid.top(grid.first.row) <= 0 && grid.top(grid.last.row + 1) >= 200);
});

test('views stay within what the studio shows, and zooms are put into words', () => {
  assert.deepEqual(within({ x: 1e99, y: -1e99, zoom: 100 }), { x: 2 ** 36 - 2 ** 20, y: 2 ** 20 - 2 ** 36, zoom: 8 });
  assert.deepEqual([2, 1, 0.25, 0.7].map(zoomText), ['2:1', '1:1', '1:4', '1:1.4']);
});
