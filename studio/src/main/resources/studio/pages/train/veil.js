// What shall not be learned of a picture: strokes of a brush over what was masked before.
const COLOUR = '#d81b60';

// size: of the picture; before: an image that is white where it is masked, or null
export function veil(size, before = null) {
  const strokes = []; // {points, width, erase} or {clear}
  let stored = before;

  const cleared = () => strokes.findLastIndex((stroke) => stroke.clear);

  function paint(context, { points, width, erase }, colours, scale) {
    context.globalCompositeOperation = erase && !colours.off ? 'destination-out' : 'source-over';
    context.strokeStyle = erase ? (colours.off ?? '#000') : colours.on;
    context.lineWidth = Math.max(1, width * scale);
    context.lineCap = context.lineJoin = 'round';
    context.beginPath();
    points.forEach(({ x, y }, i) => (i ? context.lineTo(x * scale, y * scale) : context.moveTo(x * scale, y * scale)));
    if (points.length === 1) context.lineTo(points[0].x * scale, points[0].y * scale);
    context.stroke();
    context.globalCompositeOperation = 'source-over';
  }

  const since = () => strokes.slice(cleared() + 1);

  return {
    get dirty() {
      return strokes.length > 0;
    },
    get empty() {
      return !since().some((stroke) => !stroke.erase) && (!stored || cleared() >= 0);
    },
    begin: (point, width, erase) => strokes.push({ points: [point], width, erase }),
    extend: (point) => strokes.at(-1)?.points?.push(point),
    undo: () => strokes.pop(),
    clear: () => strokes.push({ clear: true }),
    // From now on this is what the studio has.
    keep(image) {
      stored = image;
      strokes.length = 0;
    },
    // Colours the masked places of a canvas, which may be smaller than the picture.
    show(canvas) {
      const context = canvas.getContext('2d');
      const scale = canvas.width / size.width;
      context.clearRect(0, 0, canvas.width, canvas.height);
      if (stored && cleared() < 0) context.drawImage(tinted(stored, canvas), 0, 0);
      for (const stroke of since()) paint(context, stroke, { on: COLOUR }, scale);
    },
    // The mask as the studio takes it: as large as the picture, white where nothing is learned.
    picture() {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, size);
      const context = canvas.getContext('2d');
      if (!context) throw new Error(`a mask of ${size.width}×${size.height} pixels is too large for this browser`);
      context.fillStyle = '#000';
      context.fillRect(0, 0, size.width, size.height);
      if (stored && cleared() < 0) context.drawImage(stored, 0, 0, size.width, size.height);
      for (const stroke of since()) paint(context, stroke, { on: '#fff', off: '#000' }, 1);
      return new Promise((done, fail) =>
        canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('the mask is too large for this browser'))), 'image/png'),
      );
    },
  };
}

// The white of a picture in the veil's colour, the black of it clear.
function tinted(image, { width, height }) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0, width, height);
  const pixels = context.getImageData(0, 0, width, height);
  for (let i = 0; i < pixels.data.length; i += 4) {
    pixels.data[i + 3] = pixels.data[i] >= 128 ? 255 : 0;
    [pixels.data[i], pixels.data[i + 1], pixels.data[i + 2]] = [0xd8, 0x1b, 0x60];
  }
  context.putImageData(pixels, 0, 0);
  return canvas;
}
