package ikat.lab.gram;

import ikat.image.Exemplar;
import ikat.lab.gram.GramMethod.Resolutions;
import ikat.lab.method.Effort;
import ikat.lab.method.Growth;
import ikat.lab.method.LearnedTexture;
import ikat.torch.Tensors;
import ikat.torch.Threads;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Texture that generates pictures with the Gram matrices of an exemplar, each optimised from noise
 * of its own.
 *
 * @param network closed together with the texture
 */
record GramTexture(
        Exemplar exemplar, FeatureNetwork network, Resolutions resolutions, Effort effort)
        implements LearnedTexture {

    /** At this size the features of VGG-19 take several GiB. */
    private static final long MOST_PIXELS = 1L << 22;

    private static final double FIRST_DEVIATION = 0.2;

    @Override
    public Growth growth() {
        return Growth.WHOLE;
    }

    @Override
    public Exemplar make(int width, int height, long seed) {
        LearnedTexture.checkSize(
                width, height, MOST_PIXELS, ", and all pixels together at most " + MOST_PIXELS);
        Canvas canvas = canvas(width, height);
        int rows = canvas.height(0);
        int columns = canvas.width(0);
        float[] pixels =
                Exemplar.made(
                                exemplar.name(),
                                exemplar.channels(),
                                columns,
                                rows,
                                optimised(canvas, seed))
                        .crop((columns - width) / 2, (rows - height) / 2, width, height)
                        .pixels();
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
        try (Threads.Scope running = Threads.use(network.threads());
                PointerScope scope = new PointerScope()) {
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

    /**
     * The canvas that a picture is optimised on. It is larger by a margin, which fewer filters
     * cover and which is cut off, and its sides can be halved.
     *
     * @param wantedWidth of the picture in pixels
     * @param wantedHeight of the picture in pixels
     * @param halvings number of halvings at the coarsest resolution
     */
    private record Canvas(int wantedWidth, int wantedHeight, int halvings) {

        private static final int MARGIN = 16;

        /** Columns after a number of halvings. */
        int width(int halved) {
            return rounded(wantedWidth) >> halved;
        }

        /** Rows after a number of halvings. */
        int height(int halved) {
            return rounded(wantedHeight) >> halved;
        }

        private int rounded(int side) {
            int step = 1 << halvings;
            return (side + 2 * MARGIN + step - 1) / step * step;
        }
    }
}
