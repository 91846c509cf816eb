package ikat.torch.train;

import ikat.torch.train.Discriminator.Output;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The losses of the two networks in one step. */
public interface Criterion {

    /** The discriminator's loss, a scalar in nats. */
    Tensor discriminator(Output real, Output fake);

    /** The generator's adversarial loss, a scalar in nats. */
    Tensor generator(Output fake);

    /** The distance between the features of fake and of real patches, a scalar of at least 0. */
    Tensor distance(Output real, Output fake);

    /** {@code -log sigmoid(x)} in the mean, never infinite (Goodfellow et al. 2014, eq. 1). */
    static Tensor isReal(Tensor logits) {
        return torch.softplus(logits.neg()).mean();
    }

    /** {@code -log (1 - sigmoid(x))} in the mean. */
    static Tensor isFake(Tensor logits) {
        return torch.softplus(logits).mean();
    }

    /** The losses where textures are not told apart. */
    Criterion PLAIN =
            new Criterion() {

                @Override
                public Tensor discriminator(Output real, Output fake) {
                    return isReal(real.logits()).add(isFake(fake.logits()));
                }

                @Override
                public Tensor generator(Output fake) {
                    return isReal(fake.logits());
                }

                @Override
                public Tensor distance(Output real, Output fake) {
                    return FeatureMatching.ofBatches(real.features(), fake.features());
                }
            };
}
