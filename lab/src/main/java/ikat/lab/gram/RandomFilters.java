package ikat.lab.gram;

import ikat.io.Workers;
import ikat.lab.gram.FeatureNetwork.Term;
import ikat.model.ColourAxes;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;

/**
 * One layer of random filters of eight sizes, rectified and never trained (Ustyuzhaninov, Brendel,
 * Gatys and Bethge 2016, arXiv 1606.00021, the multi-scale model).
 *
 * <p>The paper uses kernels of 3, 5, 7, 11, 15, 23, 37 and 55 pixels with 128 filters each, all at
 * the picture's resolution. Here the wide kernels are applied to the picture averaged over squares
 * of 2, 4 or 8 pixels and are 5 to 9 squares wide. These are the same filters, except that they are
 * constant on each square, at a hundredth of the cost.
 */
public final class RandomFilters implements FeatureNetwork {

    /**
     * Filters of one size.
     *
     * @param averaged side in pixels of the squares that are averaged
     * @param kernel side in such squares; odd
     */
    private record Size(int averaged, int kernel) {

        /**
         * Whether an exemplar with this shorter side has enough filter positions. With fewer, the
         * Gram matrix describes a single picture rather than a texture.
         */
        boolean suits(long side) {
            return side / averaged >= (long) LEAST_KERNELS * kernel;
        }
    }

    private static final int LEAST_KERNELS = 2;

    private static final List<Size> SIZES =
            List.of(
                    new Size(1, 3),
                    new Size(1, 5),
                    new Size(1, 7),
                    new Size(2, 5),
                    new Size(2, 7),
                    new Size(4, 5),
                    new Size(4, 9),
                    new Size(8, 7));

    private final List<Filters> filters = new ArrayList<>();
    private final Workers workers;

    /**
     * Draws filters.
     *
     * @param colours axes on which a picture's colours are expressed, so that a faint hue counts
     * @param features filters per size; 128 in the paper
     * @param threads number of worker threads
     */
    public RandomFilters(ColourAxes colours, int features, int threads, long seed) {
        this.workers = new Workers("ikat-bands", threads);
        SplittableRandom random = new SplittableRandom(seed);
        for (Size size : SIZES) {
            filters.add(new Filters(colours, features, size.kernel(), random));
        }
    }

    @Override
    public List<Term> terms(Tensor exemplar) {
        long side = Math.min(exemplar.size(2), exemplar.size(3));
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < SIZES.size(); i++) {
            if (SIZES.get(i).suits(side)) {
                terms.add(
                        new FilterTerm(filters.get(i), SIZES.get(i).averaged(), workers, exemplar));
            }
        }
        return terms;
    }

    /** Returns 1: the workers run whole tasks in parallel instead. */
    @Override
    public int threads() {
        return 1;
    }

    @Override
    public void close() {
        filters.forEach(Filters::close);
        workers.close();
    }
}
