package ikat.lab.gram;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** A fixed network whose feature maps describe a texture. Use by one thread at a time. */
public interface FeatureNetwork extends AutoCloseable {

    /**
     * What the network sees of an exemplar.
     *
     * @param exemplar {@code [1, C, H, W]} in [-1, 1]
     * @return parts that share no computation, at least one; to be closed
     */
    List<Term> terms(Tensor exemplar);

    /** How many threads each of libtorch's operations on the maps is shared out among. */
    int threads();

    @Override
    void close();

    /**
     * How far Gram matrices of a picture's features are from an exemplar's: the squared distance
     * (Gatys et al. 2015, arXiv 1505.07376, eq. 2 and 3), relative to the exemplar's squared matrix
     * (Ustyuzhaninov et al. 2016, arXiv 1606.00021), so that no layer outweighs the others however
     * strong its features are.
     */
    interface Term extends AutoCloseable {

        /**
         * The sum over the layers, and its gradient.
         *
         * @param picture {@code [1, C, H, W]}
         * @param gradient as the picture; added to
         * @return at least 0; 0 for a picture with the exemplar's Gram matrices, near 1 a layer for
         *     one without features
         */
        double at(Tensor picture, Tensor gradient);

        /** Number of Gram matrices. */
        int layers();

        @Override
        void close();
    }
}
