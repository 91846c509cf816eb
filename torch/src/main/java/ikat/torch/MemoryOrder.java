package ikat.torch;

import org.bytedeco.pytorch.Tensor;

/** How a picture's channels lie in memory. */
enum MemoryOrder {
    /** All channels of a pixel together: what convolutions on a CPU work fastest in. */
    CHANNELS_LAST {
        @Override
        Tensor arranged(Tensor tensor) {
            return Tensors.channelsLast(tensor);
        }
    },
    /** One plane a channel. */
    CHANNELS_FIRST {
        @Override
        Tensor arranged(Tensor tensor) {
            return tensor.contiguous();
        }
    };

    abstract Tensor arranged(Tensor tensor);
}
