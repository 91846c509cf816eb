package ikat.zoom;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.texture.GlobalField;

/**
 * A plane from so far that many cells fall into a pixel. To make them all would take four times as
 * long from level to level, for a mean that hardly differs from pixel to pixel. So each pixel is
 * that of a nearer level, of the same texture, with as much less contrast as the mean of so many
 * independent pixels has: right in its colours and in how much it varies, but not the mean of the
 * very cells that lie there.
 *
 * @param near a nearer level whose textures stand where those of this level do
 * @param field which texture stands where, in pixels of this level
 * @param means the colour of each texture of the field, {@code [textures][channels]}
 * @param halvings of the nearer level, at least 1
 */
record FarPlane(PixelSource near, GlobalField field, double[][] means, int halvings)
        implements PixelSource {

    @Override
    public int channels() {
        return near.channels();
    }

    @Override
    public PixelSource onOneThread() {
        return new FarPlane(near.onOneThread(), field, means, halvings);
    }

    @Override
    public byte[] render(PixelRegion region) {
        byte[] picture = near.render(region);
        double contrast = 1.0 / (1 << halvings);
        double[] weights = new double[means.length];
        int channels = channels();
        for (int i = 0; i < picture.length / channels; i++) {
            field.weigh(
                    region.left() + i % region.width(), region.top() + i / region.width(), weights);
            for (int c = 0; c < channels; c++) {
                double mean = 0;
                for (int t = 0; t < weights.length; t++) {
                    mean += weights[t] * means[t][c];
                }
                int at = i * channels + c;
                picture[at] = (byte) Math.round(mean + contrast * ((picture[at] & 0xff) - mean));
            }
        }
        return picture;
    }
}
