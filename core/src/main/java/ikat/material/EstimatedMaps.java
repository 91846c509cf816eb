package ikat.material;

import ikat.image.Depth;
import ikat.image.Exemplar;
import ikat.image.Pixels;
import ikat.image.Wraps;
import ikat.io.Interrupts;
import ikat.io.Workers;
import ikat.model.MapKind;
import ikat.signal.Plane;
import ikat.text.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Maps of a material that are guessed from a photograph of it, as if it were lit evenly and what is
 * brighter were higher. Where the picture joins itself, so do the maps. Immutable.
 *
 * @param height in [0, 1], 1 is the highest
 * @param normals the direction that the surface faces
 * @param occlusion the share of the light of an even sky that reaches a pixel, in [0, 1]
 * @param roughness in [0, 1]
 * @param wraps the edges at which the maps join
 */
public record EstimatedMaps(
        Plane height, NormalMap normals, Plane occlusion, Plane roughness, Wraps wraps) {

    /** The kinds of maps that are guessed. */
    public static final Set<MapKind> KINDS =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            MapKind.NORMAL, MapKind.HEIGHT, MapKind.ROUGHNESS, MapKind.OCCLUSION));

    /** Bands finer than this are grain, by which roughness is told. */
    private static final int GRAIN_BANDS = 4;

    private static final int MOST_BANDS = 8;
    private static final double PERCENTILE = 0.995;
    private static final int DIRECTIONS = 16;

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
                NormalMap.of(surface, settings.depth, workers),
                // grain shades nothing that is seen
                occlusion(surface.blurred(1, workers).blurred(2, workers), settings, workers),
                roughness(picture, grain, settings),
                joined);
    }

    /**
     * The maps as pictures: heights of 16 bits, as with 8 a slope would be a flight of stairs, and
     * the others of 8.
     *
     * @param greenDown whether green of the normals points down, as in DirectX
     */
    public Map<MapKind, Pixels> pictures(boolean greenDown) {
        Map<MapKind, Pixels> pictures = new EnumMap<>(MapKind.class);
        pictures.put(MapKind.HEIGHT, grey(height, Depth.SIXTEEN));
        pictures.put(MapKind.NORMAL, normals.colours(greenDown));
        pictures.put(MapKind.OCCLUSION, grey(occlusion, Depth.EIGHT));
        pictures.put(MapKind.ROUGHNESS, grey(roughness, Depth.EIGHT));
        return pictures;
    }

    private static Pixels grey(Plane plane, Depth depth) {
        Pixels picture = Pixels.empty(plane.width(), plane.height(), 1, depth);
        for (int i = 0; i < plane.values().length; i++) {
            depth.put(picture.bytes(), i * depth.bytes(), depth.one() * plane.values()[i]);
        }
        return picture;
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

    /** What the horizon leaves of the sky (Bavoil, Sainz and Dimitrov 2008). */
    private static Plane occlusion(Surface surface, Settings settings, Workers workers) {
        Plane height = surface.plane();
        int width = height.width();
        float[] light = new float[height.values().length];
        List<List<Step>> directions = directions(settings.reach);
        workers.each(
                height.height(),
                y -> {
                    for (int x = 0; x < width; x++) {
                        double hidden = 0;
                        for (List<Step> direction : directions) {
                            hidden += horizon(surface, x, y, direction, settings.depth);
                        }
                        double left = 1 - settings.shade * hidden / DIRECTIONS;
                        light[y * width + x] = (float) Math.max(0, left);
                    }
                });
        return new Plane(width, height.height(), light);
    }

    /** A pixel in some direction, as columns and rows from another, in whole pixels. */
    private record Step(int right, int down, int radius) {}

    private static List<List<Step>> directions(int reach) {
        List<List<Step>> directions = new ArrayList<>();
        for (int d = 0; d < DIRECTIONS; d++) {
            double angle = 2 * Math.PI * d / DIRECTIONS;
            List<Step> steps = new ArrayList<>();
            for (int radius = 1; radius <= reach; radius *= 2) {
                steps.add(
                        new Step(
                                (int) Math.round(radius * Math.cos(angle)),
                                (int) Math.round(radius * Math.sin(angle)),
                                radius));
            }
            directions.add(steps);
        }
        return directions;
    }

    /** The sine of the angle at which the sky begins in a direction. */
    private static double horizon(
            Surface surface, int x, int y, List<Step> direction, double depth) {
        double own = surface.at(x, y);
        double steepest = 0;
        for (Step step : direction) {
            double rise = surface.at(x + step.right, y + step.down) - own;
            steepest = Math.max(steepest, depth * rise / step.radius);
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
