// Rectangles {x, y, width, height} of the plane, in pixels; null is none.

export function around(points, margin) {
  if (!points.length) return null;
  let [left, top] = [Infinity, Infinity];
  let [right, bottom] = [-Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
}

export function union(one, other) {
  if (!one || !other) return one || other;
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}

// How far beyond its radius a stroke may change pixels: the rim is looked at every 8 pixels, and
// cells reach into their neighbours, in smaller views a little farther; where models meet, the border
// follows what is 16 pixels around it.
const spread = (models) => 16 + (models.length > 1 ? 24 : 0) + Math.max(...models.map((model) => (model.marginCells + 2) * model.cellPixels));

// What may differ where points were added to a stroke; models: all of the painting.
export function touched(models, radius, points) {
  return around(points, radius + spread(models));
}

// What may differ between two paintings, whose strokes are never changed but replaced.
export function difference(models, before, after) {
  let same = 0;
  while (same < before.length && same < after.length && before[same] === after[same]) same++;
  let rect = null;
  for (const stroke of [...before.slice(same), ...after.slice(same)]) {
    rect = union(rect, touched(models, stroke.radius, stroke.points));
  }
  return rect;
}
