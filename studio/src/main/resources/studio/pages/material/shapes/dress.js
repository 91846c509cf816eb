// A dress without sleeves: a fitted bodice, a belt, and a skirt that falls in folds.
import { clamp, folds, mix, smooth } from './curves.js';
import { onSection, section } from './figure.js';
import { flattened } from './flatten.js';
import { meshOf, sheet } from './sheet.js';

const WAIST = 105.5;
const HEM = 41;
const QUARTER = Math.PI / 2;
const FRONT = 0;
const BACK = Math.PI;

export function dress() {
  const pieces = [bodice(FRONT), bodice(BACK), skirt(FRONT), skirt(BACK)];
  return { cloth: meshOf(pieces.map(flattened)), trim: meshOf([belt()]), pieces };
}

const wider = (of, by) => ({ ...of, width: of.width + by, before: of.before + by, behind: of.behind + by });

// Where the neckline lies, from the middle of the front or back to the shoulder.
function neckline(middle, from) {
  const aside = Math.abs(from) / QUARTER;
  const lowest = middle === FRONT ? 134 : 141;
  return mix(lowest, 147.1, smooth(0, 0.64, aside));
}

function bodice(middle) {
  return sheet(32, 36, (across, down) => {
    const from = QUARTER * (2 * across - 1);
    const height = mix(neckline(middle, from), WAIST, down);
    return onSection(wider(section(height), mix(0.75, 1.5, smooth(126, 110, height))), middle + from, height);
  });
}

// Widest at the hem; over the hips it never comes nearer than the folds are deep.
function skirt(middle) {
  return sheet(96, 36, (across, down) => {
    const angle = middle + QUARTER * (2 * across - 1);
    const height = mix(WAIST, HEM, down);
    const waist = wider(section(WAIST), 1.5);
    const body = section(Math.max(height, 84));
    const depth = 3.0 * smooth(0.0, 0.9, down);
    const flare = 19 * (0.35 * down + 0.65 * down ** 1.4);
    const falls = (key, share) => Math.max(waist[key] + share * flare, body[key] + 1.0 + depth * 0.8);
    const ring = { width: falls('width', 0.92), before: falls('before', 1), behind: falls('behind', 1.08), middle: mix(waist.middle, -0.6, clamp(3 * down)) };
    const fold = depth * folds(angle + 0.2 * down, 12, 0.7) + 0.22 * depth * folds(angle - 0.1 * down, 27, 2.1);
    return onSection(wider(ring, fold), angle, height - 0.12 * fold * down);
  });
}

function belt() {
  return sheet(48, 4, (across, down) => {
    const height = WAIST + 1.7 - 3.4 * down;
    const rounded = 0.35 * Math.sin(Math.PI * down) ** 0.5;
    return onSection(wider(section(WAIST), 1.75 + rounded + 0.25 * down), 4 * QUARTER * (across - 0.5), height);
  });
}
