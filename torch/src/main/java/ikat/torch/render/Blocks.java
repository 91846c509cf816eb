package ikat.torch.render;

import ikat.render.PictureArea;
import ikat.render.RegionPlan.Crop;
import ikat.torch.Tensors;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Output of a stage's convolution before the pixel shuffle to the finer grid: for each point the
 * pixels of a block, row by row, each with its channels.
 *
 * @param values {@code [1, s² out, h, w]}, channels last
 * @param scale the block's side s
 * @param channels number of channels per pixel
 */
public record Blocks(Tensor values, int scale, int channels) {

    /** Applies a convolution that keeps the blocks' shape. */
    public Blocks through(Convolution convolution) {
        return new Blocks(convolution.apply(values), scale, channels);
    }

    /** A window of the finer grid, {@code [1, out, H, W]}, channels last. */
    public Tensor spread(Crop crop) {
        boolean whole = crop.height() == height() * scale && crop.width() == width() * scale;
        Tensor pixels =
                scale == 1 && whole
                        ? values.permute(0, 2, 3, 1).squeeze(0)
                        : cut(crop).contiguous(); // [H, W, out]
        return pixels.permute(2, 0, 1).unsqueeze(0);
    }

    /**
     * A window of the finer grid, concatenated with other channels.
     *
     * @param others {@code [1, C, H, W]}
     * @return {@code [1, out + C, H, W]}, channels last
     */
    public Tensor spread(Crop crop, Tensor others) {
        long more = others.size(1);
        Tensor both = values.new_empty(crop.height(), crop.width(), channels + more);
        Tensor own = both.narrow(2, 0, channels);
        if (crop.height() == height() * scale && crop.width() == width() * scale) {
            // Copying the blocks straight into rows takes one pass; cutting a window takes two.
            own.view(height(), scale, width(), scale, channels).copy_(rows());
        } else {
            own.copy_(cut(crop));
        }
        both.narrow(2, channels, more).copy_(others.squeeze(0).permute(1, 2, 0));
        return both.permute(2, 0, 1).unsqueeze(0);
    }

    /** A window of the finer grid, {@code [H, W, out]}. */
    Tensor cut(Crop crop) {
        return rows().reshape(height() * scale, width() * scale, channels)
                .narrow(0, crop.top(), crop.height())
                .narrow(1, crop.left(), crop.width());
    }

    /** The blocks in the order of the finer grid, {@code [h, s, w, s, out]}; not a copy. */
    private Tensor rows() {
        return values.permute(0, 2, 3, 1)
                .reshape(height(), width(), scale, scale, channels)
                .permute(0, 2, 1, 3, 4);
    }

    /**
     * Writes a window of the finer grid.
     *
     * @param crop of the size of the picture's area; values are rounded down and clamped to 0 to
     *     255
     */
    public void paint(Crop crop, PictureArea picture) {
        Tensor kept = values.clamp_(Tensors.bound(0), Tensors.bound(255));
        Tensor levels =
                kept.new_empty(
                        new long[] {height(), scale, width(), scale, channels},
                        new TensorOptions(torch.ScalarType.Byte));
        levels = levels.copy_(new Blocks(kept, scale, channels).rows()).cpu();
        byte[] bytes = new byte[Math.toIntExact(levels.numel())];
        new BytePointer(levels.data_ptr()).get(bytes);
        int row = (int) width() * scale * channels;
        for (int y = 0; y < crop.height(); y++) {
            int from = (crop.top() + y) * row + crop.left() * channels;
            System.arraycopy(
                    bytes,
                    from,
                    picture.picture().bytes(),
                    picture.row(y),
                    crop.width() * channels);
        }
    }

    private long height() {
        return values.size(2);
    }

    private long width() {
        return values.size(3);
    }
}
