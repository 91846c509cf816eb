package ikat.torch.render;

import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.render.TextureRenderer;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The precision in which a GPU renders a model: half, which is the fastest, where its pictures are
 * the same to the eye, else single, in which libtorch's convolutions multiply as TF32.
 */
final class GpuPrecision {

    private static final double MOST_LEVELS = 1; // in the mean

    private GpuPrecision() {}

    static ScalarType of(TextureModel model) {
        int side = model.spec().picturePixels() > 0 ? model.spec().picturePixels() : 256;
        PixelRegion sample = new PixelRegion(0, 0, side, side);
        byte[] single = render(model, ScalarType.Float, sample);
        byte[] half = render(model, ScalarType.Half, sample);
        return difference(single, half) <= MOST_LEVELS ? ScalarType.Half : ScalarType.Float;
    }

    private static byte[] render(TextureModel model, ScalarType precision, PixelRegion sample) {
        try (TextureRenderer renderer =
                new TextureRenderer(
                        new TorchGenerator(model, 1, precision), NoiseField.endless(model, 0))) {
            return renderer.render(sample);
        }
    }

    /** The mean absolute difference, in levels of 255. */
    static double difference(byte[] first, byte[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += Math.abs((first[i] & 0xff) - (second[i] & 0xff));
        }
        return sum / first.length;
    }
}
