package ikat.lab.statistics;

import ikat.image.Exemplar;
import ikat.lab.method.Crew;
import ikat.lab.method.Effort;
import ikat.lab.method.Growth;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.TextureMethod;
import ikat.signal.SteerableFilters;
import java.util.Arrays;

/**
 * Makes white noise into a picture with the exemplar's joint statistics of complex wavelet
 * coefficients. Colours are treated along the exemplar's principal axes, with the correlations
 * between the axes' bands, which the paper leaves open.
 */
public final class PortillaSimoncelli implements TextureMethod {

    /** The statistics change little after so many rounds. */
    private static final int ROUNDS = 25;

    private final int rounds;

    public PortillaSimoncelli() {
        this(ROUNDS);
    }

    /**
     * With another number of rounds.
     *
     * @param rounds each takes the picture apart and puts it together once; at least 1
     */
    public PortillaSimoncelli(int rounds) {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds is " + rounds + ", but must be at least 1");
        }
        this.rounds = rounds;
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
        try (Crew crew = new Crew(effort)) {
            JointStatistics statistics = JointStatistics.of(planes, filters(size), crew);
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
        return new SteerableFilters(
                size.width(), size.height(), size.scales(), PyramidSize.ORIENTATIONS);
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
            try (Crew crew = new Crew(effort)) {
                Synthesis synthesis =
                        new Synthesis(
                                statistics,
                                colouring,
                                filters(made),
                                made.width() * made.height(),
                                seed,
                                crew);
                for (int i = 0; i < rounds; i++) {
                    synthesis.round();
                }
                return picture(synthesis.colours(), made.width(), width, height);
            }
        }

        /** The upper left part of colours, cut to [-1, 1]. */
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
}
