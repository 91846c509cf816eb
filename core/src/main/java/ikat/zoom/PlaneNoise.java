package ikat.zoom;

import ikat.noise.Boundary;
import ikat.noise.GlobalField;

/**
 * What makes one plane of a model different from another.
 *
 * @param field which texture stands where, in pixels of full size
 */
record PlaneNoise(long seed, GlobalField field, Boundary boundary) {}
