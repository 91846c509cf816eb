// The light of a photographer's studio: a room with large soft lamps, made here and loaded from nowhere.
import * as THREE from '/three/three.module.min.js';

// Direction as in a globe seen from the front: degrees to the right and up; size in degrees.
const LAMPS = [
  { side: -48, height: 42, wide: 34, high: 26, strength: 9 },
  { side: 62, height: 26, wide: 18, high: 40, strength: 4.5 },
  { side: 160, height: 38, wide: 30, high: 24, strength: 6 },
  { side: 0, height: 84, wide: 40, high: 40, strength: 3 },
];
const SAMPLES = 400;
const radians = (degrees) => (degrees * Math.PI) / 180;

export function direction(side, height) {
  const [turn, up] = [radians(side), radians(height)];
  return new THREE.Vector3(Math.sin(turn) * Math.cos(up), Math.sin(up), Math.cos(turn) * Math.cos(up));
}

// Brighter above than below, as from a pale floor and a white ceiling.
const wall = (up) => 0.34 + 0.3 * Math.max(0, up) + 0.1 * Math.min(0, up);
const TINT = [1, 0.985, 0.96];

// What surrounds the shape, for reflections and soft light.
export function environment(renderer) {
  const room = new THREE.Scene();
  room.add(walls(), ...LAMPS.map(lamp));
  const maker = new THREE.PMREMGenerator(renderer);
  const target = maker.fromScene(room, 0.035, 0.1, 100);
  maker.dispose();
  room.traverse((one) => {
    one.geometry?.dispose();
    one.material?.dispose();
  });
  return target;
}

function walls() {
  const ball = new THREE.SphereGeometry(50, 32, 24);
  const { position } = ball.attributes;
  const colours = Array.from({ length: position.count }, (_, i) => TINT.map((tint) => tint * wall(position.getY(i) / 50))).flat();
  ball.setAttribute('color', new THREE.Float32BufferAttribute(colours, 3));
  return new THREE.Mesh(ball, new THREE.MeshBasicMaterial({ vertexColors: true, side: THREE.BackSide }));
}

function lamp({ side, height, wide, high, strength }) {
  const [w, h] = [wide, high].map((degrees) => 2 * 40 * Math.tan(radians(degrees) / 2));
  const face = new THREE.MeshBasicMaterial({ side: THREE.DoubleSide });
  face.color.setScalar(strength);
  const one = new THREE.Mesh(new THREE.PlaneGeometry(w, h), face);
  one.position.copy(direction(side, height)).multiplyScalar(40);
  one.lookAt(0, 0, 0);
  return one;
}

// The same room as soft light alone, nine numbers for each colour (Ramamoorthi and Hanrahan 2001),
// turned around by degrees: for machines that draw without a graphics card.
export function softLight(probe, turn) {
  const sums = probe.sh.coefficients.map((one) => one.set(0, 0, 0));
  const add = (towards, light, angle) => {
    const basis = [];
    THREE.SphericalHarmonics3.getBasisAt(towards, basis);
    sums.forEach((sum, i) => TINT.forEach((tint, k) => sum.setComponent(k, sum.getComponent(k) + tint * light * basis[i] * angle)));
  };
  for (let i = 0; i < SAMPLES; i++) {
    const up = 1 - (2 * i + 1) / SAMPLES;
    const around = i * Math.PI * (3 - Math.sqrt(5));
    const level = Math.sqrt(1 - up * up);
    add(new THREE.Vector3(level * Math.cos(around), up, level * Math.sin(around)), wall(up), (4 * Math.PI) / SAMPLES);
  }
  for (const { side, height, wide, high, strength } of LAMPS) add(direction(side + turn, height), strength, radians(wide) * radians(high));
}
