// Draws the tiles that are there onto a canvas, without seams at any scale.
import { TileGrid } from './tile-view.js';

const SHARP = 3; // from this scale on, pixels of the plane are shown as squares
const COARSER = 5; // levels to look through for what can stand in for a tile
const FINER = 2;

export class TilePainter {
  #canvas;
  #context;
  #store;
  #sheet = document.createElement('canvas');

  constructor(canvas, store) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
    this.#store = store;
  }

  // Draws layers over each other; tells whether there was anything to draw.
  // fade: how much of the next coarser level covers the last layer, so that no step shows where it takes over.
  paint(layers, view, scale, fade = 0) {
    const { width, height } = this.#canvas;
    this.#context.imageSmoothingEnabled = scale < SHARP;
    // The usual filter reads four pixels only, so that a level shown at half its size would be too sharp.
    this.#context.imageSmoothingQuality = scale < 1 ? 'high' : 'low';
    // Smoothly enlarged one by one, tiles would show their edges: they are joined before.
    if (scale > 1 && scale < SHARP) return this.#paintSheet(layers, view, scale);
    const drawn = this.#paintLayers(this.#context, layers, view, scale, width, height);
    if (fade > 0) this.#paintFade(layers.at(-1), view, scale, fade);
    return drawn;
  }

  #paintFade(layer, view, scale, fade) {
    const { width, height } = this.#canvas;
    const { level } = new TileGrid(view, scale, width, height, layer.side);
    const grid = new TileGrid(view, scale, width, height, layer.side, level + 1);
    this.#context.globalAlpha = fade;
    for (const { column, row } of grid.places({ x: 0, y: 0 })) this.#paintTile(this.#context, grid, layer, column, row);
    this.#context.globalAlpha = 1;
  }

  #paintSheet(layers, { x, y }, scale) {
    const { width, height } = this.#canvas;
    const sheet = this.#sheet;
    // Two pixels more all around than can be seen, and a middle that is a whole pixel.
    const half = { x: Math.ceil(width / scale / 2) + 2, y: Math.ceil(height / scale / 2) + 2 };
    const middle = { x: Math.round(x), y: Math.round(y) };
    if (sheet.width !== 2 * half.x) sheet.width = 2 * half.x;
    if (sheet.height !== 2 * half.y) sheet.height = 2 * half.y;
    const context = sheet.getContext('2d');
    context.clearRect(0, 0, sheet.width, sheet.height);
    const drawn = this.#paintLayers(context, layers, middle, 1, sheet.width, sheet.height);
    this.#context.drawImage(
      sheet,
      width / 2 - (half.x + x - middle.x) * scale,
      height / 2 - (half.y + y - middle.y) * scale,
      sheet.width * scale,
      sheet.height * scale,
    );
    return drawn;
  }

  #paintLayers(context, layers, middle, scale, width, height) {
    let drawn = false;
    for (const layer of layers) {
      const grid = new TileGrid(middle, scale, width, height, layer.side);
      for (const { column, row } of grid.places({ x: 0, y: 0 })) {
        drawn = this.#paintTile(context, grid, layer, column, row) || drawn;
      }
    }
    return drawn;
  }

  // A tile, or else what there is of coarser and finer ones.
  #paintTile(context, grid, layer, column, row) {
    const own = this.#store.get(layer.tile(grid.level, column, row));
    if (own) return put(context, grid, own, column, row, 1);
    const coarse = this.#paintCoarser(context, grid, layer, column, row);
    const fine = this.#paintFiner(context, grid, layer, column, row);
    return coarse || fine;
  }

  #paintCoarser(context, grid, layer, column, row) {
    for (let up = 1; up <= COARSER; up++) {
      const size = 2 ** up;
      const [c, r] = [Math.floor(column / size), Math.floor(row / size)];
      const coarse = this.#store.get(layer.tile(grid.level + up, c, r));
      const part = { x: column / size - c, y: row / size - r, size: 1 / size };
      if (coarse) return put(context, grid, coarse, column, row, 1, part);
    }
    return false;
  }

  #paintFiner(context, grid, layer, column, row) {
    let drawn = false;
    for (let down = Math.min(FINER, grid.level); down >= 1; down--) {
      const size = 2 ** down;
      for (let i = 0; i < size * size; i++) {
        const [c, r] = [column * size + (i % size), row * size + Math.floor(i / size)];
        const fine = this.#store.get(layer.tile(grid.level - down, c, r));
        if (fine) drawn = put(context, grid, fine, c / size, r / size, 1 / size);
      }
    }
    return drawn;
  }
}

// Draws a picture, or a part of it, into a place of the grid; says that it did.
function put(context, grid, picture, column, row, size, part = { x: 0, y: 0, size: 1 }) {
  const [left, top] = [grid.left(column), grid.top(row)];
  context.drawImage(
    picture,
    part.x * picture.width,
    part.y * picture.height,
    part.size * picture.width,
    part.size * picture.height,
    left,
    top,
    grid.left(column + size) - left,
    grid.top(row + size) - top,
  );
  return true;
}
