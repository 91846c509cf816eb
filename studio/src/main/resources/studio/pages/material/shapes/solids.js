// A ball, a flat piece and a rounded cube, with a texture that lies in centimetres.
import { clamp } from './curves.js';
import { meshOf, sheet, unit } from './sheet.js';

const TURN = 2 * Math.PI;
const RADIUS = 30;
const EDGE = 50;
const ROUND = 5;

// A ball around which the texture goes a whole number of times, so that it has no seam.
export function ball(cm) {
  const times = Math.max(1, Math.round((TURN * RADIUS) / cm));
  const radius = (times * cm) / TURN;
  const one = sheet(96, 48, (across, down) => {
    const [angle, polar] = [TURN * (across - 0.5), Math.PI * clamp(down, 1e-4, 1 - 1e-4)];
    return [Math.sin(angle) * Math.sin(polar), Math.cos(polar), Math.cos(angle) * Math.sin(polar)].map((value) => RADIUS * value);
  });
  return { cloth: meshOf([placed(one, (across, down) => [radius * TURN * (across - 0.5), -Math.PI * radius * (down - 0.5)])]) };
}

// `lift` columns and rows for a relief in the shape; 1 if it stays flat.
export function flat(lift = 1) {
  const half = EDGE;
  const one = sheet(lift, lift, (across, down) => [2 * half * (across - 0.5), 2 * half * (0.5 - down), 0]);
  return { cloth: meshOf([placed(one, (across, down) => [2 * half * (across - 0.5), 2 * half * (0.5 - down)])]) };
}

const FACES = [
  [[1, 0, 0], [0, 1, 0]],
  [[0, 0, -1], [0, 1, 0]],
  [[-1, 0, 0], [0, 1, 0]],
  [[0, 0, 1], [0, 1, 0]],
  [[1, 0, 0], [0, 0, -1]],
  [[1, 0, 0], [0, 0, 1]],
];

export function cube() {
  const inner = EDGE / 2 - ROUND;
  const faces = FACES.map(([right, up]) => {
    const out = [right[1] * up[2] - right[2] * up[1], right[2] * up[0] - right[0] * up[2], right[0] * up[1] - right[1] * up[0]];
    const at = (across, down) => right.map((_, k) => EDGE * ((across - 0.5) * right[k] + (0.5 - down) * up[k] + 0.5 * out[k]));
    const one = sheet(24, 24, (across, down) => {
      const square = at(across, down);
      const core = square.map((value) => clamp(value, -inner, inner));
      const away = unit(square.map((value, k) => value - core[k]));
      return core.map((value, k) => value + ROUND * away[k]);
    });
    return placed(one, (across, down) => [EDGE * (across - 0.5), EDGE * (0.5 - down)]);
  });
  return { cloth: meshOf(faces) };
}

function placed(one, place) {
  const uv = [];
  for (let j = 0; j <= one.rows; j++) {
    for (let i = 0; i <= one.columns; i++) uv.push(...place(i / one.columns, j / one.rows));
  }
  return Object.assign(one, { uv: Float32Array.from(uv) });
}
