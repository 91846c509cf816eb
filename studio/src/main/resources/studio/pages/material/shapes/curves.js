// Smooth curves through rows of numbers, of which shapes are made.

export const clamp = (value, low = 0, high = 1) => Math.min(high, Math.max(low, value));
export const mix = (a, b, t) => a + (b - a) * t;

export function smooth(from, to, value) {
  const t = clamp((value - from) / (to - from));
  return t * t * (3 - 2 * t);
}

// A function through rows [x, a, b, …] with growing x: monotone cubics, so that nothing overshoots
// (Fritsch and Carlson 1980). It gives [a, b, …] and holds the ends.
export function through(rows) {
  const count = rows[0].length - 1;
  const slopes = Array.from({ length: count }, (_, c) => slopesOf(rows, c + 1));
  return (x) => {
    const last = rows.length - 1;
    if (x <= rows[0][0]) return rows[0].slice(1);
    if (x >= rows[last][0]) return rows[last].slice(1);
    let i = 0;
    while (rows[i + 1][0] < x) i += 1;
    const width = rows[i + 1][0] - rows[i][0];
    const t = (x - rows[i][0]) / width;
    return slopes.map((slope, c) => hermite(rows[i][c + 1], rows[i + 1][c + 1], slope[i] * width, slope[i + 1] * width, t));
  };
}

function slopesOf(rows, column) {
  const steps = rows.slice(1).map((row, i) => (row[column] - rows[i][column]) / (row[0] - rows[i][0]));
  return rows.map((_, i) => {
    const [before, after] = [steps[i - 1] ?? steps[i], steps[i] ?? steps[i - 1]];
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  });
}

function hermite(from, to, leave, arrive, t) {
  const [t2, t3] = [t * t, t * t * t];
  return (2 * t3 - 3 * t2 + 1) * from + (t3 - 2 * t2 + t) * leave + (3 * t2 - 2 * t3) * to + (t3 - t2) * arrive;
}

// A curve through points [x, y, …], from 0 at the first to 1 at the last (Catmull and Rom 1974).
export function spline(points) {
  const at = (i) => points[clamp(i, 0, points.length - 1)];
  return (t) => {
    const place = clamp(t) * (points.length - 1);
    const i = Math.min(Math.floor(place), points.length - 2);
    const f = place - i;
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    return p1.map((_, c) => hermite(p1[c], p2[c], (p2[c] - p0[c]) / 2, (p3[c] - p1[c]) / 2, f));
  };
}

// Waves around a circle that no eye takes for regular: about `count` of them, from -1 to 1, rounder
// outside than inside as cloth falls.
export function folds(angle, count, phase = 0) {
  const wave = Math.cos(count * angle + phase + 0.9 * Math.sin(2 * angle + 1.3 * phase) + 0.5 * Math.sin(3 * angle - phase));
  return wave >= 0 ? wave ** 0.8 : -((-wave) ** 1.25);
}
