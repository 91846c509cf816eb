package ikat.torch;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * How many threads libtorch computes with, in the whole process: whoever starts a computation sets
 * it.
 */
public final class Threads {

    private Threads() {}

    /**
     * Sets the number of threads. OpenBLAS, which multiplies matrices for libtorch, always gets
     * one: its own threads never sleep, and beside a busy program a product of two matrices takes
     * seventy times as long with them.
     *
     * @param threads at least 1
     */
    public static void use(int threads) {
        torch.set_num_threads(threads);
        openblas_nolapack.blas_set_num_threads(1);
    }
}
