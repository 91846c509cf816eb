package ikat.zoom;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.texture.GlobalField;

/**
 * A plane seen from so far away that a pixel covers many cells. Rendering all of them would take
 * four times as long from level to level, for means that hardly differ. Instead each pixel is taken
 * from a nearer level of the same texture, with its contrast reduced to that of the mean of as many
 * independent pixels. Colours and variance are right, but a pixel is not the mean of the cells it
 * covers.
 *
 * @param near a nearer level, with its textures at the positions of this level
 * @param field the texture at each position, in pixels of this level
 * @param means the mean colour of each texture of the field, {@code [textures][channels]}
 * @param halvings number of halvings from the nearer level to this one, at least 1
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
