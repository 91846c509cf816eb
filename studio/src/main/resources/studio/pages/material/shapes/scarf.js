// A scarf that goes once around the neck and hangs down on both sides.
import { mix, smooth, spline } from './curves.js';
import { flattened } from './flatten.js';
import { meshOf } from './sheet.js';
import { sweep } from './sweep.js';

// Places along its middle, and where its outer side faces there.
const COURSE = [
  [7.4, 93, 12.6, 0.1, 0, 1],
  [7.6, 104, 12.2, 0.1, 0, 1],
  [7.9, 116, 13.6, 0.12, 0.05, 1],
  [8.2, 127, 14.6, 0.12, 0.1, 1],
  [8.6, 137, 12.2, 0.15, 0.45, 1],
  [9.2, 145.4, 6.6, 0.4, 0.7, 0.8],
  [8.9, 150.3, -1.6, 1, 0.5, 0],
  [5.2, 151.8, -7.6, 0.7, 0.4, -0.8],
  [-0.2, 152.2, -9.2, 0, 0.4, -1],
  [-5.4, 151.6, -7.2, -0.75, 0.4, -0.8],
  [-9.0, 149.8, -1.2, -1, 0.45, 0],
  [-8.6, 146.2, 5.8, -0.8, 0.4, 0.7],
  [-4.6, 142.9, 10.6, -0.35, 0.35, 1],
  [1.2, 142.0, 12.4, 0.1, 0.35, 1],
  [7.0, 143.8, 11.0, 0.6, 0.4, 0.9],
  [11.2, 147.6, 4.6, 1, 0.45, 0.4],
  [11.4, 150.6, -3.0, 1, 0.45, -0.3],
  [6.8, 152.2, -10.2, 0.6, 0.4, -0.9],
  [-0.2, 152.6, -12.0, 0, 0.4, -1],
  [-7.2, 152.0, -9.6, -0.65, 0.4, -0.8],
  [-11.6, 150.2, -2.4, -1, 0.5, -0.1],
  [-11.2, 146.6, 5.0, -0.75, 0.7, 0.6],
  [-9.6, 138.2, 12.6, -0.2, 0.5, 1],
  [-8.6, 127, 16.4, -0.12, 0.1, 1],
  [-8.0, 114, 15.2, -0.1, 0, 1],
  [-7.6, 100, 13.4, -0.1, 0, 1],
  [-7.5, 84, 14.2, -0.1, 0, 1],
];

export function scarf() {
  const places = spline(COURSE.map((row) => row.slice(0, 3)));
  const faces = spline(COURSE.map((row) => row.slice(3)));
  const piece = sweep(24, 200, {
    path: places,
    outward: faces,
    profile: (s, t) => {
      const aside = 2 * s - 1;
      const hangs = Math.max(smooth(0.2, 0.05, t), smooth(0.8, 0.95, t));
      const half = mix(5.4, 6.9, hangs);
      const turn = 2.2 * Math.sin(9 * t + 1) + 7 * t;
      const depth = mix(1.25, 0.75, hangs);
      const waves = Math.cos(7.2 * aside + turn) + 0.45 * Math.cos(12.5 * aside - 1.4 * turn);
      return [half * aside * (1 - 0.06 * Math.cos(turn)), depth * waves - mix(1.6, 0.5, hangs) * aside * aside];
    },
  });
  return { cloth: meshOf([flattened(piece)]), pieces: [piece] };
}
