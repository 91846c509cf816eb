// How finely is drawn while something moves: as finely as the machine keeps up with.

const STEPS = [1, 0.75, 0.55, 0.4];
const SLOW = 40; // milliseconds
const QUICK = 18;
const TRIED = 4; // frames at one step before another
const REST = 250; // milliseconds until what stands still is drawn at its finest

export class Pace {
  constructor() {
    this.still = true;
    this.step = 0; // kept from one move to the next
    this.frames = 0;
    this.millis = 0;
  }

  // The share of the usual width and height for a frame that follows the last after so many milliseconds.
  moving(millis) {
    if (this.still) {
      this.still = false;
      return STEPS[this.step];
    }
    this.frames += 1;
    this.millis += millis;
    if (this.frames < TRIED) return STEPS[this.step];
    const mean = this.millis / this.frames;
    if (mean > SLOW) this.step = Math.min(STEPS.length - 1, this.step + 1);
    else if (mean < QUICK) this.step = Math.max(0, this.step - 1);
    this.frames = 0;
    this.millis = 0;
    return STEPS[this.step];
  }

  // Nothing has moved since the last frame.
  pause() {
    this.still = true;
  }

  // Whether what was drawn coarsely is now to be drawn finely.
  rested(millis) {
    return millis > REST;
  }
}
