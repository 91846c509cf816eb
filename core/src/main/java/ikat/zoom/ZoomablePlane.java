package ikat.zoom;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.render.Generator;
import ikat.render.TextureRenderer;
import ikat.text.Checks;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Rerolls;
import ikat.zoom.ZoomLevels.PlaneNoise;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A texture's endless plane at full size (level 0), half of it (level 1), a quarter and so on: any
 * region of any level in one call, with the same pixels on every request.
 *
 * <p>Levels above 0 approximate the box-filtered full picture (docs/performance.md gives the
 * error). Up to the level at which a cell is two pixels, the generator's first stages run unchanged
 * and a fitted last stage predicts the colours. The next level is box-filtered, and on an endless
 * plane farther levels are right in colours and contrast only ({@code FarPlane}). The first call of
 * a level fits it, in a fraction of a second. Thread-safe.
 */
public final class ZoomablePlane implements AutoCloseable {

    /** The highest level, at which a pixel covers 4096 pixels a side. */
    public static final int MOST_LEVEL = 12;

    private static final int SAMPLE = 128; // side of the sample for a mean colour

    private final ZoomLevels levels;
    private final Runnable end;
    private final PlaneNoise noise;
    private final Map<Integer, TextureRenderer> renderers = new ConcurrentHashMap<>();
    private final Map<Integer, PixelSource> far = new ConcurrentHashMap<>();

    private ZoomablePlane(ZoomLevels levels, Runnable end, PlaneNoise noise) {
        this.levels = levels;
        this.end = end;
        this.noise = noise;
    }

    /**
     * Creates a plane with levels of its own, fitted to the textures of its field.
     *
     * @param opener opens engines; they are closed with this
     * @param field the texture at each position, in pixels of full size
     * @throws IllegalArgumentException if the model makes a single picture
     */
    public ZoomablePlane(
            TextureModel model,
            Function<TextureModel, Generator> opener,
            long seed,
            GlobalField field,
            Boundary boundary) {
        this.levels = new ZoomLevels(model, opener, field.textures());
        this.end = levels::close;
        this.noise = new PlaneNoise(seed, field, boundary, Rerolls.NONE);
    }

    /**
     * Creates a plane that shares its levels with others; closing it leaves them open.
     *
     * @param field the texture at each position, in pixels of full size
     * @param rerolls the cells whose local noise differs from the seed's
     */
    public static ZoomablePlane of(
            ZoomLevels levels, long seed, GlobalField field, Boundary boundary, Rerolls rerolls) {
        return new ZoomablePlane(levels, () -> {}, new PlaneNoise(seed, field, boundary, rerolls));
    }

    /**
     * A level as a plane of its own.
     *
     * @param level from 0 to {@link #MOST_LEVEL}
     */
    public PixelSource level(int level) {
        Checks.range("the level", level, 0, MOST_LEVEL);
        boolean endless = noise.boundary().equals(Boundary.ENDLESS);
        return endless && level > nearest()
                ? far.computeIfAbsent(level, this::farPlane)
                : near(level, noise, renderers);
    }

    /** The last level that is rendered from all of its cells. */
    private int nearest() {
        return levels.last() + 1;
    }

    private PixelSource near(int level, PlaneNoise of, Map<Integer, TextureRenderer> kept) {
        int own = Math.min(level, levels.last());
        TextureRenderer renderer = kept.computeIfAbsent(own, number -> levels.renderer(number, of));
        // A stage may upsample by more than two: then the next larger level is halved.
        int halvings = level - Integer.numberOfTrailingZeros(levels.times(own));
        return halvings == 0 ? renderer : new HalvedPlane(renderer, halvings);
    }

    private PixelSource farPlane(int level) {
        int halvings = level - nearest();
        GlobalField moved = new GlobalField.Shrunk(noise.field(), 1L << halvings);
        PlaneNoise same = noise.under(moved);
        double[][] means =
                noise.field().textures().stream().map(this::mean).toArray(double[][]::new);
        return new FarPlane(
                near(nearest(), same, new ConcurrentHashMap<>()),
                new GlobalField.Shrunk(noise.field(), 1L << level),
                means,
                halvings);
    }

    /** The mean colour of a texture. */
    private double[] mean(GlobalVector texture) {
        PlaneNoise everywhere = noise.under(new GlobalField.Constant(texture));
        TextureRenderer renderer = levels.renderer(levels.last(), everywhere);
        byte[] sample = renderer.onOneThread().render(new PixelRegion(0, 0, SAMPLE, SAMPLE));
        double[] mean = new double[renderer.channels()];
        for (int i = 0; i < sample.length; i++) {
            mean[i % mean.length] += (sample[i] & 0xff) / ((double) SAMPLE * SAMPLE);
        }
        return mean;
    }

    @Override
    public void close() {
        end.run();
    }

    /**
     * A plane halved several times by a box filter: each pixel is the mean of a square of {@code
     * 2^halvings} pixels a side.
     *
     * @param plane the plane at full size
     * @param halvings from 1 to 12
     */
    private record HalvedPlane(PixelSource plane, int halvings) implements PixelSource {

        private static final int MOST_SIDE = 2048; // pixels of the full plane rendered at a time

        @Override
        public int channels() {
            return plane.channels();
        }

        @Override
        public PixelSource onOneThread() {
            return new HalvedPlane(plane.onOneThread(), halvings);
        }

        @Override
        public byte[] render(PixelRegion region) {
            int times = 1 << halvings;
            Pixels picture = Pixels.empty(region.width(), region.height(), channels());
            int part = Math.max(1, MOST_SIDE / times);
            for (int top = 0; top < region.height(); top += part) {
                for (int left = 0; left < region.width(); left += part) {
                    int width = Math.min(part, region.width() - left);
                    int height = Math.min(part, region.height() - top);
                    PixelRegion full =
                            new PixelRegion(
                                    (region.left() + left) * times,
                                    (region.top() + top) * times,
                                    width * times,
                                    height * times);
                    Pixels.of(plane, full).halved(halvings).copyInto(picture, left, top);
                }
            }
            return picture.bytes();
        }
    }

    /**
     * A plane seen from so far away that a pixel covers many cells. Rendering all of them would
     * take four times as long from level to level, for means that hardly differ. Instead each pixel
     * is taken from a nearer level of the same texture, with its contrast reduced to that of the
     * mean of as many independent pixels. Colours and variance are right, but a pixel is not the
     * mean of the cells it covers.
     *
     * @param near a nearer level, with its textures at the positions of this level
     * @param field the texture at each position, in pixels of this level
     * @param means the mean colour of each texture of the field, {@code [textures][channels]}
     * @param halvings number of halvings from the nearer level to this one, at least 1
     */
    private record FarPlane(PixelSource near, GlobalField field, double[][] means, int halvings)
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
                        region.left() + i % region.width(),
                        region.top() + i / region.width(),
                        weights);
                for (int c = 0; c < channels; c++) {
                    double mean = 0;
                    for (int t = 0; t < weights.length; t++) {
                        mean += weights[t] * means[t][c];
                    }
                    int at = i * channels + c;
                    picture[at] =
                            (byte) Math.round(mean + contrast * ((picture[at] & 0xff) - mean));
                }
            }
            return picture;
        }
    }
}
