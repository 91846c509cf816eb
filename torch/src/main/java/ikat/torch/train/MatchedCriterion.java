package ikat.torch.train;

import ikat.torch.Tensors;
import ikat.torch.train.Discriminator.Output;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Real or fake, and of the texture that the code says: the discriminator's decision is the sum of
 * one on the patch alone and of its features' projection on an embedding of the texture (Miyato and
 * Koyama 2018, arXiv 1802.05637, eq. 3). A real patch shown with another texture's embedding counts
 * as fake (Reed et al. 2016, arXiv 1605.05396, algorithm 1), so that the discriminator cannot
 * ignore which texture it is shown, and the generator cannot drop one.
 *
 * @param embeddings {@code [N, E]} of the textures of the real patches
 * @param before how many samples before a real patch the embedding stands that it is mismatched
 *     with
 * @param mismatches {@code [N]}, 1 where that embedding belongs to another texture
 * @param matched number of fake patches at the beginning of the batch that have the code of one
 *     texture; the others are mixtures and are judged as patches alone
 */
record MatchedCriterion(Tensor embeddings, int before, Tensor mismatches, int matched)
        implements Criterion {

    @Override
    public Tensor discriminator(Output real, Output fake) {
        Tensor loss = Criterion.isReal(score(real, embeddings));
        loss = loss.add(Criterion.isFake(score(first(fake), first(embeddings))));
        loss = loss.add(mismatched(real));
        if (matched < embeddings.size(0)) {
            loss = loss.add(Criterion.isReal(real.logits()));
            loss = loss.add(Criterion.isFake(rest(fake.logits())));
        }
        return loss.mul(Tensors.scalar(0.5));
    }

    @Override
    public Tensor generator(Output fake) {
        Tensor own = torch.softplus(score(first(fake), first(embeddings)).neg()).mean();
        if (matched == embeddings.size(0)) {
            return own;
        }
        double share = matched / (double) embeddings.size(0);
        return own.mul(Tensors.scalar(share))
                .add(Criterion.isReal(rest(fake.logits())).mul(Tensors.scalar(1 - share)));
    }

    @Override
    public Tensor distance(Output real, Output fake) {
        return FeatureMatching.ofSamples(first(real).features(), first(fake).features());
    }

    private Tensor mismatched(Output real) {
        Tensor others = torch.roll(embeddings, new long[] {before}, new long[] {0});
        Tensor each = torch.softplus(score(real, others)).mean(1, 2, 3); // [N]
        return each.mul(mismatches).mean();
    }

    private static Tensor score(Output output, Tensor embeddings) {
        Tensor projected =
                output.projections()
                        .mul(embeddings.unsqueeze(2).unsqueeze(3))
                        .sum(new long[] {1}, true, new org.bytedeco.pytorch.ScalarTypeOptional());
        return output.logits().add(projected); // [N, 1, h, w]
    }

    private Output first(Output output) {
        List<Tensor> features = output.features().stream().map(this::first).toList();
        return new Output(first(output.logits()), first(output.projections()), features);
    }

    private Tensor first(Tensor tensor) {
        return tensor.narrow(0, 0, matched);
    }

    private Tensor rest(Tensor tensor) {
        return tensor.narrow(0, matched, tensor.size(0) - matched);
    }
}
