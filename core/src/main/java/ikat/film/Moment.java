package ikat.film;

import ikat.noise.Motion;
import ikat.texture.GlobalField;

/**
 * All that a frame depends on besides the model, the seed and the size.
 *
 * @param field which texture stands where
 * @param motion how far the noise has moved
 * @param view what the camera sees
 */
record Moment(GlobalField field, Motion motion, View view) {}
