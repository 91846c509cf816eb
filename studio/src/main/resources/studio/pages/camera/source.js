// Where pictures come from: a camera, a film or a single picture. Gives small square ones.
import { h } from '../../lib/dom.js';

export const SIDE = 64;
const KEPT = 4 * SIDE; // of a picture, however large it is
const WISH = { video: { width: { ideal: 320 }, height: { ideal: 240 }, frameRate: { ideal: 30 }, facingMode: 'user' }, audio: false };

const REASONS = {
  NotAllowedError: 'The camera was not allowed.',
  NotFoundError: 'There is no camera on this machine.',
  NotReadableError: 'Another program is using the camera.',
};

// The largest square in the middle of a picture.
function drawMiddle(context, from, to) {
  const [width, height] = [from.videoWidth ?? from.width, from.videoHeight ?? from.height];
  const side = Math.min(width, height);
  context.drawImage(from, (width - side) / 2, (height - side) / 2, side, side, 0, 0, to, to);
}

export class Source {
  constructor() {
    this.small = h('canvas', { width: SIDE, height: SIDE });
    this.context = this.small.getContext('2d', { willReadFrequently: true });
    this.rgb = new Uint8Array(3 * SIDE * SIDE);
  }

  // Asks the browser for the camera; throws one sentence when there is none.
  async openCamera() {
    if (!navigator.mediaDevices?.getUserMedia) {
      throw new Error('Browsers give the camera to pages of this machine or over HTTPS only.');
    }
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia(WISH);
    } catch (failure) {
      throw new Error(REASONS[failure.name] || 'The camera could not be opened.');
    }
    this.stop();
    this.stream = stream;
    await this.play({ srcObject: stream });
  }

  // Opens a picture or a film from the disk; nothing of it is uploaded but the small pictures.
  async openFile(file) {
    if (file.type.startsWith('video/')) {
      this.stop();
      this.address = URL.createObjectURL(file);
      await this.play({ src: this.address, loop: true });
      return;
    }
    const picture = await createImageBitmap(file).catch(() => null);
    if (!picture) throw new Error(`The browser can show neither a picture nor a film in ${file.name}.`);
    this.stop();
    this.picture = h('canvas', { width: KEPT, height: KEPT });
    drawMiddle(this.picture.getContext('2d'), picture, KEPT);
    picture.close();
  }

  async play(attributes) {
    this.video = Object.assign(h('video', { muted: true, playsInline: true }), attributes);
    try {
      await this.video.play();
    } catch {
      this.stop();
      throw new Error('The browser cannot play this film.');
    }
  }

  get still() {
    return Boolean(this.picture);
  }

  get open() {
    return Boolean(this.picture || this.video);
  }

  // The middle of the current picture, small; null while there is none.
  grab(mirrored) {
    const from = this.picture || this.video;
    if (!(from?.videoWidth ?? from?.width)) return null;
    this.context.setTransform(mirrored ? -1 : 1, 0, 0, 1, mirrored ? SIDE : 0, 0);
    drawMiddle(this.context, from, SIDE);
    const { data } = this.context.getImageData(0, 0, SIDE, SIDE);
    for (let i = 0, at = 0; i < data.length; i += 4) {
      this.rgb[at++] = data[i];
      this.rgb[at++] = data[i + 1];
      this.rgb[at++] = data[i + 2];
    }
    return this.rgb;
  }

  // Releases the camera.
  stop() {
    this.stream?.getTracks().forEach((track) => track.stop());
    this.video?.pause();
    if (this.video) this.video.srcObject = null;
    if (this.address) URL.revokeObjectURL(this.address);
    this.stream = this.video = this.picture = this.address = undefined;
  }
}
