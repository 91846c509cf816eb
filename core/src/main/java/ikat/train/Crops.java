package ikat.train;

import com.fasterxml.jackson.annotation.JsonInclude;
import ikat.image.Exemplar;
import ikat.image.Mirroring;
import java.util.List;

/**
 * Size, number and augmentation of the training crops.
 *
 * @param patchPixels side of a square crop in pixels, at most 1024 and at least 2 to the power of
 *     the number of discriminator layers
 * @param batch crops per step, 1 to 256
 * @param mirroring whether crops are mirrored at random
 * @param heldOutPixels size of the strip at the end of a picture's longer side that no crop is
 *     taken from: the states of the training are judged by it; 0 for none
 */
public record Crops(
        int patchPixels,
        int batch,
        Mirroring mirroring,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int heldOutPixels) {

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
    public static final Setting<Integer> HELD_OUT_PIXELS =
            Setting.whole("heldOutPixels", 0, 65536)
                    .orCalled("held-out")
                    .byDefault("a quarter, at most 512, of one picture of 1024x512 or more")
                    .means(
                            "strip at the end of the picture's longer side in px that is not"
                                    + " learned from, but by which the best state is found");
    static final List<Setting<?>> SETTINGS =
            List.of(PATCH_PIXELS, BATCH, MIRRORING, HELD_OUT_PIXELS);

    public Crops {
        PATCH_PIXELS.check(patchPixels);
        BATCH.check(batch);
        HELD_OUT_PIXELS.check(heldOutPixels);
    }

    /** The part of a picture that crops are taken from. */
    public Exemplar learned(Exemplar picture) {
        boolean wide = picture.width() >= picture.height();
        return picture.crop(
                0,
                0,
                picture.width() - (wide ? heldOutPixels : 0),
                picture.height() - (wide ? 0 : heldOutPixels));
    }

    /** The part of a picture that states are judged by: the strip held out, or all of it. */
    public Exemplar judged(Exemplar picture) {
        if (heldOutPixels == 0) {
            return picture;
        }
        Exemplar learned = learned(picture);
        boolean wide = learned.width() < picture.width();
        return wide
                ? picture.crop(learned.width(), 0, heldOutPixels, picture.height())
                : picture.crop(0, learned.height(), picture.width(), heldOutPixels);
    }
}
