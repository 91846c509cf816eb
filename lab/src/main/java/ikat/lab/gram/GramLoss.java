package ikat.lab.gram;

import ikat.lab.gram.FeatureNetwork.Term;
import ikat.torch.Tensors;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * Texture loss between a picture and an exemplar: the mean over all Gram matrices of a network
 * (Gatys et al. 2015, arXiv 1505.07376, eq. 4, with equal weights).
 */
final class GramLoss implements AutoCloseable {

    private final List<Term> terms;
    private final int layers;

    /**
     * Describes an exemplar.
     *
     * @param exemplar {@code [1, C, H, W]}
     */
    GramLoss(FeatureNetwork network, Tensor exemplar) {
        this.terms = network.terms(exemplar);
        this.layers = terms.stream().mapToInt(Term::layers).sum();
    }

    /**
     * The loss and its gradient.
     *
     * @param picture {@code [1, C, H, W]}
     * @param gradient of the same shape as the picture; overwritten
     */
    double at(Tensor picture, Tensor gradient) {
        double sum = 0;
        try (PointerScope scope = new PointerScope()) {
            gradient.zero_();
            for (Term term : terms) {
                sum += term.at(picture, gradient);
            }
            gradient.div_(Tensors.scalar(layers));
        }
        return sum / layers;
    }

    @Override
    public void close() {
        terms.forEach(Term::close);
    }
}
