package ikat.material;

import ikat.image.Exemplar;
import ikat.image.Pixels;
import ikat.image.Wraps;
import ikat.io.Interrupts;
import ikat.io.Workers;
import ikat.signal.Plane;
import ikat.text.Checks;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Maps of a material that are guessed from a photograph of it, as if it were lit evenly and what is
 * brighter were higher. Where the picture joins itself, so do the maps. Immutable.
 *
 * @param height in [0, 1], 1 is the highest
 * @param normals the direction that the surface faces: x to the right, y upwards, z to the eye,
 *     each {@code [height, width]} in [-1, 1], of length 1
 * @param occlusion the share of the light of an even sky that reaches a pixel, in [0, 1]
 * @param roughness in [0, 1]
 * @param wraps the edges at which the maps join
 */
public record EstimatedMaps(
        Plane height, Normals normals, Plane occlusion, Plane roughness, Wraps wraps) {

    /** Bands finer than this are grain, by which roughness is told. */
    private static final int GRAIN_BANDS = 4;

    private static final int MOST_BANDS = 8;
    private static final double PERCENTILE = 0.995;
    private static final int DIRECTIONS = 16;

    /**
     * The direction of each pixel.
     *
     * @param x to the right
     * @param y upwards
     * @param z to the eye
     */
    public record Normals(Plane x, Plane y, Plane z) {

        /**
         * The directions as colours: 0 to 255 for -1 to 1.
         *
         * @param downwards whether green grows downwards, as in DirectX, and not upwards, as in
         *     OpenGL
         */
        public Pixels colours(boolean downwards) {
            int width = x.width();
            int height = x.height();
            Pixels picture = Pixels.empty(width, height, 3);
            byte[] bytes = picture.bytes();
            for (int i = 0; i < width * height; i++) {
                bytes[3 * i] = level(x.values()[i]);
                bytes[3 * i + 1] = level(downwards ? -y.values()[i] : y.values()[i]);
                bytes[3 * i + 2] = level(z.values()[i]);
            }
            return picture;
        }

        private static byte level(float value) {
            return (byte) Math.round((value + 1) * 127.5f);
        }
    }

    /**
     * How maps are guessed.
     *
     * @param depth pixels from the lowest place to the highest, 0 to 1000
     * @param fine how much fine relief counts beside coarse, 0 to 1
     * @param darkIsHigh whether what is darker is higher
     * @param reach pixels as far as which a height shades, 1 to 256
     * @param shade how much is shaded, 0 to 4
     * @param roughness of the usual pixel, 0 to 1
     * @param gloss how much smoother bright grain is, 0 to 4
     */
    public record Settings(
            double depth,
            double fine,
            boolean darkIsHigh,
            int reach,
            double shade,
            double roughness,
            double gloss) {

        /** Relief of ten pixels, of which coarse and fine parts count alike. */
        public static final Settings USUAL = new Settings(10, 0.5, false, 32, 1, 0.7, 1);

        public Settings {
            Checks.range("depth", depth, 0, 1000);
            Checks.range("fine", fine, 0, 1);
            Checks.range("reach", reach, 1, 256);
            Checks.range("shade", shade, 0, 4);
            Checks.range("roughness", roughness, 0, 1);
            Checks.range("gloss", gloss, 0, 4);
        }
    }

    /**
     * Guesses the maps of a picture.
     *
     * @param wraps the edges at which it joins itself; null for those at which it seems to
     * @param workers that share the rows
     */
    public static EstimatedMaps of(
            Exemplar picture, @Nullable Wraps wraps, Settings settings, Workers workers) {
        Plane brightness = Plane.luminance(picture);
        Wraps joined = wraps == null ? Surface.joined(brightness) : wraps;
        float[] relief = new float[brightness.values().length];
        float[] grain = new float[relief.length];
        Surface coarse = new Surface(brightness, joined);
        int bands = bands(picture);
        for (int band = 0; band < bands; band++) {
            Interrupts.check();
            Surface next = coarse.blurred(1 << band, workers);
            // from weights that grow by half an octave to ones that fall by as much
            double weight = Math.pow(2, (band - (bands - 1) / 2.0) * (0.5 - settings.fine));
            double signed = settings.darkIsHigh ? -weight : weight;
            float[] upper = coarse.plane().values();
            float[] lower = next.plane().values();
            for (int i = 0; i < relief.length; i++) {
                float detail = upper[i] - lower[i];
                relief[i] += (float) (signed * detail);
                grain[i] += band < GRAIN_BANDS ? detail : 0;
            }
            coarse = next;
        }
        Plane height = plane(picture, between0And1(relief));
        Surface surface = new Surface(height, joined);
        return new EstimatedMaps(
                height,
                normals(surface, settings.depth, workers),
                // grain shades nothing that is seen
                occlusion(surface.blurred(1, workers).blurred(2, workers), settings, workers),
                roughness(picture, grain, settings),
                joined);
    }

    private static Plane plane(Exemplar picture, float[] values) {
        return new Plane(picture.width(), picture.height(), values);
    }

    /** As many octaves as the picture holds several times. */
    private static int bands(Exemplar picture) {
        int side = Math.min(picture.width(), picture.height());
        return Math.max(1, Math.min(MOST_BANDS, 29 - Integer.numberOfLeadingZeros(side)));
    }

    /** Scaled so that all but the rarest heights lie in [0, 1], around 0.5. */
    private static float[] between0And1(float[] relief) {
        float[] sizes = new float[relief.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(relief[i]);
        }
        Arrays.sort(sizes);
        double most = Math.max(sizes[(int) (PERCENTILE * (sizes.length - 1))], 1e-6);
        float[] scaled = new float[relief.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) Math.max(0, Math.min(1, 0.5 + relief[i] / (2 * most)));
        }
        return scaled;
    }

    /** From slopes by Scharr's filters (2000), whose directions are the most even of this size. */
    private static Normals normals(Surface surface, double depth, Workers workers) {
        Plane height = surface.plane();
        int width = height.width();
        float[] xs = new float[height.values().length];
        float[] ys = new float[xs.length];
        float[] zs = new float[xs.length];
        workers.each(
                height.height(),
                y -> {
                    for (int x = 0; x < width; x++) {
                        double right = 0;
                        double down = 0;
                        for (int side = -1; side <= 1; side++) {
                            double weight = (side == 0 ? 10 : 3) / 32.0;
                            right +=
                                    weight
                                            * (surface.at(x + 1, y + side)
                                                    - surface.at(x - 1, y + side));
                            down +=
                                    weight
                                            * (surface.at(x + side, y + 1)
                                                    - surface.at(x + side, y - 1));
                        }
                        double nx = -depth * right;
                        double ny = depth * down; // image rows run downwards, y upwards
                        double length = Math.sqrt(nx * nx + ny * ny + 1);
                        int i = y * width + x;
                        xs[i] = (float) (nx / length);
                        ys[i] = (float) (ny / length);
                        zs[i] = (float) (1 / length);
                    }
                });
        return new Normals(
                new Plane(width, height.height(), xs),
                new Plane(width, height.height(), ys),
                new Plane(width, height.height(), zs));
    }

    /** What the horizon leaves of the sky (Bavoil, Sainz and Dimitrov 2008). */
    private static Plane occlusion(Surface surface, Settings settings, Workers workers) {
        Plane height = surface.plane();
        int width = height.width();
        float[] light = new float[height.values().length];
        workers.each(
                height.height(),
                y -> {
                    for (int x = 0; x < width; x++) {
                        double hidden = 0;
                        for (int d = 0; d < DIRECTIONS; d++) {
                            hidden += horizon(surface, x, y, d, settings);
                        }
                        double left = 1 - settings.shade * hidden / DIRECTIONS;
                        light[y * width + x] = (float) Math.max(0, left);
                    }
                });
        return new Plane(width, height.height(), light);
    }

    /** The sine of the angle at which the sky begins in a direction. */
    private static double horizon(Surface surface, int x, int y, int direction, Settings settings) {
        double angle = 2 * Math.PI * direction / DIRECTIONS;
        double right = Math.cos(angle);
        double down = Math.sin(angle);
        double own = surface.at(x, y);
        double steepest = 0;
        for (int radius = 1; radius <= settings.reach; radius *= 2) {
            int toX = x + (int) Math.round(radius * right);
            int toY = y + (int) Math.round(radius * down);
            steepest = Math.max(steepest, settings.depth * (surface.at(toX, toY) - own) / radius);
        }
        return steepest / Math.sqrt(1 + steepest * steepest);
    }

    /** Bright grain is taken for gloss. */
    private static Plane roughness(Exemplar picture, float[] grain, Settings settings) {
        float[] rough = new float[grain.length];
        for (int i = 0; i < rough.length; i++) {
            double value = settings.roughness - settings.gloss * grain[i];
            rough[i] = (float) Math.max(0, Math.min(1, value));
        }
        return plane(picture, rough);
    }
}
