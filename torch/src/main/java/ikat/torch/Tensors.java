package ikat.torch;

import ikat.model.Weight;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/** From Java arrays to tensors and back. */
public final class Tensors {

    private Tensors() {}

    /** A new contiguous tensor with a copy of the values. */
    public static Tensor of(float[] values, long... shape) {
        Tensor tensor = torch.empty(shape);
        if (values.length > 0) {
            try (PointerScope scope = new PointerScope()) {
                tensor.data_ptr_float().put(values);
            }
        }
        return Devices.place(tensor);
    }

    /** A new tensor of zeros. */
    public static Tensor zeros(long size) {
        return Devices.place(torch.zeros(size));
    }

    /** The values in row-major order, whatever the memory format. */
    public static float[] values(Tensor tensor) {
        try (PointerScope scope = new PointerScope()) {
            Tensor plain = tensor.contiguous().cpu().to(torch.ScalarType.Float);
            float[] values = new float[Math.toIntExact(plain.numel())];
            if (values.length > 0) {
                plain.data_ptr_float().get(values);
            }
            return values;
        }
    }

    /** The tensor in channels-last memory, which convolutions on a CPU work fastest in. */
    public static Tensor channelsLast(Tensor tensor) {
        return tensor.contiguous(MemoryFormat.ChannelsLast);
    }

    public static Scalar scalar(double value) {
        return new Scalar(value);
    }

    /** A bound of a clamp. */
    public static ScalarOptional bound(double value) {
        return new ScalarOptional(new Scalar(value));
    }

    public static TensorOptional optional(Tensor tensor) {
        return new TensorOptional(tensor);
    }

    public static TensorOptional none() {
        return new TensorOptional();
    }

    public static long[] longs(int[] shape) {
        return Arrays.stream(shape).asLongStream().toArray();
    }

    public static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    public static float[] floats(List<Float> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i);
        }
        return floats;
    }

    /** Row numbers as a tensor of 64-bit integers. */
    public static Tensor indices(List<Integer> rows) {
        return Devices.place(torch.tensor(rows.stream().mapToLong(Integer::longValue).toArray()));
    }

    /** A copy with its shape. */
    public static Weight weight(Tensor tensor) {
        int[] shape = Arrays.stream(tensor.shape()).mapToInt(Math::toIntExact).toArray();
        return new Weight(shape, values(tensor));
    }
}
