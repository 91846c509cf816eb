// Lays a sheet flat, as a tailor draws the piece of cloth that it is cut from: places on the cloth
// in centimetres, so that a texture lies on it undistorted. Springs along edges and diagonals keep
// their lengths, first between far points, then between neighbours; then each triangle keeps its
// shape as far as its neighbours allow, which turns back what the springs have folded over (Liu,
// Zhang, Xu, Gotsman and Gortler 2008).

const LEVELS = [16, 8, 4, 2, 1];
const ROUNDS = 60;
const UNFOLDING = 160;

// Adds `uv` to a sheet: right and up, 0 at the middle of its upper edge.
export function flattened(one) {
  const lengths = lengthsOf(one);
  const uv = beginning(one, lengths);
  for (const step of LEVELS) relax(one, lengths, uv, step);
  unfold(one, uv);
  straighten(one, uv);
  return Object.assign(one, { uv: Float32Array.from(uv) });
}

// The longest and shortest edge on the cloth, by its length in space: 1 is undistorted. The rarest
// `beyond` of the edges are left out at each end.
export function stretch({ columns, rows, points, uv }, beyond = 0.01) {
  const wide = columns + 1;
  const ratios = [];
  for (let j = 0; j <= rows; j++) {
    for (let i = 0; i <= columns; i++) {
      const a = j * wide + i;
      for (const b of [i < columns ? a + 1 : a, j < rows ? a + wide : a]) {
        const real = distance(points, 3, a, b);
        if (real > 1e-6) ratios.push(distance(uv, 2, a, b) / real);
      }
    }
  }
  ratios.sort((a, b) => a - b);
  const cut = Math.floor(beyond * ratios.length);
  return { least: ratios[cut], most: ratios[ratios.length - 1 - cut] };
}

function distance(values, size, a, b) {
  let sum = 0;
  for (let k = 0; k < size; k++) sum += (values[size * a + k] - values[size * b + k]) ** 2;
  return Math.sqrt(sum);
}

// Along rows and columns, from the first point to each.
function lengthsOf({ columns, rows, points }) {
  const wide = columns + 1;
  const across = new Float64Array(wide * (rows + 1));
  const down = new Float64Array(wide * (rows + 1));
  for (let j = 0; j <= rows; j++) {
    for (let i = 0; i <= columns; i++) {
      const a = j * wide + i;
      if (i) across[a] = across[a - 1] + distance(points, 3, a - 1, a);
      if (j) down[a] = down[a - wide] + distance(points, 3, a - wide, a);
    }
  }
  return { across, down };
}

function beginning({ columns, rows }, { across, down }) {
  const wide = columns + 1;
  const middle = columns >> 1;
  const uv = new Float64Array(2 * wide * (rows + 1));
  for (let j = 0; j <= rows; j++) {
    for (let i = 0; i <= columns; i++) {
      const a = j * wide + i;
      uv[2 * a] = across[a] - across[j * wide + middle];
      uv[2 * a + 1] = -down[j * wide + middle];
    }
  }
  return uv;
}

const stops = (count, step) => [...Array(Math.ceil(count / step)).keys()].map((i) => i * step).concat(count);

function relax(one, lengths, uv, step) {
  const [is, js] = [stops(one.columns, step), stops(one.rows, step)];
  if (step > 1 && (is.length < 4 || js.length < 4)) return;
  const wide = one.columns + 1;
  const before = step > 1 ? uv.slice() : uv;
  const springs = springsOf(one, lengths, is, js, step === 1);
  for (let round = 0; round < ROUNDS; round++) {
    for (let s = 0; s < springs.length; s++) pull(uv, springs[round % 2 ? springs.length - 1 - s : s]);
  }
  if (step > 1) spread(uv, before, is, js, wide);
}

function springsOf({ columns, points }, { across, down }, is, js, exact) {
  const wide = columns + 1;
  const springs = [];
  for (let y = 0; y < js.length; y++) {
    for (let x = 0; x < is.length; x++) {
      const a = js[y] * wide + is[x];
      const b = x + 1 < is.length ? js[y] * wide + is[x + 1] : -1;
      const c = y + 1 < js.length ? js[y + 1] * wide + is[x] : -1;
      if (b >= 0) springs.push([a, b, across[b] - across[a]]);
      if (c >= 0) springs.push([a, c, down[c] - down[a]]);
      if (b < 0 || c < 0) continue;
      const d = js[y + 1] * wide + is[x + 1];
      // far diagonals by Ptolemy's theorem, as if the four lay on a circle
      const far = Math.sqrt((across[b] - across[a]) * (across[d] - across[c]) + (down[c] - down[a]) * (down[d] - down[b]));
      springs.push([a, d, exact ? distance(points, 3, a, d) : far], [b, c, exact ? distance(points, 3, b, c) : far]);
    }
  }
  return springs;
}

function pull(uv, [a, b, length]) {
  const [x, y] = [uv[2 * b] - uv[2 * a], uv[2 * b + 1] - uv[2 * a + 1]];
  const now = Math.hypot(x, y);
  if (now < 1e-9) return;
  const share = (0.5 * (now - length)) / now;
  uv[2 * a] += share * x;
  uv[2 * a + 1] += share * y;
  uv[2 * b] -= share * x;
  uv[2 * b + 1] -= share * y;
}

// Moves the points between the stops as the stops around them have moved.
function spread(uv, before, is, js, wide) {
  const moved = (i, j, k) => uv[2 * (j * wide + i) + k] - before[2 * (j * wide + i) + k];
  const after = before.slice();
  for (let y = 0; y + 1 < js.length; y++) {
    for (let x = 0; x + 1 < is.length; x++) {
      for (let j = js[y]; j <= js[y + 1]; j++) {
        const v = (j - js[y]) / (js[y + 1] - js[y]);
        for (let i = is[x]; i <= is[x + 1]; i++) {
          const u = (i - is[x]) / (is[x + 1] - is[x]);
          const at = 2 * (j * wide + i);
          for (let k = 0; k < 2; k++) {
            const above = (1 - u) * moved(is[x], js[y], k) + u * moved(is[x + 1], js[y], k);
            const below = (1 - u) * moved(is[x], js[y + 1], k) + u * moved(is[x + 1], js[y + 1], k);
            after[at + k] = before[at + k] + (1 - v) * above + v * below;
          }
        }
      }
    }
  }
  uv.set(after);
}

// Turns the true shape of each triangle to where its corners lie, and moves every point to the mean
// of the places that its triangles wish for it.
function unfold(one, uv) {
  const triangles = trianglesOf(one);
  const [sums, weights] = [new Float64Array(uv.length), new Float64Array(uv.length / 2)];
  for (let round = 0; round < UNFOLDING; round++) {
    sums.fill(0);
    weights.fill(0);
    for (const { corners, shape, weight } of triangles) {
      const middle = [0, 1].map((k) => (uv[2 * corners[0] + k] + uv[2 * corners[1] + k] + uv[2 * corners[2] + k]) / 3);
      let [cos, sin] = [0, 0];
      for (let c = 0; c < 3; c++) {
        const [x, y] = [uv[2 * corners[c]] - middle[0], uv[2 * corners[c] + 1] - middle[1]];
        cos += shape[2 * c] * x + shape[2 * c + 1] * y;
        sin += shape[2 * c] * y - shape[2 * c + 1] * x;
      }
      const length = Math.hypot(cos, sin) || 1;
      cos /= length;
      sin /= length;
      for (let c = 0; c < 3; c++) {
        sums[2 * corners[c]] += weight * (middle[0] + cos * shape[2 * c] - sin * shape[2 * c + 1]);
        sums[2 * corners[c] + 1] += weight * (middle[1] + sin * shape[2 * c] + cos * shape[2 * c + 1]);
        weights[corners[c]] += weight;
      }
    }
    for (let a = 0; a < weights.length; a++) {
      if (!weights[a]) continue;
      uv[2 * a] = sums[2 * a] / weights[a];
      uv[2 * a + 1] = sums[2 * a + 1] / weights[a];
    }
  }
}

// Each with its true shape, laid flat around its middle, and the square root of its area.
function trianglesOf({ columns, rows, points }) {
  const wide = columns + 1;
  const all = [];
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const a = j * wide + i;
      for (const corners of [[a, a + wide, a + 1], [a + 1, a + wide, a + wide + 1]]) {
        const [p, q, r] = corners;
        const [base, left, right] = [distance(points, 3, p, q), distance(points, 3, p, r), distance(points, 3, q, r)];
        if (base < 1e-6) continue;
        const x = (base * base + left * left - right * right) / (2 * base);
        const y = Math.sqrt(Math.max(0, left * left - x * x));
        const [mx, my] = [(base + x) / 3, y / 3];
        all.push({ corners, shape: [-mx, -my, base - mx, -my, x - mx, y - my], weight: Math.sqrt(base * y) + 1e-6 });
      }
    }
  }
  return all;
}

// The middle column runs straight down, from the origin.
function straighten({ columns, rows }, uv) {
  const wide = columns + 1;
  const top = 2 * (columns >> 1);
  const [left, up] = [uv[top], uv[top + 1]];
  const end = 2 * (rows * wide + (columns >> 1));
  const turn = Math.atan2(uv[end] - left, up - uv[end + 1]);
  const [cos, sin] = [Math.cos(-turn), Math.sin(-turn)];
  for (let a = 0; a < uv.length; a += 2) {
    const [x, y] = [uv[a] - left, uv[a + 1] - up];
    uv[a] = cos * x - sin * y;
    uv[a + 1] = sin * x + cos * y;
  }
}
