package ikat.torch;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/** The native library that training and the fast engine run on; not every platform has it. */
public final class Libtorch {

    private Libtorch() {}

    /** Whether its natives for this machine are on the class path and can be loaded. */
    public static boolean isThere() {
        try {
            Loader.load(torch.class);
            return true;
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            return false;
        }
    }
}
