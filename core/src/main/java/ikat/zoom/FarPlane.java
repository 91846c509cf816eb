package ikat.zoom;

import ikat.image.Averaging;
import ikat.image.Light;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.texture.GlobalField;
import java.util.List;

/**
 * A plane seen from so far away that a pixel covers many cells. Rendering all of them would take
 * four times as long from level to level, for means that hardly differ. Instead each pixel is taken
 * from the last level that has a model of its own, with its contrast reduced to that of the mean of
 * as many independent pixels. Colours and sharpness are right, but a pixel is not the mean of the
 * cells it covers.
 *
 * @param near the last level of its own, with its textures at the positions of this level
 * @param field the texture at each position, in pixels of this level
 * @param looks how each texture of the field looks
 * @param halvings number of halvings from the level after the nearer one to this one, at least 1
 */
record FarPlane(PixelSource near, GlobalField field, List<Look> looks, int halvings)
        implements PixelSource {

    /**
     * How a texture looks from afar.
     *
     * @param mean its light, for each channel
     * @param halved how much neighbours differ after one halving, as a share of that before: they
     *     are not independent yet, so it is measured
     */
    record Look(double[] mean, double halved) {

        /** By a sample of the nearer level. */
        static Look of(Pixels sample) {
            double before = difference(sample);
            double after = difference(sample.halved(1, Averaging.LIGHT));
            return new Look(mean(sample), before == 0 ? 0 : Math.sqrt(after / before));
        }

        private static double[] mean(Pixels sample) {
            double[] mean = new double[sample.channels()];
            byte[] values = sample.bytes();
            for (int i = 0; i < values.length; i++) {
                mean[i % mean.length] += Light.of(values[i]);
            }
            for (int c = 0; c < mean.length; c++) {
                mean[c] *= mean.length / (double) values.length;
            }
            return mean;
        }

        /** The mean square of the difference between each pixel and those right and below. */
        private static double difference(Pixels sample) {
            int row = sample.width() * sample.channels();
            byte[] values = sample.bytes();
            double sum = 0;
            for (int y = 0; y + 1 < sample.height(); y++) {
                for (int i = y * row; i < (y + 1) * row - sample.channels(); i++) {
                    double here = Light.of(values[i]);
                    double right = Light.of(values[i + sample.channels()]) - here;
                    double below = Light.of(values[i + row]) - here;
                    sum += right * right + below * below;
                }
            }
            return sum / values.length;
        }
    }

    @Override
    public int channels() {
        return near.channels();
    }

    @Override
    public PixelSource onOneThread() {
        return new FarPlane(near.onOneThread(), field, looks, halvings);
    }

    @Override
    public byte[] render(PixelRegion region) {
        byte[] picture = near.render(region);
        double[] weights = new double[looks.size()];
        int channels = channels();
        for (int i = 0; i < picture.length / channels; i++) {
            field.weigh(
                    region.left() + i % region.width(), region.top() + i / region.width(), weights);
            double contrast = contrast(weights);
            for (int c = 0; c < channels; c++) {
                double mean = mean(weights, c);
                int at = i * channels + c;
                picture[at] =
                        Light.value((float) (mean + contrast * (Light.of(picture[at]) - mean)));
            }
        }
        return picture;
    }

    private double contrast(double[] weights) {
        double contrast = 0;
        for (int t = 0; t < weights.length; t++) {
            contrast += weights[t] * looks.get(t).halved();
        }
        return contrast / (1 << halvings);
    }

    private double mean(double[] weights, int channel) {
        double mean = 0;
        for (int t = 0; t < weights.length; t++) {
            mean += weights[t] * looks.get(t).mean()[channel];
        }
        return mean;
    }
}
