package ikat.torch;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * How many threads libtorch computes with, in the whole process: whoever starts a computation sets
 * it.
 */
public final class Threads {

    private Threads() {}

    static {
        // OpenBLAS multiplies matrices for libtorch. Its own threads never sleep, and beside a busy
        // program a product of two matrices takes seventy times as long with them.
        openblas_nolapack.blas_set_num_threads(1);
    }

    /**
     * Sets the number of threads; OpenBLAS always works with one.
     *
     * @param threads at least 1
     */
    public static void use(int threads) {
        torch.set_num_threads(threads);
    }

    /**
     * Sets the number for the calling thread until the returned object is closed.
     *
     * @param threads at least 1
     */
    public static Lease lend(int threads) {
        int before = torch.get_num_threads();
        use(threads);
        return () -> use(before);
    }

    /** A number of threads for a while. */
    public interface Lease extends AutoCloseable {

        /** Sets the number from before. */
        @Override
        void close();
    }

    /** How many threads the calling thread computes with. */
    public static int current() {
        return torch.get_num_threads();
    }
}
