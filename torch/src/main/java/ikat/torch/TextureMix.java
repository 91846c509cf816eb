package ikat.torch;

import org.bytedeco.pytorch.Tensor;

/**
 * Which textures the samples of a batch have: in every cell of a sample a mixture of two, as a
 * field of textures mixes them in rendering.
 *
 * @param own global vectors {@code [N, G]}
 * @param other global vectors {@code [N, G]} of the texture mixed in
 * @param share of the own texture in each cell, {@code [N, 1, h, w]}, from 0 to 1
 */
record TextureMix(Tensor own, Tensor other, Tensor share) {

    /** What is mixed of the noise of the two textures, {@code [N, C, h, w]} each. */
    Tensor of(Tensor ownNoise, Tensor otherNoise) {
        return otherNoise.add(ownNoise.sub(otherNoise).mul(share));
    }
}
