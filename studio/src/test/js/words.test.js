import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentence, sentences } from '../../main/resources/studio/lib/words.js';

test('what the studio says becomes a sentence with one full stop', () => {
  assert.equal(sentence('there is no model x'), 'There is no model x.');
  assert.equal(sentence('It is done.'), 'It is done.');
  assert.equal(sentence(' Is it? '), 'Is it?');
  assert.equal(sentence('Opening …'), 'Opening …');
});

test('a name keeps its own letters', () => {
  assert.equal(sentence('knit.png is empty'), 'knit.png is empty.');
  assert.equal(sentence('3 files are missing'), '3 files are missing.');
});

test('nothing said is no sentence', () => {
  assert.equal(sentence(''), '');
  assert.equal(sentence(undefined), '');
  assert.equal(sentence(null), '');
});

test('sentences do not run together', () => {
  assert.equal(sentences(['one is small', '', 'The other is dark.']), 'One is small. The other is dark.');
});
