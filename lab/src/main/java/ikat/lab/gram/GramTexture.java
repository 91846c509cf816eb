package ikat.lab.gram;

import ikat.image.Exemplar;
import ikat.lab.method.Effort;
import ikat.lab.method.Growth;
import ikat.lab.method.LearnedTexture;
import ikat.torch.Tensors;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Makes pictures with the Gram matrices of an exemplar, each optimised from its own noise. */
final class GramTexture implements LearnedTexture {

    /** VGG-19 then holds several GiB of features. */
    private static final long MOST_PIXELS = 1L << 22;

    private static final double FIRST_DEVIATION = 0.2;

    private final Exemplar exemplar;
    private final FeatureNetwork network;
    private final Resolutions resolutions;
    private final Effort effort;

    /** Makes pictures with a network, which is closed with the texture. */
    GramTexture(Exemplar exemplar, FeatureNetwork network, Resolutions resolutions, Effort effort) {
        this.exemplar = exemplar;
        this.network = network;
        this.resolutions = resolutions;
        this.effort = effort;
    }

    @Override
    public Growth growth() {
        return Growth.WHOLE;
    }

    @Override
    public Exemplar make(int width, int height, long seed) {
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "the size is "
                            + width
                            + "x"
                            + height
                            + ", but both sides must be at least 1, and all pixels together at most"
                            + " "
                            + MOST_PIXELS);
        }
        Canvas canvas = canvas(width, height);
        float[] pixels = canvas.cut(optimised(canvas, seed), exemplar.channels());
        ColourMatch.apply(exemplar, pixels);
        return Exemplar.made(exemplar.name(), exemplar.channels(), width, height, pixels);
    }

    private Canvas canvas(int width, int height) {
        int ofExemplar = Math.min(exemplar.width(), exemplar.height());
        int shorter = Math.min(ofExemplar, Math.min(width, height));
        return new Canvas(width, height, resolutions.halvings(shorter));
    }

    private float[] optimised(Canvas canvas, long seed) {
        float[] pixels = noise(canvas, seed);
        for (int halved = canvas.halvings(); halved >= 0; halved--) {
            pixels = optimised(canvas, halved, pixels);
        }
        return pixels;
    }

    private float[] optimised(Canvas canvas, int halved, float[] pixels) {
        long height = canvas.height(halved);
        long width = canvas.width(halved);
        try (PointerScope scope = new PointerScope()) {
            boolean first = halved == canvas.halvings();
            Tensor start =
                    first
                            ? Tensors.of(pixels, 1, exemplar.channels(), height, width)
                            : doubled(pixels, height, width);
            Tensor wanted =
                    Tensors.of(
                            exemplar.pixels(),
                            1,
                            exemplar.channels(),
                            exemplar.height(),
                            exemplar.width());
            try (GramLoss loss = new GramLoss(network, torch.avg_pool2d(wanted, 1L << halved));
                    Lbfgs optimiser = new Lbfgs(loss::at, start, 1)) {
                int steps = resolutions.steps(halved);
                for (int i = 0; i < steps && optimiser.step(); i++) {
                    effort.check();
                }
                return Tensors.values(optimiser.point());
            }
        }
    }

    private Tensor doubled(float[] pixels, long height, long width) {
        Tensor small = Tensors.of(pixels, 1, exemplar.channels(), height / 2, width / 2);
        return torch.upsample_bilinear2d(small, new long[] {height, width}, false);
    }

    /** Noise around the mean colour of the exemplar, at the coarsest resolution. */
    private float[] noise(Canvas canvas, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int area = canvas.width(canvas.halvings()) * canvas.height(canvas.halvings());
        float[] noise = new float[exemplar.channels() * area];
        for (int c = 0; c < exemplar.channels(); c++) {
            double mean = mean(c);
            for (int i = 0; i < area; i++) {
                double value = mean + FIRST_DEVIATION * random.nextGaussian();
                noise[c * area + i] = (float) Math.max(-1, Math.min(1, value));
            }
        }
        return noise;
    }

    private double mean(int channel) {
        int area = exemplar.width() * exemplar.height();
        double sum = 0;
        for (int i = 0; i < area; i++) {
            sum += exemplar.pixels()[channel * area + i];
        }
        return sum / area;
    }

    @Override
    public void close() {
        network.close();
    }
}
