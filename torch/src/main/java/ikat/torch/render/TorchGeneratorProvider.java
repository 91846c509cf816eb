package ikat.torch.render;

import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.render.Generator;
import ikat.render.GeneratorProvider;
import ikat.render.TextureRenderer;
import ikat.torch.Devices;
import ikat.torch.Libtorch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Provider of the libtorch engine, available if its native libraries are on the class path. */
public final class TorchGeneratorProvider implements GeneratorProvider {

    private static final double MOST_LEVELS = 1; // mean absolute difference

    @Override
    public String name() {
        return "torch";
    }

    @Override
    public int speed() {
        return 100;
    }

    @Override
    public boolean available() {
        return Libtorch.isThere();
    }

    @Override
    public Generator open(TextureModel model, int threads) {
        return Devices.onCpu()
                ? new TorchGenerator(model, threads)
                : new TorchGenerator(model, threads, gpuPrecision(model));
    }

    /**
     * The precision in which a GPU renders a model: half precision, the fastest, if its pictures
     * look the same, otherwise single precision, in which libtorch's convolutions use TF32.
     */
    private static ScalarType gpuPrecision(TextureModel model) {
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

    /** The mean absolute difference in levels, of 0 to 255. */
    static double difference(byte[] first, byte[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += Math.abs((first[i] & 0xff) - (second[i] & 0xff));
        }
        return sum / first.length;
    }
}
