package ikat.studio.tiles;

import ikat.noise.GlobalField;
import ikat.noise.Rerolls;

/**
 * All that makes one plane of a model different from another.
 *
 * @param seed of the noise
 * @param field which texture stands where
 * @param rerolls which cells were drawn anew
 */
public record PlaneContent(long seed, GlobalField field, Rerolls rerolls) {}
