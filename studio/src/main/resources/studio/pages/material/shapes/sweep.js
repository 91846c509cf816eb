// Surfaces along a path.
import { cross, sheet, unit } from './sheet.js';

const NEAR = 1e-3;

// A sheet whose rows go along a path. `path(t)` gives [x, y, z] and `outward(t)` roughly where its
// outer side faces; `profile(s, t)` gives how far to the side and outwards a place of a row lies.
export function sweep(columns, rows, { path, outward, profile }) {
  const frames = Array.from({ length: rows + 1 }, (_, j) => frameAt(path, outward, j / rows));
  return sheet(columns, rows, (s, t) => {
    const { place, side, out } = frames[Math.round(t * rows)];
    const [aside, away] = profile(s, t);
    return place.map((value, k) => value + aside * side[k] + away * out[k]);
  });
}

function frameAt(path, outward, t) {
  const [before, after] = [path(Math.max(0, t - NEAR)), path(Math.min(1, t + NEAR))];
  const along = unit(after.map((value, k) => value - before[k]));
  const side = unit(cross(outward(t), along).map((value) => -value));
  return { place: path(t), along, side, out: cross(along, side).map((value) => -value) };
}
