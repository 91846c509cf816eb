// A wide shirt with sleeves to the elbow, which hangs from shoulders and chest.
import { folds, mix, smooth, spline } from './curves.js';
import { onSection, section } from './figure.js';
import { flattened } from './flatten.js';
import { meshOf, mirrored, sheet } from './sheet.js';
import { sweep } from './sweep.js';

const QUARTER = Math.PI / 2;
const FRONT = 0;
const BACK = Math.PI;
const HEM = 77;
const CHEST = 128;

export function shirt() {
  const left = sleeve();
  const pieces = [front(FRONT), front(BACK), left, mirrored(left)];
  return { cloth: meshOf([...pieces, collar()].map(flattened)), pieces };
}

const wider = (of, by) => ({ ...of, width: of.width + by, before: of.before + by, behind: of.behind + by });

function neckline(middle, from) {
  const aside = Math.abs(from) / QUARTER;
  const lowest = middle === FRONT ? 143.2 : 147.6;
  return mix(lowest, 148.8, smooth(0, 0.72, aside));
}

// From the chest down the cloth hangs straight and does not follow the waist.
function hanging(height) {
  const body = section(height);
  const loose = mix(2.6, 0.9, smooth(110, 146, height));
  if (height >= CHEST) return wider(body, loose);
  const chest = wider(section(CHEST), mix(2.6, 0.9, smooth(110, 146, CHEST)));
  const down = (CHEST - height) / (CHEST - HEM);
  const falls = (key, to) => Math.max(mix(chest[key], to, smooth(-0.2, 1.1, down)), body[key] + 1.3);
  return { width: falls('width', 19.6), before: falls('before', 12.6), behind: falls('behind', 13.4), middle: mix(chest.middle, -0.6, down) };
}

function front(middle) {
  return sheet(52, 40, (across, down) => {
    const from = QUARTER * (2 * across - 1);
    const angle = middle + from;
    const height = mix(neckline(middle, from), HEM + (middle === BACK ? -2.5 : 0) * Math.cos(from) ** 2, down);
    const depth = 1.7 * smooth(0.3, 0.9, down);
    const drag = 0.7 * smooth(0.15, 0.45, down) * smooth(1, 0.5, down) * Math.sin(0.42 * height + 5 * Math.abs(Math.sin(from)) + (middle ? 1 : 0)) * Math.sin(from) ** 2;
    const fold = depth * folds(angle + 0.25 * down, 8, 1.9) + drag;
    return onSection(wider(hanging(height), fold), angle, height);
  });
}

// A band around the neck.
function collar() {
  return sheet(40, 4, (across, down) => {
    const angle = 4 * QUARTER * (across - 0.5);
    const [middle, from] = Math.cos(angle) > 0 ? [FRONT, angle] : [BACK, Math.abs(angle) - Math.PI];
    const height = neckline(middle, from) + mix(1.3, -1.1, down);
    const ring = wider(section(height), 1.5 + 0.4 * Math.sin(Math.PI * down));
    return onSection(ring, angle, height);
  });
}

// From within the shoulder over it and down along the arm.
function sleeve() {
  const path = spline([
    [10.5, 139.0, -1.7],
    [15.6, 139.2, -1.7],
    [19.2, 133.0, -1.8],
    [22.2, 124.0, -1.7],
    [24.6, 115.5, -1.4],
    [26.3, 108.5, -0.9],
  ]);
  return sweep(32, 24, {
    path,
    outward: (t) => [1, mix(1, 0.35, t), 0],
    profile: (s, t) => {
      const angle = 2 * Math.PI * (s - 0.5);
      const depth = 0.75 * smooth(0.2, 0.9, t);
      const fold = depth * folds(angle + 1.5 * t, 5, 0.4) + 0.3 * smooth(0.1, 0.3, t) * smooth(0.8, 0.5, t) * Math.sin(26 * t + 1.5 * Math.sin(angle));
      const [wide, high] = [mix(8.8, 6.9, smooth(0, 0.6, t)), mix(7.0, 6.2, smooth(0.1, 0.6, t))];
      return [(wide + fold) * Math.sin(angle), (high + fold) * Math.cos(angle)];
    },
  });
}
