// Mixtures of textures, and the state of a page in its address.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, among, between, read, whole } from '../../main/resources/studio/lib/state.js';
import { corners, expression, hundredths, ringWeights, softened } from '../../main/resources/studio/pages/mix/weights.js';

const close = (one, other) => one.forEach((value, i) => assert.ok(Math.abs(value - other[i]) < 1e-3, `${one} is not ${other}`));

test('weights of corners and rings are shares of one', () => {
  close(corners(0, 0), [1, 0, 0, 0]);
  close(corners(0.5, 0.5), [0.25, 0.25, 0.25, 0.25]);
  close(ringWeights(0.5, 0, 4), [1, 0, 0, 0]);
  close(ringWeights(0.5, 0.5, 3), [1 / 3, 1 / 3, 1 / 3]);
});

test('softness 1 leaves weights, 0 leaves the heaviest alone', () => {
  close(softened([0.6, 0.4], 1), [0.6, 0.4]);
  close(softened([0.6, 0.4], 0), [1, 0]);
});

test('hundredths sum to one hundred, and join textures of one name', () => {
  const parts = hundredths(['a', 'b', 'c'], [1 / 3, 1 / 3, 1 / 3]);
  assert.equal(parts.reduce((sum, { whole: part }) => sum + part, 0), 100);
  assert.equal(expression(['bark', 'moss', 'bark'], [0.5, 0.3, 0.2]), '0.7*bark+0.3*moss');
  assert.equal(expression(['bark', 'moss'], [0.999, 0.001]), 'bark');
});

test('an address is read within what is allowed', () => {
  globalThis.location = { pathname: '/plane', search: '?seed=12x&zoom=99&play=loop&x=far' };
  const state = read(
    { seed: '0', zoom: 1, play: 'still', x: 5, texture: '' },
    { seed: whole, zoom: between(0, 8), play: among('still', 'drift') },
  );
  assert.deepEqual(state, { seed: '0', zoom: 8, play: 'still', x: 5, texture: '' });
});

test('an address leaves out what is usual', () => {
  globalThis.location = { pathname: '/plane', search: '' };
  assert.equal(address({ seed: '0', x: 3, texture: '' }, { seed: '0', x: 0 }), '/plane?x=3');
  assert.equal(address({ seed: '0' }, { seed: '0' }), '/plane');
});
