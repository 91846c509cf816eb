// What is drawn over the plane: strokes that the studio has not made yet, the brush, the crosshair.

export class Overlay {
  #plane;
  #canvas;
  strokes = []; // {points, radius, softness, reroll, picture}
  brush = null; // {x, y, radius, softness}
  cross = false;

  constructor(plane, canvas) {
    this.#plane = plane;
    this.#canvas = canvas;
    plane.overlay = (context) => this.#draw(context);
  }

  #draw(context) {
    const { x, y, zoom } = this.#plane.view;
    const scale = zoom * (devicePixelRatio || 1);
    // Around the middle of the view: canvases lose precision far from the origin.
    context.setTransform(scale, 0, 0, scale, this.#canvas.width / 2, this.#canvas.height / 2);
    for (const stroke of this.strokes) draw(context, stroke, x, y, scale);
    if (this.brush) ring(context, this.brush, x, y, scale, this.cross);
  }
}

function draw(context, { points, radius, softness, reroll, picture }, x, y, scale) {
  context.save();
  context.lineCap = context.lineJoin = 'round';
  context.lineWidth = 2 * radius * (1 - softness / 2);
  context.globalAlpha = reroll ? 0.35 : 0.7;
  context.strokeStyle = (!reroll && pattern(context, picture, x, y)) || (reroll ? '#ffffff' : '#7cc6e4');
  if (reroll) context.setLineDash([0.5, radius / 2 + 8 / scale]);
  context.beginPath();
  const [first, ...rest] = points;
  context.moveTo(first[0] - x, first[1] - y);
  // A dab is a line of almost no length.
  if (!rest.length) context.lineTo(first[0] - x + 0.01, first[1] - y);
  for (const [px, py] of rest) context.lineTo(px - x, py - y);
  context.stroke();
  context.restore();
}

function pattern(context, picture, x, y) {
  if (!picture?.complete || !picture.naturalWidth) return null;
  const made = context.createPattern(picture, 'repeat');
  const side = picture.naturalWidth;
  made.setTransform(new DOMMatrix().translate(-(x % side), -(y % side)));
  return made;
}

// Dark within light, to be seen on everything.
function ring(context, brush, x, y, scale, cross) {
  const middle = [brush.x - x, brush.y - y];
  for (const [width, colour] of [[3.5, 'rgb(0 0 0 / .55)'], [1.5, '#ffffff']]) {
    context.lineWidth = (width * (devicePixelRatio || 1)) / scale;
    context.strokeStyle = colour;
    circle(context, middle, brush.radius);
    if (cross) crosshair(context, middle, (9 * (devicePixelRatio || 1)) / scale);
  }
  if (brush.softness > 0.05) {
    context.lineWidth = (devicePixelRatio || 1) / scale;
    context.strokeStyle = 'rgb(255 255 255 / .6)';
    circle(context, middle, brush.radius * (1 - brush.softness));
  }
}

function circle(context, [x, y], radius) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
}

function crosshair(context, [x, y], arm) {
  context.beginPath();
  context.moveTo(x - arm, y);
  context.lineTo(x + arm, y);
  context.moveTo(x, y - arm);
  context.lineTo(x, y + arm);
  context.stroke();
}
