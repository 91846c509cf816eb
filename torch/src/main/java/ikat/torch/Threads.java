package ikat.torch;

import ikat.text.Checks;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * The number of threads that libtorch computes with. Each engine and each training has its own
 * number and sets it on the thread that calls it, for the length of the call:
 *
 * <pre>{@code
 * try (Threads.Scope scope = Threads.use(2)) {
 *     // libtorch's operations on this thread are shared out among two threads
 * }
 * }</pre>
 *
 * <p>libtorch keeps two numbers: one for each thread (OpenMP's) and one for the process, which
 * {@code torch.set_num_threads} sets as well and which a thread takes over in its first operation,
 * even where it was given another number before. So the number of the process is whatever somebody
 * else set last. A scope therefore lets the thread take it over first, sets its own number then,
 * and puts back what the thread had before by its own account, not by libtorch's.
 */
public final class Threads {

    /** What libtorch chose, taken before anybody sets another number. */
    private static final int OF_MACHINE = torch.get_num_threads();

    private static final int MOST = 4096;

    private static final ThreadLocal<Integer> COUNT = ThreadLocal.withInitial(() -> OF_MACHINE);

    static {
        // OpenBLAS multiplies matrices for libtorch. Its own threads never sleep, and beside a busy
        // program a product of two matrices takes seventy times as long with them.
        openblas_nolapack.blas_set_num_threads(1);
    }

    private Threads() {}

    /** A part of the program in which a thread computes with a number of threads. */
    public interface Scope extends AutoCloseable {

        /** Gives the thread the number that it had before; called on the same thread. */
        @Override
        void close();
    }

    /**
     * Sets the number for the calling thread until the scope is closed; OpenBLAS always works with
     * one. Scopes of a thread may be nested.
     *
     * @param threads 1 to 4096
     */
    public static Scope use(int threads) {
        Checks.range("threads", threads, 1, MOST);
        int before = COUNT.get();
        torch.get_num_threads(); // only now does the thread keep the number that is set for it
        set(threads);
        return () -> set(before);
    }

    /** The number of the calling thread: that of its scope, or else {@link #ofMachine}. */
    public static int current() {
        return COUNT.get();
    }

    /** The number that libtorch chooses for this machine, the default. */
    public static int ofMachine() {
        return OF_MACHINE;
    }

    private static void set(int threads) {
        torch.set_num_threads(threads);
        COUNT.set(threads);
    }
}
