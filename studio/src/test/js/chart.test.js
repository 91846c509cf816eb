// The chart: axes, lines, and the sentence for a screen reader.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chart } from '../../main/resources/studio/lib/chart.js';
import { span } from '../../main/resources/studio/lib/times.js';
import { sentence } from '../../main/resources/studio/lib/words.js';

// As much of a document as the chart needs.
class Element {
  constructor(tag) {
    Object.assign(this, { tag, attributes: {}, children: [] });
  }

  setAttribute(name, value) {
    this.attributes[name] = String(value);
  }

  append(...children) {
    this.children.push(...children);
  }

  replaceChildren() {
    this.children = [];
  }
}
globalThis.document = {
  createElement: (tag) => new Element(tag),
  createElementNS: (_, tag) => new Element(tag),
};

const LOSSES = [{ name: 'generator', column: 1 }, { name: 'features', column: 2 }];

function drawn(points) {
  const figure = chart('Losses', LOSSES, ' nats');
  figure.draw(points);
  const plot = figure.children[1];
  const all = (tag) => plot.children.filter((child) => child.tag === tag);
  return { label: plot.attributes['aria-label'], lines: all('polyline'), texts: all('text'), grid: all('line') };
}

test('one point is nothing to draw', () => {
  const { label, lines } = drawn([[0, 1, 1]]);
  assert.equal(label, 'Losses: nothing to draw yet');
  assert.equal(lines.length, 0);
});

test('each series is a line within the axes', () => {
  const { lines } = drawn([[0, 1, 4], [100, 2, 3], [200, 3, 2]]);
  assert.equal(lines.length, 2);
  for (const line of lines) {
    const places = line.attributes.points.split(' ').map((pair) => pair.split(',').map(Number));
    assert.equal(places.length, 3);
    assert.deepEqual([places[0][0], places[2][0]], [40, 412]);
    assert.ok(places.every(([, y]) => y >= 10 && y <= 146));
  }
});

test('the axis has steps of 1, 2 or 5', () => {
  const { texts } = drawn([[0, 0, 0], [5000, 1, 9]]);
  const labels = texts.map((text) => text.textContent);
  assert.ok(labels.includes('2') && labels.includes('4') && !labels.includes('3'), labels.join());
  assert.ok(labels.includes('2k'), labels.join());
});

test('a constant is drawn too', () => {
  const { lines, grid } = drawn([[0, 5, 5], [1, 5, 5]]);
  assert.ok(lines.every((line) => !line.attributes.points.includes('NaN')));
  assert.ok(grid.length > 0);
});

test('the summary says how each series went', () => {
  const { label } = drawn([[0, 1, 4], [1500, 0.256, 2]]);
  assert.equal(label, 'Losses over 1500 steps: generator went from 1 to 0.26 nats; features went from 4 to 2 nats');
});

test('times and refusals are put into words', () => {
  assert.deepEqual([9, 200, 180, 3900, -1].map(span), ['9 s', '3 min 20 s', '3 min', '1 h 5 min', '0 s']);
  assert.equal(sentence('there is no map'), 'There is no map.');
  assert.equal(sentence('knit.png cannot be read!'), 'knit.png cannot be read!');
});
