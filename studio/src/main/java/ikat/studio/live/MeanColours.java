package ikat.studio.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ikat.image.PixelRegion;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.TextureRenderer;
import ikat.studio.serve.OpenModel;
import ikat.studio.serve.ShelvedModel;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import java.util.List;

/** A cache of the mean colours of textures, measured on a piece of each. Thread-safe. */
final class MeanColours {

    private static final int MAX_CACHED = 1024;
    private static final PixelRegion PIECE = new PixelRegion(0, 0, 192, 192);

    private final Cache<Key, Lab> measured = Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    private record Key(ShelvedModel model, GlobalVector texture) {}

    /** The colours of textures, in their order. */
    List<Lab> of(OpenModel model, List<GlobalVector> textures) {
        return textures.stream()
                .map(
                        texture ->
                                measured.get(
                                        new Key(model.shelved(), texture),
                                        key -> measure(model, texture)))
                .toList();
    }

    private static Lab measure(OpenModel model, GlobalVector texture) {
        NoiseField field =
                new NoiseField(
                        model.model(), 0, new GlobalField.Constant(texture), Boundary.ENDLESS);
        byte[] pixels =
                new TextureRenderer(model.levels().generator(), field).onOneThread().render(PIECE);
        int channels = model.model().spec().colourChannels();
        double[] sums = new double[3];
        for (int i = 0; i < pixels.length; i += channels) {
            for (int c = 0; c < 3; c++) {
                sums[c] += pixels[i + Math.min(c, channels - 1)] & 255;
            }
        }
        double count = (double) pixels.length / channels;
        return Lab.of(sums[0] / count, sums[1] / count, sums[2] / count);
    }

    /**
     * A colour in CIELAB with the white point of sRGB, where distances match perceived ones:
     * lightness from 0 to 100, a from green to red, b from blue to yellow.
     */
    record Lab(double lightness, double a, double b) {

        private static final double[] LINEAR = new double[256];

        static {
            for (int i = 0; i < LINEAR.length; i++) {
                double level = i / 255.0;
                LINEAR[i] =
                        level <= 0.04045 ? level / 12.92 : Math.pow((level + 0.055) / 1.055, 2.4);
            }
        }

        /**
         * The colour of an sRGB pixel.
         *
         * @param red from 0 to 255, as the others
         */
        static Lab of(double red, double green, double blue) {
            double r = linear(red);
            double g = linear(green);
            double b = linear(blue);
            double x = bent((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
            double y = bent(0.2126 * r + 0.7152 * g + 0.0722 * b);
            double z = bent((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
            return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
        }

        private static double linear(double level) {
            return LINEAR[(int) Math.max(0, Math.min(255, Math.round(level)))];
        }

        private static double bent(double value) {
            return value > 216.0 / 24389 ? Math.cbrt(value) : (24389.0 / 27 * value + 16) / 116;
        }

        double squaredDistance(Lab other) {
            double l = lightness - other.lightness;
            double da = a - other.a;
            double db = b - other.b;
            return l * l + da * da + db * db;
        }
    }
}
