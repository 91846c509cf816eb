package ikat.studio.serve;

import ikat.texture.GlobalField;
import ikat.texture.Rerolls;

/**
 * All that makes one plane of a model different from another.
 *
 * @param seed of the noise
 * @param field which texture stands where
 * @param rerolls which cells were drawn anew
 */
public record PlaneContent(long seed, GlobalField field, Rerolls rerolls) {}
