package ikat.lab.figures;

import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.service.Rendering;
import ikat.service.report.Crop;
import ikat.texture.GlobalField;
import java.awt.image.BufferedImage;

/** Makes the single pictures of a figure. */
final class Painter {

    private static final long SEED = 0;

    private Painter() {}

    /** A model's picture of a field of textures. */
    static BufferedImage paint(
            Rendering rendering, TextureModel model, GlobalField field, int width, int height) {
        NoiseField noise = new NoiseField(model, SEED, field, Boundary.ENDLESS);
        return Crop.of(rendering.plane(noise), new PixelRegion(0, 0, width, height));
    }

    /** A model's picture of its first or only texture. */
    static BufferedImage paint(Rendering rendering, TextureModel model, int width, int height) {
        NoiseField noise = NoiseField.endless(model, SEED);
        return Crop.of(rendering.plane(noise), new PixelRegion(0, 0, width, height));
    }
}
