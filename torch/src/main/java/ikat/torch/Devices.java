package ikat.torch;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * What libtorch computes on, in the whole process: whoever starts a computation sets it before. New
 * tensors lie there, and what is computed from them too.
 */
public final class Devices {

    /** A GPU where there is one, else the CPU. */
    public static final String AUTO = "auto";

    /** The processor's cores. */
    public static final String CPU = "cpu";

    private static final String CUDA = "cuda:";
    private static volatile @Nullable Device gpu;

    private Devices() {}

    /**
     * Chooses what to compute on.
     *
     * @param name {@link #AUTO}, {@link #CPU} or a GPU such as {@code cuda:0}
     * @throws IllegalArgumentException one sentence, if there is no such device
     */
    public static void use(String name) {
        int there = torch.cuda_is_available() ? torch.cuda_device_count() : 0;
        if (name.equals(CPU) || (name.equals(AUTO) && there == 0)) {
            gpu = null;
            return;
        }
        String wanted = name.equals(AUTO) ? CUDA + 0 : name;
        if (!wanted.matches(CUDA + "\\d{1,2}")) {
            throw new IllegalArgumentException(
                    "device is " + name + ", but must be auto, cpu or a GPU such as cuda:0");
        }
        int index = Integer.parseInt(wanted.substring(CUDA.length()));
        if (index >= there) {
            throw new IllegalArgumentException(
                    "device is "
                            + name
                            + ", but "
                            + (there == 0 ? "no CUDA device is found" : "there are only " + there)
                            + "; give cpu or auto, or see 'GPU' in docs/usage.md");
        }
        gpu = new Device(wanted);
    }

    /** Whether the CPU is computed on. */
    public static boolean onCpu() {
        return gpu == null;
    }

    /** The tensor, or its copy on the GPU that is computed on. */
    static Tensor place(Tensor tensor) {
        Device device = gpu;
        if (device == null) {
            return tensor;
        }
        // Not waiting for the copy: what is computed on the GPU comes after it anyway.
        return tensor.to(device, tensor.scalar_type(), true, false, new MemoryFormatOptional());
    }
}
