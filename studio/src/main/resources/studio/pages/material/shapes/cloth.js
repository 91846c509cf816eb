// A cloth that hangs from a rail and moves in the wind: points with springs between neighbours
// (Provot 1995), moved by Verlet's rule.
import { clamp } from './curves.js';
import { computeNormals, meshOf, sheet } from './sheet.js';

const [WIDE, HIGH] = [100, 120]; // cm of cloth
const [COLUMNS, ROWS] = [40, 48];
const GATHERED = 0.82; // of the width, on the rail
const STEP = 1 / 60;
const MOST_STEPS = 3;
const ROUNDS = 10;
const GRAVITY = -300; // cm/s²; heavier cloth would need more rounds
const DRAG = 0.985;

export function cloth() {
  const one = sheet(COLUMNS, ROWS, hung);
  one.uv = Float32Array.from(
    Array.from({ length: (COLUMNS + 1) * (ROWS + 1) }, (_, a) => [
      WIDE * ((a % (COLUMNS + 1)) / COLUMNS - 0.5),
      -HIGH * (Math.floor(a / (COLUMNS + 1)) / ROWS),
    ]).flat(),
  );
  const mesh = meshOf([one]);
  return { cloth: mesh, motion: new Motion(mesh) };
}

function hung(across, down) {
  return [GATHERED * WIDE * (across - 0.5), HIGH * (0.5 - down), 2.2 * Math.cos(9 * Math.PI * across) + 0.4 * Math.sin(17 * across)];
}

class Motion {
  constructor(mesh) {
    this.mesh = mesh;
    this.now = Float64Array.from(mesh.positions);
    this.before = this.now.slice();
    this.rail = this.now.slice(0, 3 * (COLUMNS + 1));
    this.springs = springs();
    this.time = 0;
    this.owed = 0;
  }

  // Moves by seconds, at most a few steps; whether anything has moved.
  advance(seconds) {
    this.owed = Math.min(this.owed + seconds, MOST_STEPS * STEP);
    let moved = false;
    for (; this.owed >= STEP; this.owed -= STEP) {
      this.step();
      moved = true;
    }
    if (moved) this.publish();
    return moved;
  }

  // As it hangs after some seconds, for who wishes nothing to move.
  settle(seconds = 3) {
    for (let i = 0; i < seconds / STEP; i++) this.step();
    this.publish();
  }

  step() {
    this.time += STEP;
    const { now, before } = this;
    const gust = 70 * (0.55 + 0.45 * Math.sin(0.9 * this.time)) * (0.7 + 0.3 * Math.sin(2.3 * this.time + 1));
    for (let a = 3 * (COLUMNS + 1); a < now.length; a += 3) {
      const wind = gust * (0.6 + 0.4 * Math.sin(0.05 * now[a] + 0.04 * now[a + 1] + 2.1 * this.time));
      const force = [0.25 * wind * Math.sin(0.5 * this.time), GRAVITY, wind];
      for (let k = 0; k < 3; k++) {
        const here = now[a + k];
        now[a + k] += DRAG * (here - before[a + k]) + force[k] * STEP * STEP;
        before[a + k] = here;
      }
    }
    for (let round = 0; round < ROUNDS; round++) this.relax();
  }

  relax() {
    const { now, springs: all, rail } = this;
    for (let s = 0; s < all.length; s += 3) {
      const [a, b, length] = [all[s], all[s + 1], all[s + 2]];
      const [x, y, z] = [now[b] - now[a], now[b + 1] - now[a + 1], now[b + 2] - now[a + 2]];
      const far = Math.hypot(x, y, z) || 1e-6;
      const share = clamp((0.5 * (far - length)) / far, -0.25, 0.25);
      now[a] += share * x;
      now[a + 1] += share * y;
      now[a + 2] += share * z;
      now[b] -= share * x;
      now[b + 1] -= share * y;
      now[b + 2] -= share * z;
    }
    now.set(rail);
  }

  publish() {
    this.mesh.positions.set(this.now);
    computeNormals(this.mesh);
  }
}

// Neighbours, across and down and on both diagonals.
function springs() {
  const all = [];
  const [dx, dy] = [WIDE / COLUMNS, HIGH / ROWS];
  const at = (i, j) => 3 * (j * (COLUMNS + 1) + i);
  for (let j = 0; j <= ROWS; j++) {
    for (let i = 0; i <= COLUMNS; i++) {
      if (i < COLUMNS) all.push(at(i, j), at(i + 1, j), dx);
      if (j < ROWS) all.push(at(i, j), at(i, j + 1), dy);
      if (i < COLUMNS && j < ROWS) all.push(at(i, j), at(i + 1, j + 1), Math.hypot(dx, dy), at(i + 1, j), at(i, j + 1), Math.hypot(dx, dy));
    }
  }
  return all;
}
