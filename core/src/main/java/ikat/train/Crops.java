package ikat.train;

import ikat.image.Mirroring;
import java.util.List;

/**
 * Size, number and augmentation of the training crops.
 *
 * @param patchPixels side of a square crop in pixels, at most 1024 and at least 2 to the power of
 *     the number of discriminator layers
 * @param batch crops per step, 1 to 256
 * @param mirroring whether crops are mirrored at random
 */
public record Crops(int patchPixels, int batch, Mirroring mirroring) {

    public static final Setting<Integer> PATCH_PIXELS =
            Setting.whole("patchPixels", 4, 1024)
                    .orCalled("patch")
                    .byDefault("about three elements, 96 to 160")
                    .means("side of the training crops in px");
    public static final Setting<Integer> BATCH =
            Setting.whole("batch", 1, 256).byDefault("8").means("crops in a step");
    public static final Setting<Mirroring> MIRRORING =
            Setting.choice("mirroring", Mirroring.class)
                    .byDefault("random if a picture has no preferred direction and holds few crops")
                    .means("mirror the crops at random");
    static final List<Setting<?>> SETTINGS = List.of(PATCH_PIXELS, BATCH, MIRRORING);

    public Crops {
        PATCH_PIXELS.check(patchPixels);
        BATCH.check(batch);
    }
}
