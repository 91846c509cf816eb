// A standing figure without a face, 177 cm tall: what garments are shown on.
import { clamp, mix, smooth, through } from './curves.js';
import { meshOf, mirrored, sheet } from './sheet.js';

const TURN = 2 * Math.PI;

// Height, half width, depth before and behind the middle, and how far forward the middle lies.
const TORSO = [
  [73, 3.0, 3.0, 3.0, -0.5],
  [76, 9.5, 6.2, 7.0, -0.8],
  [80, 14.6, 8.4, 10.0, -0.9],
  [85, 16.9, 9.2, 11.0, -0.8],
  [90, 16.7, 9.3, 10.4, -0.6],
  [97, 14.3, 8.9, 8.4, -0.2],
  [105, 11.9, 8.3, 7.0, 0.3],
  [110, 12.1, 8.6, 7.2, 0.3],
  [118, 13.5, 9.8, 8.2, -0.1],
  [125, 14.7, 11.7, 9.1, -0.5],
  [129, 15.2, 11.6, 9.6, -0.8],
  [135, 16.4, 9.7, 9.8, -1.2],
  [140, 17.2, 7.8, 9.0, -1.6],
  [143, 16.2, 6.6, 8.0, -1.9],
  [145.3, 13.2, 6.0, 7.0, -2.0],
  [147.2, 9.6, 5.6, 6.2, -1.9],
  [149, 7.0, 5.4, 5.6, -1.6],
  [151.5, 5.9, 5.2, 5.3, -1.0],
  [155, 5.4, 5.1, 5.2, -0.3],
  [160, 5.2, 5.0, 5.1, 0.4],
];
const torso = through(TORSO);

// Height, then the middle (x, z) and half the width and depth.
const ARM = through([
  [64, 35.4, 6.6, 1.5, 2.4],
  [69, 34.7, 5.9, 1.8, 3.5],
  [75, 33.7, 4.9, 2.1, 4.2],
  [80, 32.7, 3.9, 2.1, 3.6],
  [85, 31.6, 2.9, 2.2, 2.5],
  [93, 29.9, 1.5, 2.9, 3.1],
  [103, 27.6, -0.2, 3.8, 4.0],
  [111, 25.7, -1.2, 3.8, 3.9],
  [120, 23.3, -1.6, 4.3, 4.5],
  [130, 20.4, -1.7, 4.8, 5.1],
  [137, 18.0, -1.7, 5.0, 5.4],
  [142, 16.0, -1.7, 5.0, 5.2],
]);
const LEG = through([
  [5, 8.9, -2.6, 2.8, 3.3],
  [9, 8.9, -2.5, 2.9, 3.4],
  [16, 8.9, -2.3, 3.4, 4.0],
  [28, 8.9, -2.4, 4.8, 5.4],
  [36, 8.8, -2.0, 5.0, 5.6],
  [45, 8.7, -0.9, 4.9, 5.2],
  [52, 8.6, -0.3, 5.6, 6.0],
  [64, 8.5, -0.3, 7.1, 7.9],
  [76, 8.3, -0.6, 8.4, 9.4],
  [84, 7.9, -0.8, 8.4, 9.4],
]);
// Distance forward, then half the width and the height.
const FOOT = through([
  [-6.2, 0.4, 2.5],
  [-5.4, 2.2, 5.0],
  [-3, 2.9, 8.0],
  [0, 3.0, 8.0],
  [4, 3.4, 5.6],
  [9, 4.1, 3.6],
  [13, 3.9, 2.6],
  [15.6, 2.9, 2.2],
  [17, 1.5, 1.7],
  [17.4, 0.3, 1.3],
]);

const power = (value, exponent) => Math.sign(value) * Math.abs(value) ** exponent;

// The section of the trunk at a height: half width, depth before and behind, and its middle.
export function section(height) {
  const [width, before, behind, middle] = torso(height);
  return { width, before, behind, middle };
}

// A place on a section, `angle` from the front towards the figure's left hand (which is +x).
export function onSection({ width, before, behind, middle }, angle, height) {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return [width * power(sin, 0.92), height, middle + (cos > 0 ? before : behind) * power(cos, 0.92)];
}

// The middle and thickness of the left arm at a height.
export function arm(height) {
  const [x, z, width, depth] = ARM(height);
  return { x, z, width, depth };
}

export function figure() {
  const limbs = [armSheet(), legSheet(), footSheet()];
  return meshOf([trunk(), head(), ...limbs, ...limbs.map(mirrored)]);
}

function trunk() {
  return sheet(44, 60, (across, down) => {
    const height = 160 - 87 * down;
    return onSection(section(height), TURN * (across - 0.5), height);
  });
}

function head() {
  return sheet(32, 24, (across, down) => {
    const [angle, polar] = [TURN * (across - 0.5), Math.PI * down];
    const chin = smooth(0.45, 1, down);
    const ring = Math.sin(polar);
    const forward = Math.cos(angle);
    return [
      7.6 * ring * Math.sin(angle) * (1 - 0.2 * chin),
      165.9 + 11.3 * Math.cos(polar),
      1.0 + ring * forward * (forward > 0 ? 8.8 : 9.6) * (1 - 0.16 * chin) + 1.2 * chin,
    ];
  });
}

// Rows stand closer at both ends, where a shape is round.
const atEnds = (down) => mix(down, 0.5 - 0.5 * Math.cos(Math.PI * down), 0.75);

// Rows from high to low, the ends rounded off as by half a ball.
function tube(of, top, bottom, rows) {
  return sheet(18, rows, (across, down) => {
    const wanted = top - (top - bottom) * atEnds(down);
    const [x, z, width, depth] = of(wanted);
    const [upper, lower] = [of(top)[2], of(bottom)[2]];
    const rest = Math.min(clamp((top - wanted) / upper), clamp((wanted - bottom) / (1.4 * lower)));
    const round = Math.sqrt(Math.max(0, 1 - (1 - rest) ** 2));
    const angle = TURN * (across - 0.5);
    return [x + round * width * Math.sin(angle), wanted, z + round * depth * Math.cos(angle)];
  });
}

const armSheet = () => tube(ARM, 145.2, 62.5, 44);
const legSheet = () => tube(LEG, 88, 3, 32);

function footSheet() {
  return sheet(16, 16, (across, down) => {
    const forward = -6.2 + 23.6 * atEnds(down);
    const [width, height] = FOOT(forward);
    const angle = Math.PI * (1.5 - 2 * across);
    const up = Math.sin(angle);
    return [9.2 + 0.06 * forward + width * power(Math.cos(angle), 0.8), up > 0 ? 1.2 + (height - 1.2) * up : 1.2 * (1 + up), forward];
  });
}
