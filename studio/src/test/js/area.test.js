// Places on a picture: pointers, crops and corners, and what the studio is told of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absolute, holds, inset, place, pushed, query, rectangle, relative, settings, stateOf, within } from '../../main/resources/studio/pages/train/area.js';

const size = { width: 400, height: 300 };
const plain = stateOf({ maps: {} });

test('a pointer is at the pixel below it, however large the picture is shown', () => {
  const box = { left: 50, top: 20, width: 200, height: 150 };
  assert.deepEqual(place({ clientX: 150, clientY: 95 }, box, size), { x: 200, y: 150 });
  assert.deepEqual(place({ clientX: 0, clientY: 999 }, box, size), { x: 0, y: 300 });
});

test('a crop lies between two corners in any order and has whole pixels', () => {
  assert.deepEqual(rectangle({ x: 100.4, y: 80.6 }, { x: 20.2, y: 10 }, size), [20, 10, 80, 71]);
  assert.deepEqual(rectangle({ x: 400, y: 300 }, { x: 400, y: 300 }, size), [399, 299, 1, 1]);
});

test('what is typed is brought onto the picture', () => {
  assert.deepEqual(within([-5, 20, 900, NaN], size), [0, 20, 400, 1]);
  assert.deepEqual(within([390, 299, 50, 50], size), [390, 299, 10, 1]);
});

test('a crop is pushed as far as the picture goes', () => {
  assert.deepEqual(pushed([10, 20, 100, 100], 50, -90, size), [60, 0, 100, 100]);
  assert.deepEqual(pushed([10, 20, 100, 100], 999, 999, size), [300, 200, 100, 100]);
  assert.ok(holds([10, 20, 100, 100], { x: 110, y: 20 }));
  assert.ok(!holds([10, 20, 100, 100], { x: 111, y: 20 }));
});

test('corners are told from the corner of the crop and come back as they were', () => {
  const crop = [40, 30, 200, 100];
  const corners = inset(crop, size);
  assert.deepEqual(corners, [60, 40, 220, 40, 220, 120, 60, 120]);
  const told = relative(corners, crop, size);
  assert.deepEqual(told, [20, 10, 180, 10, 180, 90, 20, 90]);
  assert.deepEqual(absolute(told, crop), corners);
  assert.deepEqual(relative([0, 0, 400, 300, 400, 300, 0, 300], crop, size), [0, 0, 200, 100, 200, 100, 0, 100]);
});

test('a picture as it is needs no settings', () => {
  assert.deepEqual(settings(plain, size), {});
  assert.deepEqual(settings({ ...plain, crop: [0, 0, 400, 300] }, size), {});
});

test('only one way to straighten is told', () => {
  const both = { ...plain, corners: [0, 0, 9, 0, 9, 9, 0, 9], turn: 12 };
  assert.deepEqual(settings({ ...both, way: 'turn' }, size), { turn: 12 });
  assert.deepEqual(settings({ ...both, way: 'pattern' }, size), { straighten: 'yes' });
  assert.deepEqual(settings({ ...both, way: 'corners' }, size), { corners: both.corners });
  assert.deepEqual(settings(both, size), {});
});

test('what the studio keeps is shown and told again as it was', () => {
  const kept = { crop: [10, 20, 200, 100], corners: [1, 2, 190, 3, 180, 90, 5, 95], flatten: 40, scale: 0.5, tileable: 'no', alpha: 'mask' };
  assert.deepEqual(settings(stateOf({ ...kept, maps: {} }), size), kept);
  assert.equal(query(kept).get('corners'), '1,2,190,3,180,90,5,95');
});
