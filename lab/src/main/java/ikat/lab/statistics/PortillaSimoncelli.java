package ikat.lab.statistics;

import ikat.image.Exemplar;
import ikat.io.Workers;
import ikat.lab.method.Effort;
import ikat.lab.method.Growth;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.TextureMethod;
import ikat.signal.Fourier;
import ikat.signal.SteerableFilters;
import ikat.text.Checks;
import java.util.Arrays;

/**
 * Texture synthesis that turns white noise into a picture with the exemplar's joint statistics of
 * complex wavelet coefficients. Colours are represented on the exemplar's principal axes, including
 * the correlations between the axes' bands, which the paper leaves open.
 */
public final class PortillaSimoncelli implements TextureMethod {

    /** Number of rounds after which the statistics hardly change. */
    private static final int ROUNDS = 25;

    private static final int ORIENTATIONS = 4;

    private final int rounds;

    public PortillaSimoncelli() {
        this(ROUNDS);
    }

    /**
     * Creates the method with a given number of rounds.
     *
     * @param rounds number of times the picture is decomposed and reconstructed; at least 1
     */
    public PortillaSimoncelli(int rounds) {
        this.rounds = Checks.atLeast("rounds", rounds, 1);
    }

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public String title() {
        return "Portilla-Simoncelli";
    }

    @Override
    public String source() {
        return "Portilla and Simoncelli 2000";
    }

    @Override
    public LearnedTexture learn(Exemplar exemplar, Effort effort, long seed) {
        PyramidSize size = PyramidSize.of(exemplar);
        Exemplar part =
                exemplar.crop(
                        (exemplar.width() - size.width()) / 2,
                        (exemplar.height() - size.height()) / 2,
                        size.width(),
                        size.height());
        double[][] colours = Channels.colours(isGrey(part) ? firstChannel(part) : part);
        Colouring colouring = Colouring.of(colours);
        double[][] planes = colouring.channels().split(colours);
        try (Workers workers = new Workers("texture method", effort.threads(), effort::check)) {
            JointStatistics statistics = JointStatistics.of(planes, filters(size), workers);
            return new Texture(exemplar, size, colouring, statistics, rounds, effort);
        }
    }

    private static boolean isGrey(Exemplar picture) {
        int area = picture.width() * picture.height();
        float[] pixels = picture.pixels();
        for (int i = area; i < pixels.length; i++) {
            if (pixels[i] != pixels[i - area]) {
                return false;
            }
        }
        return true;
    }

    private static Exemplar firstChannel(Exemplar picture) {
        int area = picture.width() * picture.height();
        return Exemplar.made(
                picture.name(),
                1,
                picture.width(),
                picture.height(),
                Arrays.copyOf(picture.pixels(), area));
    }

    private static SteerableFilters filters(PyramidSize size) {
        return new SteerableFilters(size.width(), size.height(), size.scales(), ORIENTATIONS);
    }

    private record Texture(
            Exemplar exemplar,
            PyramidSize size,
            Colouring colouring,
            JointStatistics statistics,
            int rounds,
            Effort effort)
            implements LearnedTexture {

        @Override
        public Growth growth() {
            return Growth.WHOLE;
        }

        @Override
        public Exemplar make(int width, int height, long seed) {
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException(
                        "the size is %sx%s, but both sides must be at least 1"
                                .formatted(width, height));
            }
            PyramidSize made = size.holding(width, height);
            try (Workers workers = new Workers("texture method", effort.threads(), effort::check)) {
                Synthesis synthesis =
                        new Synthesis(
                                statistics,
                                colouring,
                                filters(made),
                                made.width() * made.height(),
                                seed,
                                workers);
                for (int i = 0; i < rounds; i++) {
                    synthesis.round();
                }
                return picture(synthesis.colours(), made.width(), width, height);
            }
        }

        /** The upper left part of the colours, clamped to [-1, 1]. */
        private Exemplar picture(double[][] colours, int columns, int width, int height) {
            float[] pixels = new float[colours.length * width * height];
            int next = 0;
            for (double[] colour : colours) {
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        double value = colour[y * columns + x];
                        pixels[next++] = (float) Math.max(-1, Math.min(1, value));
                    }
                }
            }
            return Exemplar.made(exemplar.name(), colours.length, width, height, pixels)
                    .withChannels(exemplar.channels());
        }

        @Override
        public void close() {}
    }

    /**
     * Size of a picture's pyramid: the coarsest plane is at least {@value #LEAST_LOW} pixels a
     * side, so that a 256x256 picture has four scales as in the paper.
     *
     * @param scales number of scales of the pyramid
     * @param width of the picture, divisible by 2^scales
     * @param height of the picture, divisible by 2^scales
     */
    private record PyramidSize(int scales, int width, int height) {

        private static final int LEAST_LOW = 16;
        private static final int LEAST_SCALES = 2;
        private static final int MOST_SCALES = 5;

        /** The size of the largest part of an exemplar that fits. */
        static PyramidSize of(Exemplar exemplar) {
            int side = Math.min(exemplar.width(), exemplar.height());
            int least = LEAST_LOW << LEAST_SCALES;
            if (side < least) {
                throw new IllegalArgumentException(
                        "the picture is %sx%s, but statistics need at least %s pixels along both sides"
                                .formatted(exemplar.width(), exemplar.height(), least));
            }
            int scales = LEAST_SCALES;
            while (scales < MOST_SCALES && side >> (scales + 1) >= LEAST_LOW) {
                scales++;
            }
            int step = 1 << scales;
            return new PyramidSize(
                    scales, exemplar.width() / step * step, exemplar.height() / step * step);
        }

        /**
         * The smallest size with the same number of scales that holds a picture and has a fast
         * Fourier transform.
         */
        PyramidSize holding(int wantedWidth, int wantedHeight) {
            return new PyramidSize(scales, side(wantedWidth), side(wantedHeight));
        }

        private int side(int wanted) {
            int step = 1 << scales;
            return step * Fourier.fastLength(Math.max(LEAST_LOW, (wanted + step - 1) / step));
        }
    }
}
