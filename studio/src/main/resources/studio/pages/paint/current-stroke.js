// The stroke that is being painted: over the plane at once, from the studio soon after.
import { toast } from '../../lib/dom.js';
import { touched } from './geometry.js';

export class CurrentStroke {
  #page;
  #stroke = null;
  #sent = 0; // points of it that are on the plane

  // page: {painting, model, models(), overlay, plane, publisher, tool, texture, radius, softness, picture(texture)}
  constructor(page) {
    this.#page = page;
  }

  get underway() {
    return this.#stroke !== null;
  }

  // Whether it could be begun.
  begin() {
    const { tool, texture, radius, softness, painting, overlay, picture } = this.#page;
    const paints = tool === 'paint';
    try {
      const known = paints ? painting.withTexture(texture) : {};
      this.#stroke = { ...known, reroll: !paints, radius, softness, points: [] };
    } catch (failure) {
      toast(failure.message, 'error');
      return false;
    }
    this.#sent = 0;
    overlay.strokes.push({ ...this.#stroke, picture: paints ? picture(texture) : null });
    return true;
  }

  extend(points) {
    const { overlay, plane, publisher, model, models, radius } = this.#page;
    this.#stroke.points = points;
    overlay.strokes.at(-1).points = points;
    plane.redraw();
    // From the last point that was sent: the piece between it and the next is new too.
    const rect = touched(models(), radius, points.slice(Math.max(0, this.#sent - 1)));
    this.#sent = points.length;
    publisher.show(this.#document(), model, rect, true);
  }

  finish() {
    const { strokes, textures } = this.#document();
    this.#stroke = null;
    this.#page.painting.change({ strokes, textures });
  }

  cancel() {
    if (!this.#stroke) return;
    const { overlay, publisher, painting, model, models, radius } = this.#page;
    const rect = touched(models(), radius, this.#stroke.points);
    this.#stroke = null;
    overlay.strokes = [];
    publisher.show(painting.document, model, rect);
  }

  // The painting with it.
  #document() {
    const { document } = this.#page.painting;
    const { textures = document.textures, texture, reroll, radius, softness, points } = this.#stroke;
    const kind = reroll ? { reroll } : { texture };
    const stroke = { ...kind, radius, softness: Math.round(softness * 100) / 100, points: [...points] };
    return { ...document, textures, strokes: [...document.strokes, stroke] };
  }
}
