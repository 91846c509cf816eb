// Where the pixels of a plane lie on a canvas.

export const LEAST_ZOOM = 1 / 32;
export const MOST_ZOOM = 8;
const MOST_LEVEL = 8;
const FADE_FROM = 0.66;
const FARTHEST = 2 ** 36 - 2 ** 20; // the studio has tiles up to 2^36 pixels from the origin

const round = (value, parts) => Math.round(value * parts) / parts;
const clamp = (value, least, most) => Math.min(most, Math.max(least, value));

// A view that the studio can show, rounded so that a link can tell it exactly.
export function within({ x, y, zoom }) {
  return {
    x: round(clamp(x, -FARTHEST, FARTHEST), 1e3),
    y: round(clamp(y, -FARTHEST, FARTHEST), 1e3),
    zoom: round(clamp(zoom, LEAST_ZOOM, MOST_ZOOM), 1e5),
  };
}

// A zoom in words: 2:1 is twice as large, 1:4 a quarter.
export function zoomText(zoom) {
  const short = (value) => String(round(value, value < 9.95 ? 10 : 1));
  return zoom >= 1 ? `${short(zoom)}:1` : `1:${short(1 / zoom)}`;
}

// The tiles of the level whose pixels are as large as those of the canvas or a little smaller.
export class TileGrid {
  // scale: pixels of the target for one of the plane.
  constructor({ x, y }, scale, width, height, side, level = levelOf(scale)) {
    this.level = level;
    this.span = side * 2 ** level;
    this.step = this.span * scale;
    // Counted from a tile nearby, so that far from the origin nothing is lost to rounding.
    this.column = Math.floor(x / this.span);
    this.row = Math.floor(y / this.span);
    this.originX = width / 2 - (x - this.column * this.span) * scale;
    this.originY = height / 2 - (y - this.row * this.span) * scale;
    this.first = {
      column: this.column - Math.ceil(this.originX / this.step),
      row: this.row - Math.ceil(this.originY / this.step),
    };
    this.last = {
      column: this.column + Math.ceil((width - this.originX) / this.step) - 1,
      row: this.row + Math.ceil((height - this.originY) / this.step) - 1,
    };
  }

  // The edge of a column, in whole pixels: the same for the tiles on both sides of it.
  left(column) {
    return Math.round(this.originX + (column - this.column) * this.step);
  }

  top(row) {
    return Math.round(this.originY + (row - this.row) * this.step);
  }

  // Columns and rows of all tiles in view and `ring` around it, the nearest to a point first.
  places(near, ring = 0) {
    const all = [];
    for (let row = this.first.row - ring; row <= this.last.row + ring; row++) {
      for (let column = this.first.column - ring; column <= this.last.column + ring; column++) {
        const x = this.originX + (column + 0.5 - this.column) * this.step - near.x;
        const y = this.originY + (row + 0.5 - this.row) * this.step - near.y;
        all.push({ column, row, far: Math.hypot(x, y) });
      }
    }
    return all.sort((one, other) => one.far - other.far);
  }
}

// How much of the next coarser level is mixed in, 0 to 1: all of it where it becomes the level itself.
export function fadeOf(scale, level) {
  const own = scale * 2 ** level; // pixels of the target for one of the level, above a half
  return level >= MOST_LEVEL ? 0 : clamp((FADE_FROM - own) / (FADE_FROM - 0.5), 0, 1);
}

function levelOf(scale) {
  return clamp(Math.floor(-Math.log2(scale) + 1e-9), 0, MOST_LEVEL);
}
