// What a certificate says, in plain words.
import { h } from '../../lib/dom.js';
import { LEAST, MOST } from './size.js';

const NOTICEABLE = 0.05; // the change of a wave from which on a pattern looks different
const number = new Intl.NumberFormat('en');
const percent = (share) => `${(100 * share).toFixed(1)} %`;

// A certificate; `take({width, height})` is called to take a gentler size.
export function certificateText(told, take) {
  return [
    h(
      told.seamless ? 'p.verdict.good' : 'p.verdict.bad',
      {},
      told.seamless ? 'Seamless: it joins with its copies.' : 'Where the copies meet, a line may show.',
    ),
    h('dl.certificate', {}, axis('Sideways', told.x), axis('Up and down', told.y), waves(told, take)),
  ];
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
  return entry(name, repeats, `Neighbouring pixels differ by ${edge} levels across the edge, by ${inside} inside.`);
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
