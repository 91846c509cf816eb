// Reads a glTF 2.0 file that somebody chose, in the page: triangles with places on the texture.
// Materials, pictures and movements of the file are left out. What is damaged gives a sentence.
import { computeNormals } from './shapes/sheet.js';

export const MOST_BYTES = 64 * 2 ** 20;
const MOST_TRIANGLES = 2_000_000;
const MOST_NODES = 10_000;
const MAGIC = 0x46546c67;
const [JSON_PART, BINARY_PART] = [0x4e4f534a, 0x004e4942];
const KINDS = { 5120: Int8Array, 5121: Uint8Array, 5122: Int16Array, 5123: Uint16Array, 5125: Uint32Array, 5126: Float32Array };
const FULL = { 5120: 127, 5121: 255, 5122: 32767, 5123: 65535 };
const PARTS = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 };
const TALL = 100; // cm that a shape is drawn tall or wide

// `bytes` is an ArrayBuffer. Gives a mesh, with UV such that one unit of it is `scale` cm.
export function readOwn(bytes, name = 'the file') {
  if (bytes.byteLength > MOST_BYTES) throw new Error(`${name} has ${Math.ceil(bytes.byteLength / 2 ** 20)} MB, but at most ${MOST_BYTES / 2 ** 20} are read`);
  try {
    return shaped(new GltfFile(bytes), name);
  } catch (failure) {
    if (failure instanceof Unfit) throw new Error(`${name} ${failure.message}`);
    throw new Error(`${name} is damaged: it is no glTF 2.0 file that can be read`, { cause: failure });
  }
}

class Unfit extends Error {}

class GltfFile {
  constructor(bytes) {
    const view = new DataView(bytes);
    const packed = bytes.byteLength >= 20 && view.getUint32(0, true) === MAGIC;
    const parts = packed ? partsOf(bytes, view) : {};
    this.json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(packed ? parts[JSON_PART] : bytes));
    const needed = this.json.extensionsRequired ?? [];
    const packer = needed.find((one) => /draco|meshopt/i.test(one));
    if (packer) throw new Unfit(`is compressed (${packer}), which is not read; export it without compression`);
    if (!String(this.json.asset?.version).startsWith('2')) throw new Error('another version');
    this.buffers = (this.json.buffers ?? []).map((buffer) => bufferOf(buffer, parts[BINARY_PART]));
  }

  // The values of an accessor as floats, or as whole numbers if it is not normalised.
  values(index, components) {
    const accessor = this.json.accessors[index];
    if (accessor.sparse) throw new Unfit('has sparse accessors, which are not read');
    const [count, Kind] = [accessor.count, KINDS[accessor.componentType]];
    const size = PARTS[accessor.type];
    if (size !== components || !Number.isInteger(count) || count < 0 || count > 3 * MOST_TRIANGLES) throw new Error('an accessor');
    const view = this.json.bufferViews[accessor.bufferView];
    const bytes = this.buffers[view.buffer];
    const stride = view.byteStride ?? size * Kind.BYTES_PER_ELEMENT;
    const start = (view.byteOffset ?? 0) + (accessor.byteOffset ?? 0);
    if (count && start + stride * (count - 1) + size * Kind.BYTES_PER_ELEMENT > bytes.byteLength) throw new Error('beyond the end');
    const full = accessor.normalized ? FULL[accessor.componentType] : 1;
    const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const get = `get${Kind.name.replace('Array', '')}`;
    const all = components === 1 ? new Uint32Array(count) : new Float32Array(count * size);
    for (let i = 0, at = 0; i < count; i++) {
      for (let k = 0; k < size; k++, at++) all[at] = data[get](start + i * stride + k * Kind.BYTES_PER_ELEMENT, true) / full;
    }
    return all;
  }
}

function partsOf(bytes, view) {
  const parts = {};
  for (let at = 12; at + 8 <= bytes.byteLength; ) {
    const length = view.getUint32(at, true);
    parts[view.getUint32(at + 4, true)] ??= new Uint8Array(bytes, at + 8, length);
    at += 8 + length;
  }
  return parts;
}

function bufferOf({ uri, byteLength }, binary) {
  if (uri === undefined) {
    if (!binary || binary.byteLength < byteLength) throw new Error('the buffer');
    return binary;
  }
  const [, data] = /^data:[^,]*;base64,(.*)$/s.exec(uri) ?? [];
  if (data === undefined) throw new Unfit('needs other files beside it; choose one .glb, or a .gltf that holds everything');
  return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
}

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

function times(a, b) {
  return a.map((_, at) => [0, 1, 2, 3].reduce((sum, k) => sum + a[4 * k + (at % 4)] * b[4 * Math.floor(at / 4) + k], 0));
}

function matrixOf({ matrix, translation: [tx, ty, tz] = [0, 0, 0], rotation: [x, y, z, w] = [0, 0, 0, 1], scale: [sx, sy, sz] = [1, 1, 1] }) {
  if (matrix) return matrix;
  return [
    sx * (1 - 2 * (y * y + z * z)), sx * 2 * (x * y + z * w), sx * 2 * (x * z - y * w), 0,
    sy * 2 * (x * y - z * w), sy * (1 - 2 * (x * x + z * z)), sy * 2 * (y * z + x * w), 0,
    sz * 2 * (x * z + y * w), sz * 2 * (y * z - x * w), sz * (1 - 2 * (x * x + y * y)), 0,
    tx, ty, tz, 1,
  ];
}

// All primitives of the scene, in the world's places.
function primitivesOf({ json }) {
  const found = [];
  let visited = 0;
  const roots = json.scenes?.[json.scene ?? 0]?.nodes ?? (json.nodes ?? []).map((_, i) => i);
  const visit = (index, above, depth) => {
    if (++visited > MOST_NODES || depth > 100) throw new Error('too many nodes');
    const node = json.nodes[index];
    const matrix = times(above, matrixOf(node));
    for (const primitive of json.meshes?.[node.mesh]?.primitives ?? []) found.push({ primitive, matrix });
    for (const child of node.children ?? []) visit(child, matrix, depth + 1);
  };
  for (const root of roots) visit(root, IDENTITY, 0);
  return found;
}

function shaped(file) {
  const pieces = primitivesOf(file).filter(({ primitive }) => (primitive.mode ?? 4) === 4);
  if (!pieces.length) throw new Unfit('has no triangles to show');
  const placed = pieces.filter(({ primitive }) => primitive.attributes?.TEXCOORD_0 !== undefined);
  if (!placed.length) throw new Unfit('has no UVs, so no texture can lie on it; unwrap it and export it again');
  const parts = [];
  let corners = 0;
  for (const { primitive, matrix } of placed) {
    parts.push(partOf(file, primitive, matrix));
    corners += Math.max(parts.at(-1).corners.length, parts.at(-1).positions.length / 3);
    if (corners > 3 * MOST_TRIANGLES) throw new Unfit(`has more than ${MOST_TRIANGLES} triangles, which are not shown`);
  }
  return fitted(joined(parts));
}

function partOf(file, { attributes, indices }, matrix) {
  const positions = file.values(attributes.POSITION, 3);
  const uvs = file.values(attributes.TEXCOORD_0, 2);
  const count = positions.length / 3;
  if (uvs.length / 2 !== count) throw new Error('as many places as points');
  const corners = indices === undefined ? Uint32Array.from({ length: count }, (_, i) => i) : file.values(indices, 1);
  if (corners.some((corner) => corner >= count)) throw new Error('a corner beyond the points');
  for (let at = 0; at < positions.length; at += 3) {
    const [x, y, z] = positions.subarray(at, at + 3);
    for (let k = 0; k < 3; k++) positions[at + k] = matrix[k] * x + matrix[4 + k] * y + matrix[8 + k] * z + matrix[12 + k];
  }
  for (let at = 1; at < uvs.length; at += 2) uvs[at] = -uvs[at]; // glTF counts downwards
  if (!positions.every(Number.isFinite) || !uvs.every(Number.isFinite)) throw new Error('no number');
  return { positions, uvs, corners: corners.subarray(0, corners.length - (corners.length % 3)) };
}

function joined(parts) {
  const total = (of) => parts.reduce((sum, part) => sum + of(part), 0);
  const triangles = total(({ corners }) => corners.length / 3);
  const mesh = {
    positions: new Float32Array(total(({ positions }) => positions.length)),
    uvs: new Float32Array(total(({ uvs }) => uvs.length)),
    indices: new Uint32Array(3 * triangles),
  };
  let [point, corner] = [0, 0];
  for (const part of parts) {
    mesh.positions.set(part.positions, 3 * point);
    mesh.uvs.set(part.uvs, 2 * point);
    part.corners.forEach((one) => (mesh.indices[corner++] = one + point));
    point += part.positions.length / 3;
  }
  return mesh;
}

// Standing on the ground, a metre tall or wide; `scale` compares areas in space and on the texture.
function fitted(mesh) {
  const { positions } = mesh;
  const [low, high] = [[Infinity, Infinity, Infinity], [-Infinity, -Infinity, -Infinity]];
  positions.forEach((value, at) => {
    low[at % 3] = Math.min(low[at % 3], value);
    high[at % 3] = Math.max(high[at % 3], value);
  });
  const size = Math.max(...high.map((value, k) => value - low[k]));
  if (!(size > 0)) throw new Unfit('has no extent');
  const times100 = TALL / size;
  positions.forEach((value, at) => {
    const k = at % 3;
    positions[at] = (value - (k === 1 ? low[1] : (low[k] + high[k]) / 2)) * times100;
  });
  mesh.normals = new Float32Array(positions.length);
  computeNormals(mesh);
  const [space, texture] = areas(mesh);
  if (!(texture > 1e-12)) throw new Unfit('has UVs that are all at one place; unwrap it and export it again');
  return Object.assign(mesh, { scale: Math.sqrt(space / texture) });
}

function areas({ positions, uvs, indices }) {
  let [space, texture] = [0, 0];
  for (let t = 0; t < indices.length; t += 3) {
    const [a, b, c] = indices.subarray(t, t + 3);
    const p = [0, 1, 2].map((k) => positions[3 * b + k] - positions[3 * a + k]);
    const q = [0, 1, 2].map((k) => positions[3 * c + k] - positions[3 * a + k]);
    space += Math.hypot(p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]) / 2;
    const [ux, uy] = [uvs[2 * b] - uvs[2 * a], uvs[2 * b + 1] - uvs[2 * a + 1]];
    const [vx, vy] = [uvs[2 * c] - uvs[2 * a], uvs[2 * c + 1] - uvs[2 * a + 1]];
    texture += Math.abs(ux * vy - uy * vx) / 2;
  }
  return [space, texture];
}
