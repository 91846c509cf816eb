package ikat.lab.gram;

import ikat.io.Workers;
import ikat.lab.gram.FeatureNetwork.Term;
import ikat.torch.Tensors;
import ikat.torch.Threads;
import java.util.function.IntConsumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The Gram matrix of the random filters of one size. Features are computed band by band and not
 * kept: computing what fits into the cache twice is faster than fetching it from memory once. Only
 * positions where the filter lies wholly inside the picture count.
 */
final class FilterTerm implements Term {

    /** Filter positions per band; its features then take 4 MiB. */
    private static final long BAND_PLACES = 8192;

    private final Filters filters;
    private final int averaged;
    private final Workers workers;
    private final Tensor target;
    private final double weight;

    /**
     * Describes an exemplar.
     *
     * @param averaged side in pixels of the squares that are averaged
     * @param exemplar {@code [1, C, H, W]}
     */
    FilterTerm(Filters filters, int averaged, Workers workers, Tensor exemplar) {
        this.filters = filters;
        this.averaged = averaged;
        this.workers = workers;
        this.target = gram(reduced(exemplar));
        this.weight = 1 / Math.max(target.square().sum().item_float(), Float.MIN_NORMAL);
    }

    @Override
    public int layers() {
        return 1;
    }

    @Override
    public double at(Tensor picture, Tensor gradient) {
        Tensor small = reduced(picture);
        Tensor difference = gram(small).sub(target);
        spread(back(small, difference.mul(Tensors.scalar(4 * weight))), gradient);
        return weight * difference.square().sum().item_float();
    }

    private Tensor reduced(Tensor picture) {
        return averaged == 1 ? picture : torch.avg_pool2d(picture, averaged);
    }

    /**
     * Propagates a gradient of the averages back to their pixels and adds it to {@code gradient}. A
     * partial square at the edge has no average.
     */
    private void spread(Tensor ofAverages, Tensor gradient) {
        long rows = ofAverages.size(2);
        long columns = ofAverages.size(3);
        Tensor share = ofAverages.div(Tensors.scalar(averaged * averaged));
        gradient.narrow(2, 0, rows * averaged)
                .narrow(3, 0, columns * averaged)
                .view(1, gradient.size(1), rows, averaged, columns, averaged)
                .add_(share.view(1, gradient.size(1), rows, 1, columns, 1));
    }

    /** {@code [1, C, h, w] -> [features, features]}, the mean over all positions. */
    private Tensor gram(Tensor picture) {
        Bands bands = bands(picture);
        Tensor parts = torch.zeros(bands.count(), filters.features(), filters.features());
        each(
                bands.count(),
                band -> {
                    Tensor features = filters.features(bands.of(picture, band));
                    parts.select(0, band).copy_(features.matmul(features.t()));
                });
        return parts.sum(0).div_(Tensors.scalar(bands.places()));
    }

    /**
     * The gradient with respect to the picture, where that with respect to the features is {@code
     * slope} times the features divided by the number of positions.
     */
    private Tensor back(Tensor picture, Tensor slope) {
        Bands bands = bands(picture);
        Tensor gradient = torch.zeros_like(picture);
        Tensor scaled = slope.div(Tensors.scalar(bands.places()));
        Tensor parts =
                torch.zeros(bands.count(), picture.size(1), bands.largestRows(), picture.size(3));
        each(
                bands.count(),
                band -> {
                    Tensor part = bands.of(picture, band);
                    Tensor features = filters.features(part);
                    Tensor back =
                            filters.back(
                                    features, scaled.matmul(features), part.size(2), part.size(3));
                    parts.select(0, band).narrow(1, 0, part.size(2)).copy_(back.squeeze(0));
                });
        for (int band = 0; band < bands.count(); band++) {
            Tensor rows = bands.of(gradient, band);
            rows.add_(parts.narrow(0, band, 1).narrow(2, 0, rows.size(2)));
        }
        return gradient;
    }

    /**
     * Runs a task for each band without autograd and frees the tensors that it allocates. Bands run
     * in parallel because single operations are too short for libtorch's own threads to pay off.
     */
    private void each(int count, IntConsumer task) {
        Threads.use(1);
        workers.each(
                count,
                band -> {
                    try (PointerScope scope = new PointerScope();
                            NoGradGuard guard = new NoGradGuard()) {
                        task.accept(band);
                    }
                });
    }

    private Bands bands(Tensor picture) {
        int reach = filters.kernel() - 1;
        return new Bands(picture.size(2) - reach, picture.size(3) - reach, reach, BAND_PLACES);
    }

    @Override
    public void close() {
        target.close();
    }

    /**
     * Division of a picture into bands of rows, each with the further rows that its filters reach.
     *
     * @param rows number of rows of filter positions
     * @param columns number of columns of filter positions
     * @param reach rows of pixels in a band beyond its filter positions
     * @param bandPlaces approximate number of filter positions per band
     */
    private record Bands(long rows, long columns, int reach, long bandPlaces) {

        private long bandRows() {
            return Math.max(1, Math.min(rows, bandPlaces / columns));
        }

        int count() {
            return Math.toIntExact((rows + bandRows() - 1) / bandRows());
        }

        /** Rows of pixels in the tallest band. */
        long largestRows() {
            return bandRows() + reach;
        }

        /** Total number of filter positions. */
        long places() {
            return rows * columns;
        }

        /** A view of a band of {@code [1, C, rows + reach, columns + reach]}. */
        Tensor of(Tensor picture, int band) {
            long first = band * bandRows();
            return picture.narrow(2, first, Math.min(bandRows(), rows - first) + reach);
        }
    }
}
