package ikat.torch.train;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * Which textures the samples of a batch have: everywhere in a sample a mixture of two, as a field
 * of textures mixes them in rendering.
 *
 * @param own global vectors {@code [N, G]}
 * @param other global vectors {@code [N, G]} of the texture mixed in
 * @param shares of the own texture on the grid of each stage that takes noise, {@code [N, 1, h,
 *     w]}, from 0 to 1; empty where nothing is mixed in
 */
public record TextureMix(Tensor own, Tensor other, Map<Integer, Tensor> shares) {

    /** Samples of one texture each. */
    public static TextureMix plain(Tensor global) {
        return new TextureMix(global, global, Map.of());
    }

    boolean isPlain() {
        return shares.isEmpty();
    }

    /** What is mixed of the noise of the two textures on a stage's grid, {@code [N, C, h, w]}. */
    Tensor of(int stage, Tensor ownNoise, Tensor otherNoise) {
        return isPlain()
                ? ownNoise
                : otherNoise.add(ownNoise.sub(otherNoise).mul(shares.get(stage)));
    }
}
