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
    List<GramTerm> terms(Tensor exemplar);

    @Override
    void close();
}
