package ikat.lab.neighbours;

import ikat.image.Exemplar;
import ikat.io.Workers;
import ikat.lab.method.Effort;
import ikat.lab.method.Growth;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.TextureMethod;
import java.util.ArrayList;
import java.util.List;

/**
 * Direct nearest neighbours of patches, GPNN (Granot, Feinstein, Shocher, Bagon and Irani 2022,
 * Drop the GAN, arXiv 2103.15545): from coarse to fine, each patch of a guess is replaced by the
 * patch of the exemplar that scores best, and overlapping patches are averaged. A score is a
 * distance, relative to how near any patch of the guess is to that patch of the exemplar, so that
 * none of the exemplar's is left out. Nothing is trained.
 *
 * <p>As published: patches of 7x7 pixels, sizes a factor of 4/3 apart, ten rounds at each, keys
 * that are as blurred as the guess in the first. The first guess is noise with the exemplar's means
 * and deviations, also at sizes other than the exemplar's. Unlike there, only coarse pictures are
 * compared exactly; finer ones are searched as {@link NeighbourField} says.
 */
public final class PatchNeighbours implements TextureMethod {

    /** The shortest side of an exemplar. */
    private static final int LEAST_SIDE = 32;

    @Override
    public String name() {
        return "gpnn";
    }

    @Override
    public String title() {
        return "Patch neighbours (GPNN)";
    }

    @Override
    public String source() {
        return "Granot, Feinstein, Shocher, Bagon and Irani 2022";
    }

    @Override
    public LearnedTexture learn(Exemplar exemplar, Effort effort, long seed) {
        if (Math.min(exemplar.width(), exemplar.height()) < LEAST_SIDE) {
            throw new IllegalArgumentException(
                    "the picture is %dx%d, but patch neighbours need at least %d pixels along both sides"
                            .formatted(exemplar.width(), exemplar.height(), LEAST_SIDE));
        }
        effort.check();
        return new Texture(exemplar.name(), Scales.of(Raster.of(exemplar)), effort);
    }

    /**
     * The exemplar at all sizes, from fine to coarse.
     *
     * @param pictures at least one
     */
    record Scales(List<Raster> pictures) {

        private static final double RATIO = 0.75;

        /** The shorter side of the exemplar at the coarsest size, three patches. */
        private static final int COARSEST = 3 * Raster.PATCH;

        static Scales of(Raster exemplar) {
            List<Raster> pictures = new ArrayList<>();
            pictures.add(exemplar);
            double shorter = Math.min(exemplar.width(), exemplar.height());
            for (double scale = RATIO; Math.round(scale * shorter) >= COARSEST; scale *= RATIO) {
                int width = (int) Math.round(scale * exemplar.width());
                int height = (int) Math.round(scale * exemplar.height());
                pictures.add(Resizing.of(exemplar, width, height));
            }
            return new Scales(List.copyOf(pictures));
        }

        int count() {
            return pictures.size();
        }

        Raster picture(int level) {
            return pictures.get(level);
        }

        /** Number of pixels at a level that are as long as a length at full size. */
        static int length(int length, int there, int full) {
            return Math.max(Raster.PATCH, (int) Math.round((double) length * there / full));
        }
    }

    private record Texture(String name, Scales scales, Effort effort) implements LearnedTexture {

        private static final long MOST_PIXELS = 1L << 24;

        @Override
        public Growth growth() {
            return Growth.WHOLE;
        }

        @Override
        public Exemplar make(int width, int height, long seed) {
            LearnedTexture.checkSize(
                    width, height, MOST_PIXELS, ", and all pixels together at most " + MOST_PIXELS);
            Raster full = scales.picture(0);
            Raster coarsest = scales.picture(scales.count() - 1);
            int columns = Math.max(width, least(full.width(), coarsest.width()));
            int rows = Math.max(height, least(full.height(), coarsest.height()));
            try (Workers workers = new Workers("texture method", effort.threads(), effort::check)) {
                return new Synthesis(scales, columns, rows, seed, workers)
                        .made()
                        .picture(name, width, height);
            }
        }

        /** The length at full size that holds a patch at the coarsest. */
        private static int least(int full, int coarsest) {
            return (Raster.PATCH * full + coarsest - 1) / coarsest;
        }

        @Override
        public void close() {}
    }
}
