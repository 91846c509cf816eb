// Reads the frames of live pictures and puts them on a canvas.
const HEADER = 26;
const VERSION = 0x4c;

// Frames begin with a header, little end first.
export function parse(buffer) {
  const view = new DataView(buffer);
  if (buffer.byteLength < HEADER || view.getUint8(0) !== VERSION) throw new Error('the studio has another version; reload the page');
  return {
    jpeg: view.getUint8(1) === 1,
    width: view.getUint16(2, true),
    height: view.getUint16(4, true),
    number: view.getUint32(6, true),
    serial: view.getUint32(10, true),
    millis: view.getUint32(14, true) / 1000,
    seconds: view.getFloat64(18, true),
    shares: shares(view),
    pixels: new Uint8Array(buffer, HEADER, buffer.byteLength - HEADER - 1 - 2 * view.getUint8(buffer.byteLength - 1)),
  };
}

// How much of each texture there is in the frame: at its end.
function shares(view) {
  const count = view.getUint8(view.byteLength - 1);
  const from = view.byteLength - 1 - 2 * count;
  return Array.from({ length: count }, (_, i) => view.getUint16(from + 2 * i, true) / 65535);
}

export class FramePainter {
  constructor(canvas) {
    this.canvas = canvas;
    // Pixels come from the processor and go back to it: a canvas in its own memory is fastest.
    this.context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  }

  async paint(frame) {
    const { canvas } = this;
    if (canvas.width !== frame.width || canvas.height !== frame.height) {
      canvas.width = frame.width;
      canvas.height = frame.height;
    }
    if (frame.jpeg) await this.paintFile(frame);
    else this.paintPixels(frame);
  }

  async paintFile(frame) {
    const bitmap = await createImageBitmap(new Blob([frame.pixels], { type: 'image/jpeg' }));
    this.context.drawImage(bitmap, 0, 0);
    bitmap.close();
  }

  paintPixels({ width, height, pixels }) {
    if (this.image?.width !== width || this.image?.height !== height) {
      this.image = new ImageData(width, height);
      this.words = new Uint32Array(this.image.data.buffer);
    }
    const { words } = this;
    for (let i = 0, at = 0; i < words.length; i++, at += 3) {
      words[i] = 0xff000000 | (pixels[at + 2] << 16) | (pixels[at + 1] << 8) | pixels[at];
    }
    this.context.putImageData(this.image, 0, 0);
  }
}
