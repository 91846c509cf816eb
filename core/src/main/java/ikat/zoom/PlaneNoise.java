package ikat.zoom;

import ikat.noise.Boundary;
import ikat.texture.GlobalField;
import ikat.texture.Rerolls;

/**
 * What makes one plane of a model different from another.
 *
 * @param field which texture stands where, in pixels of full size
 * @param rerolls which cells were drawn anew; a level has the same cells as full size
 */
record PlaneNoise(long seed, GlobalField field, Boundary boundary, Rerolls rerolls) {}
