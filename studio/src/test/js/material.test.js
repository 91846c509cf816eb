// Shapes of the Material page: that cloth lies on them undistorted, and what is read of other files.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mixtureOf } from '../../main/resources/studio/pages/material/mixture.js';
import { readOwn } from '../../main/resources/studio/pages/material/own.js';
import { Pace } from '../../main/resources/studio/pages/material/pace.js';
import { cloth } from '../../main/resources/studio/pages/material/shapes/cloth.js';
import { dress } from '../../main/resources/studio/pages/material/shapes/dress.js';
import { figure } from '../../main/resources/studio/pages/material/shapes/figure.js';
import { stretch } from '../../main/resources/studio/pages/material/shapes/flatten.js';
import { scarf } from '../../main/resources/studio/pages/material/shapes/scarf.js';
import { shirt } from '../../main/resources/studio/pages/material/shapes/shirt.js';
import { ball, cube, flat } from '../../main/resources/studio/pages/material/shapes/solids.js';

const shapes = { dress: dress(), shirt: shirt(), scarf: scarf(), cloth: cloth(), ball: ball(24), cube: cube(), flat: flat() };

function signedAreas({ uvs, indices }) {
  return Array.from({ length: indices.length / 3 }, (_, t) => {
    const [a, b, c] = indices.subarray(3 * t, 3 * t + 3);
    return ((uvs[2 * b] - uvs[2 * a]) * (uvs[2 * c + 1] - uvs[2 * a + 1]) - (uvs[2 * b + 1] - uvs[2 * a + 1]) * (uvs[2 * c] - uvs[2 * a])) / 2;
  });
}

function areas({ positions, indices }) {
  const at = (i) => positions.subarray(3 * i, 3 * i + 3);
  return Array.from({ length: indices.length / 3 }, (_, t) => {
    const [a, b, c] = [...indices.subarray(3 * t, 3 * t + 3)].map(at);
    const [p, q] = [b, c].map((one) => [0, 1, 2].map((k) => one[k] - a[k]));
    return Math.hypot(p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]) / 2;
  });
}

const sum = (values) => values.reduce((a, b) => a + b, 0);

for (const [name, { cloth: mesh }] of Object.entries({ ...shapes, figure: { cloth: figure() } })) {
  test(`${name}: normals have a length of one, and all is a number`, () => {
    assert.ok(mesh.positions.every(Number.isFinite));
    assert.ok(mesh.uvs.every(Number.isFinite));
    for (let i = 0; i < mesh.normals.length; i += 3) {
      assert.ok(Math.abs(Math.hypot(...mesh.normals.subarray(i, i + 3)) - 1) < 1e-5, `normal ${i / 3}`);
    }
    assert.ok(mesh.indices.every((corner) => corner < mesh.positions.length / 3));
  });
}

for (const name of ['dress', 'shirt', 'scarf']) {
  test(`${name}: a centimetre of cloth is a centimetre of texture`, () => {
    const { pieces, cloth: mesh } = shapes[name];
    for (const piece of pieces) {
      const { least, most } = stretch(piece, 0.05);
      assert.ok(least > 0.82 && most < 1.25, `${least} to ${most}`);
    }
    const ratio = sum(signedAreas(mesh)) / sum(areas(mesh));
    assert.ok(Math.abs(ratio - 1) < 0.05, `${ratio} of the area`);
  });

  test(`${name}: the texture is nowhere mirrored or folded over`, () => {
    const turned = signedAreas(shapes[name].cloth).filter((area) => area <= 0);
    assert.ok(turned.length <= 4, `${turned.length} triangles`);
  });
}

test('simple shapes bear a texture in centimetres', () => {
  for (const name of ['cube', 'flat', 'cloth']) {
    const { cloth: mesh } = shapes[name];
    const ratio = sum(signedAreas(mesh)) / sum(areas(mesh));
    assert.ok(ratio > 0.85 && ratio < 1.3, `${name}: ${ratio}`);
  }
});

test('around a ball the texture goes a whole number of times', () => {
  for (const cm of [7, 24, 50]) {
    const { uvs } = ball(cm).cloth;
    const around = Math.max(...uvs.filter((_, i) => i % 2 === 0)) - Math.min(...uvs.filter((_, i) => i % 2 === 0));
    assert.ok(Math.abs(around / cm - Math.round(around / cm)) < 1e-4, `${around / cm} times`);
  }
});

test('the figure is closed but where its limbs are put in', () => {
  const { positions, indices } = figure();
  const key = (i) => [0, 1, 2].map((k) => Math.round(100 * positions[3 * i + k])).join();
  const edges = new Map();
  for (let t = 0; t < indices.length; t += 3) {
    for (let c = 0; c < 3; c++) {
      const [a, b] = [key(indices[t + c]), key(indices[t + ((c + 1) % 3)])];
      if (a !== b) edges.set([a, b].sort().join(' '), (edges.get([a, b].sort().join(' ')) ?? 0) + 1);
    }
  }
  const open = [...edges].filter(([, count]) => count === 1).map(([edge]) => Number(edge.split(',')[1]) / 100);
  assert.ok(open.every((height) => height > 158 || height < 90), `open at ${[...new Set(open)]}`);
});

test('a cloth in the wind moves and is not torn', () => {
  const { cloth: mesh, motion } = cloth();
  const before = mesh.positions.slice();
  motion.settle(4);
  const rest = [...mesh.positions.subarray(0, 3 * 41)];
  assert.deepEqual(rest, [...before.subarray(0, 3 * 41)]); // the rail holds it
  assert.ok(mesh.positions.some((value, i) => Math.abs(value - before[i]) > 1));
  const ratio = sum(areas(mesh)) / (100 * 120);
  assert.ok(ratio > 0.9 && ratio < 1.15, `${ratio} of the area`);
});

test('a slow machine draws coarser while something moves, and finer again', () => {
  const pace = new Pace();
  assert.equal(pace.moving(500), 1); // after a rest
  const shares = Array.from({ length: 12 }, () => pace.moving(120));
  assert.equal(shares.at(-1), 0.4);
  pace.pause();
  assert.equal(pace.moving(5000), 0.4); // a pause is not slow
  assert.equal(Array.from({ length: 40 }, () => pace.moving(10)).at(-1), 1);
});

test('a mixture of two textures is written as elsewhere', () => {
  assert.equal(mixtureOf({ texture: 'brick', to: 'knit', mix: 0 }), 'brick');
  assert.equal(mixtureOf({ texture: 'brick', to: 'knit', mix: 0.25 }), '0.75*brick+0.25*knit');
  assert.equal(mixtureOf({ texture: 'brick', to: '', mix: 0.5 }), 'brick');
});

// A square of a metre, whose texture lies twice in each direction.
function square(change = () => {}) {
  const floats = new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0, 0, 0, 2, 0, 0, 2, 2, 2]);
  const corners = new Uint16Array([0, 1, 2, 1, 3, 2]);
  const binary = new Uint8Array([...new Uint8Array(floats.buffer), ...new Uint8Array(corners.buffer)]);
  const json = {
    asset: { version: '2.0' },
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, scale: [3, 3, 3], translation: [5, 5, 5] }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0, TEXCOORD_0: 1 }, indices: 2 }] }],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 4, type: 'VEC3' },
      { bufferView: 0, byteOffset: 48, componentType: 5126, count: 4, type: 'VEC2' },
      { bufferView: 1, componentType: 5123, count: 6, type: 'SCALAR' },
    ],
    bufferViews: [{ buffer: 0, byteLength: 80 }, { buffer: 0, byteOffset: 80, byteLength: 12 }],
    buffers: [{ byteLength: binary.length, uri: `data:application/octet-stream;base64,${Buffer.from(binary).toString('base64')}` }],
  };
  change(json);
  return new TextEncoder().encode(JSON.stringify(json)).buffer;
}

test('a glTF file with UVs is read, a metre tall', () => {
  const mesh = readOwn(square());
  assert.deepEqual([...mesh.indices], [0, 1, 2, 1, 3, 2]);
  assert.ok(Math.abs(Math.max(...mesh.positions) - 100) < 1e-4);
  assert.ok(Math.abs(mesh.scale - 50) < 1e-4); // two squares of texture on a metre
  assert.ok(Math.abs(mesh.normals[2] - 1) < 1e-6);
});

test('what cannot be shown is refused by a sentence', () => {
  const refused = (bytes, sentence) => assert.throws(() => readOwn(bytes, 'chair.glb'), (failure) => failure.message.startsWith('chair.glb ') && failure.message.includes(sentence));
  refused(square((json) => delete json.meshes[0].primitives[0].attributes.TEXCOORD_0), 'has no UVs');
  refused(square((json) => (json.meshes[0].primitives[0].mode = 1)), 'has no triangles');
  refused(square((json) => (json.extensionsRequired = ['KHR_draco_mesh_compression'])), 'is compressed');
  refused(square((json) => (json.buffers[0].uri = 'chair.bin')), 'needs other files');
  refused(square((json) => (json.accessors[0].count = 400)), 'is damaged');
  refused(square((json) => (json.accessors[2].count = -6)), 'is damaged');
  refused(square((json) => (json.nodes[0].children = [0])), 'is damaged');
  refused(square((json) => (json.nodes[0].scale = [0, 0, 0])), 'has no extent');
  refused(square((json) => (json.accessors[1].bufferView = 9)), 'is damaged');
  refused(new Uint8Array([1, 2, 3]).buffer, 'is damaged');
  refused(new ArrayBuffer(65 * 2 ** 20), 'but at most 64 are read');
});

test('no cut of a file does more than give a sentence', () => {
  const whole = new Uint8Array(square());
  for (let length = 0; length < whole.length; length += 37) {
    assert.throws(() => readOwn(whole.slice(0, length).buffer, 'x'), /^Error: x /);
  }
});
