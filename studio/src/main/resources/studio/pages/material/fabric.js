// The material on a shape: colours and maps of a tile, repeated so many centimetres wide.
import * as THREE from '/three/three.module.min.js';

export const SLOTS = {
  color: ['map'],
  normal: ['normalMap'],
  roughness: ['roughnessMap'],
  metallic: ['metalnessMap'],
  ao: ['aoMap'],
  opacity: ['alphaMap'],
  height: ['displacementMap'],
};
const USUAL_ROUGHNESS = 0.75;
const LIFT = 1.2; // cm from the lowest place to the highest, of a texture of 24 cm

export class Fabric {
  // `soft` for machines that draw without a graphics card, where nothing is there to be mirrored.
  constructor(renderer, soft) {
    this.anisotropy = soft ? 1 : Math.min(8, renderer.capabilities.getMaxAnisotropy());
    this.metal = soft ? 0.4 : 1;
    this.material = new THREE.MeshStandardMaterial({ side: THREE.DoubleSide, shadowSide: THREE.DoubleSide });
    this.textures = {};
    this.settings = { cm: 24, relief: 1, off: new Set(), lift: false, scale: 1 };
  }

  // Takes pictures by name, ImageBitmaps as they are decoded; `null` where there is none.
  take(pictures) {
    const before = this.textures;
    this.textures = Object.fromEntries(Object.entries(pictures).map(([name, picture]) => [name, this.texture(name, picture)]));
    Object.values(before).forEach((one) => one.dispose());
    this.live = undefined;
    this.apply();
  }

  // A canvas whose pixels change, so many centimetres wide; its brightness stands for its relief.
  takeLive(canvas, share) {
    this.live?.texture.dispose();
    const texture = this.set(new THREE.CanvasTexture(canvas));
    texture.colorSpace = THREE.SRGBColorSpace;
    this.live = { texture, share };
    this.apply();
  }

  liveChanged() {
    if (this.live) this.live.texture.needsUpdate = true;
  }

  texture(name, picture) {
    const texture = this.set(new THREE.Texture(picture));
    if (name === 'color') texture.colorSpace = THREE.SRGBColorSpace;
    texture.flipY = false; // bitmaps are turned as they are decoded
    texture.needsUpdate = true;
    return texture;
  }

  set(texture) {
    texture.wrapS = THREE.RepeatWrapping;
    texture.wrapT = THREE.RepeatWrapping;
    texture.anisotropy = this.anisotropy;
    return texture;
  }

  // settings: {cm, relief, off: Set of names, lift, scale: centimetres that one unit of UV stands for}
  change(settings) {
    Object.assign(this.settings, settings);
    this.apply();
  }

  apply() {
    const { material, settings, live } = this;
    const shown = (name) => (settings.off.has(name) ? null : (this.textures[name] ?? null));
    for (const [name, [slot]] of Object.entries(SLOTS)) material[slot] = live ? null : shown(name);
    if (!settings.lift) material.displacementMap = null;
    material.bumpMap = null;
    if (live) {
      material.map = settings.off.has('color') ? null : live.texture;
      material.bumpMap = settings.off.has('normal') ? null : live.texture;
      material.bumpScale = 1.5 * settings.relief;
    }
    material.normalScale.setScalar(settings.relief);
    material.aoMapIntensity = Math.min(1, settings.relief);
    material.displacementScale = (LIFT * settings.relief * settings.cm) / 24;
    material.displacementBias = -material.displacementScale / 2;
    material.roughness = material.roughnessMap ? 1 : USUAL_ROUGHNESS;
    material.metalness = material.metalnessMap ? this.metal : 0;
    material.alphaTest = material.alphaMap ? 0.5 : 0;
    for (const texture of Object.values(this.textures)) this.place(texture, settings.cm);
    if (live) this.place(live.texture, settings.cm * live.share);
    material.needsUpdate = true;
  }

  place(texture, cm) {
    texture.repeat.setScalar(this.settings.scale / cm);
  }

  dispose() {
    Object.values(this.textures).forEach((one) => one.dispose());
    this.live?.texture.dispose();
    this.material.dispose();
  }
}
