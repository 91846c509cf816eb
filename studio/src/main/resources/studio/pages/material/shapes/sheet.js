// Surfaces as grids of points in centimetres, and meshes made of them: plain arrays, no library.

// A sheet of columns by rows quads; `point(across, down)` gives [x, y, z] for places from 0 to 1.
// Seen from outside, `across` goes to the right.
export function sheet(columns, rows, point) {
  const points = new Float64Array(3 * (columns + 1) * (rows + 1));
  let at = 0;
  for (let j = 0; j <= rows; j++) {
    for (let i = 0; i <= columns; i++, at += 3) points.set(point(i / columns, j / rows), at);
  }
  return { columns, rows, points };
}

// The same on the other side of the figure.
export function mirrored({ columns, rows, points }) {
  const other = new Float64Array(points.length);
  for (let j = 0; j <= rows; j++) {
    for (let i = 0; i <= columns; i++) {
      const from = 3 * (j * (columns + 1) + columns - i);
      other.set([-points[from], points[from + 1], points[from + 2]], 3 * (j * (columns + 1) + i));
    }
  }
  return { columns, rows, points: other };
}

// One mesh of several sheets; each has `uv`, or gets zeros. Normals agree where sheets meet.
export function meshOf(sheets) {
  const vertices = sheets.reduce((sum, one) => sum + one.points.length / 3, 0);
  const quads = sheets.reduce((sum, one) => sum + one.columns * one.rows, 0);
  const mesh = {
    positions: new Float32Array(3 * vertices),
    uvs: new Float32Array(2 * vertices),
    normals: new Float32Array(3 * vertices),
    indices: new Uint32Array(6 * quads),
  };
  let [first, at] = [0, 0];
  for (const one of sheets) {
    mesh.positions.set(one.points, 3 * first);
    if (one.uv) mesh.uvs.set(one.uv, 2 * first);
    const wide = one.columns + 1;
    for (let j = 0; j < one.rows; j++) {
      for (let i = 0; i < one.columns; i++, at += 6) {
        const a = first + j * wide + i;
        mesh.indices.set([a, a + wide, a + 1, a + 1, a + wide, a + wide + 1], at);
      }
    }
    first += one.points.length / 3;
  }
  computeNormals(mesh);
  return mesh;
}

// Vertices at one place share a normal, so that seams do not show in the light.
export function computeNormals(mesh) {
  const { positions, normals, indices } = mesh;
  mesh.group ??= groupsOf(positions);
  const { group } = mesh;
  const sums = new Float64Array(positions.length);
  for (let t = 0; t < indices.length; t += 3) {
    const [a, b, c] = [indices[t], indices[t + 1], indices[t + 2]];
    const [p, q, r] = [3 * a, 3 * b, 3 * c];
    const [dx, dy, dz] = [positions[q] - positions[p], positions[q + 1] - positions[p + 1], positions[q + 2] - positions[p + 2]];
    const [ex, ey, ez] = [positions[r] - positions[p], positions[r + 1] - positions[p + 1], positions[r + 2] - positions[p + 2]];
    // as long as the area
    add(sums, group[a], group[b], group[c], dy * ez - dz * ey, dz * ex - dx * ez, dx * ey - dy * ex);
  }
  for (let i = 0; i < group.length; i++) {
    const sum = 3 * group[i];
    const length = Math.hypot(sums[sum], sums[sum + 1], sums[sum + 2]);
    for (let k = 0; k < 3; k++) normals[3 * i + k] = length ? sums[sum + k] / length : Number(k === 1);
  }
}

function add(sums, a, b, c, x, y, z) {
  for (const at of [3 * a, 3 * b, 3 * c]) {
    sums[at] += x;
    sums[at + 1] += y;
    sums[at + 2] += z;
  }
}

function groupsOf(positions) {
  const known = new Map();
  return Uint32Array.from({ length: positions.length / 3 }, (_, i) => {
    const key = [0, 1, 2].map((k) => Math.round(200 * positions[3 * i + k])).join();
    if (!known.has(key)) known.set(key, i);
    return known.get(key);
  });
}

export const cross = ([a, b, c], [d, e, f]) => [b * f - c * e, c * d - a * f, a * e - b * d];
export const unit = (vector) => {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
};
