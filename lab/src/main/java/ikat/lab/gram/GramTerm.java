package ikat.lab.gram;

import org.bytedeco.pytorch.Tensor;

/**
 * How far Gram matrices of a picture's features are from an exemplar's: the squared distance (Gatys
 * et al. 2015, arXiv 1505.07376, eq. 2 and 3), relative to the exemplar's squared matrix
 * (Ustyuzhaninov et al. 2016, arXiv 1606.00021), so that no layer outweighs the others however
 * strong its features are.
 */
interface GramTerm extends AutoCloseable {

    /**
     * The sum over the layers, and its gradient.
     *
     * @param picture {@code [1, C, H, W]}
     * @param gradient as the picture; added to
     * @return at least 0; 0 for a picture with the exemplar's Gram matrices, near 1 a layer for one
     *     without features
     */
    double at(Tensor picture, Tensor gradient);

    /** Number of Gram matrices. */
    int layers();

    @Override
    void close();
}
