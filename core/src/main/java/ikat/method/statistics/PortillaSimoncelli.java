package ikat.method.statistics;

import ikat.image.Exemplar;
import ikat.method.Crew;
import ikat.method.Effort;
import ikat.method.Growth;
import ikat.method.LearnedTexture;
import ikat.method.TextureMethod;
import ikat.signal.SteerableFilters;

/**
 * Makes white noise into a picture with the exemplar's joint statistics of complex wavelet
 * coefficients. Colours are treated along the exemplar's principal axes, with the correlations
 * between the axes' bands, which the paper leaves open.
 */
public final class PortillaSimoncelli implements TextureMethod {

    /** The statistics change little after so many rounds. */
    private static final int ROUNDS = 30;

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
        Channels channels = Channels.of(part);
        try (Crew crew = new Crew(effort)) {
            JointStatistics statistics =
                    JointStatistics.of(channels.split(part), filters(size), crew);
            return new Texture(exemplar.name(), size, channels, statistics, rounds, effort);
        }
    }

    private static SteerableFilters filters(PyramidSize size) {
        return new SteerableFilters(
                size.width(), size.height(), size.scales(), PyramidSize.ORIENTATIONS);
    }

    private record Texture(
            String name,
            PyramidSize size,
            Channels channels,
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
            PyramidSize made = size.holding(width, height);
            try (Crew crew = new Crew(effort)) {
                Synthesis synthesis =
                        new Synthesis(
                                statistics,
                                filters(made),
                                made.width() * made.height(),
                                seed,
                                crew);
                for (int i = 0; i < rounds && channels.count() > 0; i++) {
                    synthesis.round();
                }
                return channels.join(synthesis.planes(), made.width(), width, height, name);
            }
        }

        @Override
        public void close() {}
    }
}
