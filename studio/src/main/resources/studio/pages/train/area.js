// Places on a picture, in its own pixels: where a pointer is, what is cropped, and what the studio is told of it.
const clamp = (value, least, most) => Math.min(most, Math.max(least, value));

export const WAYS = [
  ['no', 'as it is'],
  ['corners', 'by four corners'],
  ['turn', 'by an angle'],
  ['pattern', 'by the pattern'],
];

// The pixel of a picture below a pointer, which may have left it.
export function place({ clientX, clientY }, box, size) {
  return {
    x: clamp(((clientX - box.left) / box.width) * size.width, 0, size.width),
    y: clamp(((clientY - box.top) / box.height) * size.height, 0, size.height),
  };
}

// The crop between two corners: whole pixels, one at least.
export function rectangle(one, other, size) {
  const [left, right] = [one.x, other.x].sort((a, b) => a - b).map(Math.round);
  const [top, bottom] = [one.y, other.y].sort((a, b) => a - b).map(Math.round);
  return within([left, top, right - left, bottom - top], size);
}

// The nearest crop that lies on the picture.
export function within([left, top, width, height], size) {
  const x = clamp(Math.round(left) || 0, 0, size.width - 1);
  const y = clamp(Math.round(top) || 0, 0, size.height - 1);
  return [x, y, clamp(Math.round(width) || 1, 1, size.width - x), clamp(Math.round(height) || 1, 1, size.height - y)];
}

// A crop pushed by a distance, as far as the picture goes.
export function pushed([left, top, width, height], x, y, size) {
  return [clamp(Math.round(left + x), 0, size.width - width), clamp(Math.round(top + y), 0, size.height - height), width, height];
}

export const holds = ([left, top, width, height], { x, y }) => x >= left && y >= top && x <= left + width && y <= top + height;

const whole = (crop, size) => (crop.length ? crop : [0, 0, size.width, size.height]);

// Four corners to begin with, a tenth inside of the crop, clockwise from the upper left one.
export function inset(crop, size) {
  const [left, top, width, height] = whole(crop, size);
  const [x, y] = [width / 10, height / 10];
  return [left + x, top + y, left + width - x, top + y, left + width - x, top + height - y, left + x, top + height - y].map(Math.round);
}

// The studio counts corners from the crop's upper left corner, the page from the picture's.
export function relative(corners, crop, size) {
  const [left, top, width, height] = whole(crop, size);
  return corners.map((value, i) => Math.round(i % 2 ? clamp(value - top, 0, height) : clamp(value - left, 0, width)));
}

export function absolute(corners, crop) {
  const [left = 0, top = 0] = crop;
  return corners.map((value, i) => value + (i % 2 ? top : left));
}

// What the page shows of what the studio knows.
export function stateOf(prepare) {
  const crop = prepare.crop ?? [];
  const way = prepare.corners ? 'corners' : prepare.turn ? 'turn' : prepare.straighten === 'yes' ? 'pattern' : 'no';
  return {
    crop,
    way,
    corners: absolute(prepare.corners ?? [], crop),
    turn: prepare.turn ?? 0,
    flatten: prepare.flatten ?? 0,
    scale: prepare.scale || 1,
    tileable: prepare.tileable ?? '',
    alpha: prepare.alpha ?? '',
  };
}

// What the studio is told; only what differs from a picture as it is.
export function settings(state, size) {
  const told = {};
  const { crop, way, turn, flatten, scale, tileable, alpha } = state;
  if (crop.length && (crop[2] < size.width || crop[3] < size.height)) told.crop = crop;
  if (way === 'corners') told.corners = relative(state.corners.length ? state.corners : inset(crop, size), crop, size);
  if (way === 'turn' && turn) told.turn = turn;
  if (way === 'pattern') told.straighten = 'yes';
  if (flatten) told.flatten = flatten;
  if (scale !== 1) told.scale = scale;
  if (tileable) told.tileable = tileable;
  if (alpha) told.alpha = alpha;
  return told;
}

// The same in an address.
export const query = (told) => new URLSearchParams(Object.entries(told).map(([name, value]) => [name, String(value)]));
