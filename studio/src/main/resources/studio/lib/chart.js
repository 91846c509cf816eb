// A small line chart as SVG: axes, up to three series, and a sentence for who does not see it.
const NS = 'http://www.w3.org/2000/svg';
const WIDTH = 420;
const HEIGHT = 170;
const LEFT = 40;
const RIGHT = 8;
const TOP = 10;
const BOTTOM = 24;

function svg(tag, attributes, text) {
  const element = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

// Steps of 1, 2 or 5 times a power of ten, about as many as wished.
function ticks(low, high, wished) {
  const raw = (high - low) / wished || 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= raw);
  const all = [];
  for (let value = Math.ceil(low / step) * step; value <= high + step / 1e6; value += step) all.push(value);
  return all;
}

const number = (value) => (Math.abs(value) >= 1000 ? `${+(value / 1000).toFixed(1)}k` : String(+value.toFixed(2)));

function range(points, columns) {
  let low = Infinity;
  let high = -Infinity;
  for (const point of points) {
    for (const column of columns) {
      low = Math.min(low, point[column]);
      high = Math.max(high, point[column]);
    }
  }
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  return [Math.max(0, low - room), high + room];
}

// series: [{ name, column }]; points: arrays whose first number is the step.
export function chart(title, series, unit = '') {
  const plot = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img' });
  const figure = document.createElement('figure');
  figure.className = 'chart';
  const caption = document.createElement('figcaption');
  const name = document.createElement('strong');
  name.textContent = title;
  const legend = series.map(({ name: text }, index) => {
    const entry = document.createElement('span');
    entry.className = `key s${index}`;
    entry.textContent = text;
    return entry;
  });
  caption.append(name, ...legend);
  figure.append(caption, plot);
  figure.draw = (points) => draw(plot, title, series, points, unit);
  figure.draw([]);
  return figure;
}

function draw(plot, title, series, points, unit) {
  plot.replaceChildren();
  if (points.length < 2) {
    plot.append(svg('text', { x: WIDTH / 2, y: HEIGHT / 2, class: 'none' }, 'nothing to draw yet'));
    plot.setAttribute('aria-label', `${title}: nothing to draw yet`);
    return;
  }
  const [low, high] = range(points, series.map(({ column }) => column));
  const first = points[0][0];
  const last = points[points.length - 1][0];
  const x = (step) => LEFT + ((step - first) / (last - first || 1)) * (WIDTH - LEFT - RIGHT);
  const y = (value) => HEIGHT - BOTTOM - ((value - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  for (const value of ticks(low, high, 6)) {
    plot.append(svg('line', { x1: LEFT, x2: WIDTH - RIGHT, y1: y(value), y2: y(value), class: 'grid' }));
    plot.append(svg('text', { x: LEFT - 6, y: y(value) + 4, class: 'end' }, number(value)));
  }
  for (const value of ticks(first, last, 5).filter((v) => x(v) < WIDTH - 56)) {
    plot.append(svg('text', { x: x(value), y: HEIGHT - 7, class: 'middle' }, number(value)));
  }
  plot.append(svg('text', { x: WIDTH - RIGHT, y: HEIGHT - 7, class: 'end' }, 'steps'));
  series.forEach(({ column }, index) => {
    const path = points.map((point) => `${x(point[0]).toFixed(1)},${y(point[column]).toFixed(1)}`).join(' ');
    plot.append(svg('polyline', { points: path, class: `line s${index}` }));
  });
  plot.setAttribute('aria-label', summary(title, series, points, unit));
}

function summary(title, series, points, unit) {
  const end = points[points.length - 1];
  const parts = series.map(
    ({ name, column }) => `${name} went from ${number(points[0][column])} to ${number(end[column])}${unit}`,
  );
  return `${title} over ${end[0]} steps: ${parts.join('; ')}`;
}
