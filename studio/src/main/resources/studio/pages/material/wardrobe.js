// What a material can be shown on, as objects to draw.
import * as THREE from '/three/three.module.min.js';
import { cloth } from './shapes/cloth.js';
import { dress } from './shapes/dress.js';
import { figure } from './shapes/figure.js';
import { scarf } from './shapes/scarf.js';
import { shirt } from './shapes/shirt.js';
import { ball, cube, flat } from './shapes/solids.js';

const LIFTED = 320; // columns and rows of a flat piece with a relief

export const SHAPES = [
  ['dress', 'Dress'],
  ['shirt', 'Shirt'],
  ['scarf', 'Scarf'],
  ['cloth', 'Moving cloth'],
  ['sphere', 'Sphere'],
  ['cube', 'Cube'],
  ['plane', 'Plane'],
  ['own', 'Your own'],
];

const at = (x, y, z) => new THREE.Vector3(x, y, z);
const HOMES = {
  dress: { target: at(0, 89, 0), distance: 392, wide: 0.62, turn: 22, tilt: 6 },
  shirt: { target: at(0, 122, 0), distance: 262, wide: 0.75, turn: 20, tilt: 5 },
  scarf: { target: at(0, 132, 2), distance: 222, wide: 0.75, turn: 16, tilt: 6 },
  cloth: { target: at(0, -4, 0), distance: 300, wide: 0.95, turn: 24, tilt: 4 },
  sphere: { target: at(0, 30, 0), distance: 165, wide: 1, turn: 20, tilt: 14 },
  cube: { target: at(0, 26, 0), distance: 190, wide: 1, turn: 35, tilt: 24 },
  plane: { target: at(0, 0, 0), distance: 230, wide: 1.05, turn: 0, tilt: 0 },
  own: { target: at(0, 50, 0), distance: 260, wide: 1, turn: 25, tilt: 10 },
};

const skin = new THREE.MeshStandardMaterial({ color: 0xc9c3ba, roughness: 0.62 });
const leather = new THREE.MeshStandardMaterial({ color: 0x4a3a30, roughness: 0.45 });
const kept = {}; // meshes take a moment to make

const once = (name, make) => (kept[name] ??= make());

export const homeOf = (name) => HOMES[name];

// {group, motion, home, onmotion, scale}; `mesh` is that of the user's own file.
export function shapeOf(name, { fabric, cm, lift, mesh }) {
  const group = new THREE.Group();
  const home = HOMES[name];
  const add = (one, material) => group.add(drawn(one, material));
  const floored = (y = 0, size = 120) => group.add(floor(y, size));
  switch (name) {
    case 'dress':
    case 'shirt':
    case 'scarf': {
      const garment = once(name, { dress, shirt, scarf }[name]);
      add(once('figure', figure), skin);
      add(garment.cloth, fabric);
      if (garment.trim) add(garment.trim, name === 'dress' ? leather : fabric);
      floored();
      return { group, home };
    }
    case 'cloth': {
      const { cloth: mesh, motion } = cloth();
      const piece = drawn(mesh, fabric);
      group.add(piece, rail());
      return { group, home, motion, onmotion: () => refresh(piece.geometry) };
    }
    case 'cube':
      add(once('cube', cube).cloth, fabric);
      group.position.y = 0;
      group.children[0].position.y = 25;
      floored(0, 70);
      return { group, home };
    case 'plane':
      add(once(lift ? 'lifted' : 'flat', () => flat(lift ? LIFTED : 1)).cloth, fabric);
      return { group, home };
    case 'own':
      add(mesh, fabric);
      floored(0, 90);
      return { group, home };
    default: {
      add(ball(cm).cloth, fabric);
      group.children[0].position.y = 30;
      floored(0, 70);
      return { group, home: HOMES.sphere };
    }
  }
}

export function drawn(mesh, material) {
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute('position', new THREE.BufferAttribute(mesh.positions, 3));
  geometry.setAttribute('normal', new THREE.BufferAttribute(mesh.normals, 3));
  geometry.setAttribute('uv', new THREE.BufferAttribute(mesh.uvs, 2));
  geometry.setIndex(new THREE.BufferAttribute(mesh.indices, 1));
  const one = new THREE.Mesh(geometry, material);
  one.castShadow = true;
  one.receiveShadow = true;
  return one;
}

function refresh(geometry) {
  geometry.attributes.position.needsUpdate = true;
  geometry.attributes.normal.needsUpdate = true;
  geometry.computeBoundingSphere();
}

function rail() {
  const bar = new THREE.Mesh(new THREE.CylinderGeometry(1.1, 1.1, 96, 16), leather);
  bar.rotation.z = Math.PI / 2;
  bar.position.set(0, 60.6, 0);
  return bar;
}

// Shows nothing but the shadow on it, darker right below what stands there.
function floor(y, size) {
  const group = new THREE.Group();
  const lit = new THREE.Mesh(new THREE.PlaneGeometry(4 * size, 4 * size), new THREE.ShadowMaterial({ opacity: 0.2 }));
  const near = new THREE.Mesh(new THREE.PlaneGeometry(size, size), new THREE.MeshBasicMaterial({ map: once('stain', stain), transparent: true, depthWrite: false }));
  lit.receiveShadow = true;
  for (const [one, height] of [[lit, y - 0.06], [near, y]]) {
    one.rotation.x = -Math.PI / 2;
    one.position.y = height;
    group.add(one);
  }
  return group;
}

function stain() {
  const side = 128;
  const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
  const context = canvas.getContext('2d');
  const fade = context.createRadialGradient(side / 2, side / 2, 0, side / 2, side / 2, side / 2);
  fade.addColorStop(0, 'rgb(0 0 0 / .42)');
  fade.addColorStop(0.45, 'rgb(0 0 0 / .14)');
  fade.addColorStop(1, 'rgb(0 0 0 / 0)');
  context.fillStyle = fade;
  context.fillRect(0, 0, side, side);
  return new THREE.CanvasTexture(canvas);
}
