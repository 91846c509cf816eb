package ikat.lab.gram;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** A fixed network whose feature maps describe a texture. Not thread-safe. */
public interface FeatureNetwork extends AutoCloseable {

    /**
     * Describes an exemplar by the Gram matrices of its features.
     *
     * @param exemplar {@code [1, C, H, W]} in [-1, 1]
     * @return at least one term; terms share no computation, and the caller closes them
     */
    List<Term> terms(Tensor exemplar);

    /** The number of threads that libtorch uses within each operation on the maps. */
    int threads();

    @Override
    void close();

    /**
     * Distance between the Gram matrices of a picture's features and an exemplar's: the squared
     * distance (Gatys et al. 2015, arXiv 1505.07376, eq. 2 and 3), relative to the exemplar's
     * squared matrix (Ustyuzhaninov et al. 2016, arXiv 1606.00021), so that no layer outweighs the
     * others because its features are stronger.
     */
    interface Term extends AutoCloseable {

        /**
         * The sum over the layers, and its gradient.
         *
         * @param picture {@code [1, C, H, W]}
         * @param gradient of the same shape as the picture; the gradient is added to it
         * @return at least 0; 0 for a picture with the exemplar's Gram matrices, near 1 per layer
         *     for a picture without features
         */
        double at(Tensor picture, Tensor gradient);

        /** Number of Gram matrices. */
        int layers();

        @Override
        void close();
    }
}
