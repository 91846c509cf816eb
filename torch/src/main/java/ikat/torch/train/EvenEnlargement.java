package ikat.torch.train;

import org.bytedeco.pytorch.Tensor;

/**
 * How the kernels of a pixel shuffle are learned where each pixel of a block may be made in its own
 * way, but none may be brighter than its neighbours for no reason: in each kernel's place its
 * weights over an input channel sum up to the mean over the block. So an even input gives an even
 * output, and the mean of a noise cannot draw the grid of the strides (Odena et al. 2016; Aitken et
 * al. 2017 start so, but do not stay so).
 */
final class EvenEnlargement {

    private EvenEnlargement() {}

    /**
     * Trained kernels to weights, both {@code [out s², in, k, k]}.
     *
     * @param scale the stage's enlargement s
     */
    static Tensor weight(Tensor kernel, int scale) {
        long block = (long) scale * scale;
        long in = kernel.size(1);
        Tensor each = kernel.view(kernel.size(0) / block, block, in, -1); // [out, s², in, k k]
        Tensor mean = each.mean(3); // [out, s², in]
        Tensor excess = mean.sub(mean.mean(1).unsqueeze(1));
        return each.sub(excess.unsqueeze(3)).view(kernel.size(0), in, kernel.size(2), -1);
    }
}
