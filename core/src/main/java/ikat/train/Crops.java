package ikat.train;

import ikat.image.Mirroring;
import ikat.text.Checks;

/**
 * The training crops.
 *
 * @param patchPixels side of a square crop in pixels, at most 1024; at least 2 for each layer of
 *     the discriminator, multiplied
 * @param batch crops of a step, 1 to 256
 * @param mirroring whether crops are mirrored at random
 */
public record Crops(int patchPixels, int batch, Mirroring mirroring) {

    public Crops {
        Checks.range("batch", batch, 1, 256);
    }
}
