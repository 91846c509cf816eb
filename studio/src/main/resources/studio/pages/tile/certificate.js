// What a certificate says, in plain words.
import { h } from '../../lib/dom.js';
import { LEAST, MOST } from './size.js';

const NOTICEABLE = 0.05; // the change of a wave from which on a pattern looks different
const number = new Intl.NumberFormat('en');
const percent = (share) => `${(100 * share).toFixed(1)} %`;

// A certificate; `take({width, height})` is called to take a gentler size.
export function certificateText(told, take) {
  const [kind, words] = headline(told);
  return [
    h(`p.verdict${kind}`, {}, words),
    h('dl.certificate', {}, axis('Sideways', told.x), axis('Up and down', told.y), waves(told, take)),
  ];
}

// The headline says no more than what was measured.
function headline({ x, y }) {
  const joins = [x, y].filter((seam) => seam.wraps).map((seam) => seam.join);
  if (joins.includes('visible')) return ['.bad', 'Where the copies meet, a line may show.'];
  if (joins.includes('rough')) return ['', 'It repeats exactly, and an edge falls on a rough line, as the picture has inside.'];
  return ['.good', 'Seamless: it joins with its copies.'];
}

function entry(name, ...texts) {
  return [h('dt', {}, name), ...texts.map((text) => h('dd', {}, text))];
}

function axis(name, seam) {
  if (!seam.wraps) return entry(name, 'Does not repeat.');
  const compared = number.format(seam.pixelsCompared);
  const repeats = seam.repeatsExactly
    ? `Repeats exactly: ${compared} pixels compared, 0 different.`
    : `${number.format(seam.pixelsDifferent)} of ${compared} pixels differ one period on.`;
  const [edge, inside] = [seam.edge, seam.interior].map((levels) => levels.mean.toFixed(1));
  const measured = `Neighbouring pixels differ by ${edge} levels across the edge, by ${inside} inside.`;
  return entry(name, repeats, ...(seam.join === 'seamless' ? [measured] : [measured, rough(seam)]));
}

function rough({ asRoughInside: share, roughestInteriorLine: most }) {
  if (share === 0) return `No line inside is as rough; the roughest differs by ${most.toFixed(1)} levels.`;
  return `${percent(share)} of the lines inside are as rough or rougher, up to ${most.toFixed(1)} levels.`;
}

function waves(told, take) {
  if (!told.waves.length) return entry('Waves', 'This model has none to fit.');
  const most = `They were changed by at most ${percent(told.largestChange)} to fit this size.`;
  if (told.largestChange <= NOTICEABLE) return entry('Waves', `${most} That is too little to be seen.`);
  const seen = `${most} The pattern looks different from the endless one.`;
  const better = told.gentler;
  if (!better) return entry('Waves', `${seen} No nearby size needs less.`);
  const size = { width: better.width ?? told.width, height: better.height ?? told.height };
  const words = `${size.width} × ${size.height}`;
  const possible = [size.width, size.height].every((side) => side >= LEAST && side <= MOST);
  return [
    ...entry('Waves', seen, `${words} would need ${percent(better.largestChange)}.`),
    possible && h('dd', {}, h('button', { type: 'button', onclick: () => take(size) }, `Use ${words}`)),
  ].filter(Boolean);
}
