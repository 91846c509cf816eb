// Draws a shape with a material on a canvas, when something has changed and not otherwise.
import * as THREE from '/three/three.module.min.js';
import { Pace } from './pace.js';
import { direction, environment, softLight } from './studio-light.js';

const FIELD = 28; // degrees that the camera sees from top to bottom, as with a longer lens
const MOST_PIXELS = 2.6e6;
const SHADOW = 1024;
const RECENT = 60;
const FINER = 2; // at rest without a graphics card, which smooths no edges while it moves

// Whether the browser draws without a graphics card.
function isSoft() {
  const context = document.createElement('canvas').getContext('webgl2');
  const facts = context?.getExtension('WEBGL_debug_renderer_info');
  const name = facts ? context.getParameter(facts.UNMASKED_RENDERER_WEBGL) : '';
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader|llvmpipe|software|basic render/i.test(name);
}

export class Stage {
  constructor(canvas) {
    this.canvas = canvas;
    this.soft = isSoft();
    this.renderer = new THREE.WebGLRenderer({ canvas, antialias: !this.soft, alpha: true });
    this.renderer.toneMapping = THREE.NeutralToneMapping;
    this.renderer.shadowMap.enabled = true;
    this.renderer.shadowMap.type = this.soft ? THREE.PCFShadowMap : THREE.PCFSoftShadowMap;
    this.renderer.shadowMap.autoUpdate = false;
    this.scene = new THREE.Scene();
    this.camera = new THREE.PerspectiveCamera(FIELD, 1, 10, 2000);
    this.addLights();
    this.stats = { frames: 0, millis: [] };
    this.pace = new Pace();
    this.finest = this.soft ? FINER : 1;
    this.share = 1;
    this.size = new ResizeObserver(() => this.fit(1));
    this.size.observe(canvas.parentElement);
    this.loop = this.loop.bind(this);
    this.frame = requestAnimationFrame(this.loop);
  }

  addLights() {
    const { scene } = this;
    this.sun = new THREE.DirectionalLight(0xfff4e6, 2.3);
    this.sun.castShadow = true;
    this.sun.shadow.mapSize.set(SHADOW, SHADOW);
    Object.assign(this.sun.shadow, { normalBias: 1.1, bias: -0.0008, radius: 3 });
    scene.add(this.sun, this.sun.target);
    if (this.soft) {
      this.probe = new THREE.LightProbe(undefined, 0.62);
      scene.add(this.probe);
    } else {
      this.room = environment(this.renderer);
      scene.environment = this.room.texture;
      scene.environmentIntensity = 0.62;
    }
  }

  // Shows other things: {group, motion, home: {target, distance, wide}}.
  show({ group, motion, home }) {
    if (this.group) this.remove(this.group);
    Object.assign(this, { group, motion, home });
    this.scene.add(group);
    const box = new THREE.Box3().setFromObject(group, true);
    this.reach = box.getSize(new THREE.Vector3()).length() / 2;
    this.middle = box.getCenter(new THREE.Vector3());
    this.shine();
  }

  remove(group) {
    this.scene.remove(group);
    group.traverse((one) => one.geometry?.dispose());
  }

  look({ turn, tilt, near }) {
    const turned = turn !== this.view?.turn;
    this.view = { turn, tilt, near };
    if (turned) this.shine();
    this.change();
  }

  // Where the lamp stands, as seen by who looks: a shape turns under it as on a turntable.
  light({ side, height }) {
    this.lamp = { side, height };
    this.shine();
  }

  shine() {
    if (!this.lamp || !this.group || !this.view) return;
    const { sun, middle, reach } = this;
    const around = this.view.turn + 0.5 * (this.lamp.side + 38);
    sun.target.position.copy(middle);
    sun.position.copy(direction(this.lamp.side + this.view.turn, this.lamp.height)).multiplyScalar(3 * reach).add(middle);
    const { camera } = sun.shadow;
    Object.assign(camera, { left: -reach, right: reach, top: reach, bottom: -reach, near: reach, far: 5 * reach });
    camera.updateProjectionMatrix();
    if (this.soft) softLight(this.probe, around);
    else this.scene.environmentRotation.y = (around * Math.PI) / 180;
    this.shadowed = false;
    this.change();
  }

  // While somebody moves something, even if nothing changes for a moment.
  hold(on) {
    this.held = on;
  }

  change() {
    this.changed = true;
  }

  // Takes the size of the frame; `share` of its width and height is drawn.
  fit(share) {
    const { clientWidth: width, clientHeight: height } = this.canvas.parentElement;
    if (!width || !height) return;
    this.share = share;
    this.renderer.setPixelRatio(Math.min(share * devicePixelRatio, Math.sqrt(MOST_PIXELS / (width * height))));
    this.renderer.setSize(width, height, false);
    this.camera.aspect = width / height;
    this.change();
  }

  loop(now) {
    this.frame = requestAnimationFrame(this.loop);
    const millis = now - (this.last ?? now);
    this.last = now;
    if (this.motion && this.moves && this.motion.advance(Math.min(0.1, millis / 1000))) {
      this.onmotion?.();
      this.shadowed = false;
      this.changed = true;
    }
    if (!this.group || !this.view) return;
    if (this.changed) this.drawMoving(now);
    else {
      this.pace.pause();
      const coarse = this.share < this.finest || !this.shadowed;
      if (coarse && !this.held && this.pace.rested(now - this.drawn)) this.drawFine(now);
    }
  }

  // As finely as the machine keeps up with; without a graphics card, shadows follow at rest.
  drawMoving(now) {
    const share = this.pace.moving(now - (this.drawn ?? -Infinity));
    if (share !== this.share) this.fit(share);
    this.draw(now, !this.soft || !this.drawn);
  }

  drawFine(now) {
    if (this.share < this.finest) this.fit(this.finest);
    this.draw(now, true);
  }

  draw(now, shadows) {
    this.changed = false;
    if (shadows && !this.shadowed) {
      this.renderer.shadowMap.needsUpdate = true;
      this.shadowed = true;
    }
    this.aim();
    this.renderer.render(this.scene, this.camera);
    this.stats.frames += 1;
    if (this.drawn) this.stats.millis.push(now - this.drawn);
    this.drawn = now;
    this.stats.millis.splice(0, this.stats.millis.length - RECENT);
  }

  // From around what is shown; a narrow window stands farther away.
  aim() {
    const { camera, home, view } = this;
    const narrow = Math.max(1, (home.wide ?? 1) / camera.aspect);
    const far = home.distance * narrow * view.near;
    camera.position.copy(direction(view.turn, view.tilt)).multiplyScalar(far).add(home.target);
    camera.lookAt(home.target);
    camera.near = far / 20;
    camera.far = far * 6;
    camera.updateProjectionMatrix();
  }

  // The picture as it stands, over a colour.
  picture(ground) {
    this.drawFine(performance.now());
    const { width, height } = this.canvas;
    const copy = Object.assign(document.createElement('canvas'), { width, height });
    const context = copy.getContext('2d');
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
    context.drawImage(this.canvas, 0, 0);
    return copy;
  }

  close() {
    cancelAnimationFrame(this.frame);
    this.size.disconnect();
    if (this.group) this.remove(this.group);
    this.room?.dispose();
    this.renderer.dispose();
    this.renderer.forceContextLoss();
  }
}
