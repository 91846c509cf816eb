package ikat.benchmarks;

import ikat.image.Light;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.weave.Detail;
import ikat.zoom.ZoomLevels;
import ikat.zoom.ZoomablePlane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;

/**
 * How long a viewer waits for tiles of a plane that nobody has looked at, from far to near: the
 * first tile of each level, which also prepares the level, and the median of four further ones; and
 * whether the light and the difference of neighbouring pixels change steadily from level to level.
 * Tiles of 256 pixels are rendered on one thread, as the studio does.
 *
 * <pre>{@code
 * benchmarks/run CoarseTrial gallery/knit.safetensors gallery/samples.safetensors
 * }</pre>
 *
 * <p>To compare two builds, run both by turns. The first model is opened twice, and only the second
 * time counts: the first warms the machine up.
 */
public final class CoarseTrial {

    private static final int SIDE = 256;
    private static final int FARTHEST = 8;
    private static final int MORE = 4;
    private static final long SEED = 7;

    private CoarseTrial() {}

    /** Prints the table, in milliseconds. */
    public static void main(String[] files) throws IOException {
        if (files.length == 0) {
            System.err.println("give the files of models");
            System.exit(2);
        }
        trial(Path.of(files[0]), new Level[FARTHEST + 1]);
        System.out.printf("%-12s %8s", "model", "opened");
        for (int level = FARTHEST; level >= 0; level--) {
            System.out.printf(" %11s", "level " + level);
        }
        System.out.println();
        for (String file : files) {
            Level[] levels = new Level[FARTHEST + 1];
            long opened = trial(Path.of(file), levels);
            String name = String.valueOf(Path.of(file).getFileName()).replace(".safetensors", "");
            row(name, String.valueOf(opened), levels, Level::millis);
            row("", "light", levels, level -> "%.1f".formatted(level.light));
            row("", "gradient", levels, level -> "%.2f".formatted(level.gradient));
        }
    }

    private static void row(
            String name, String second, Level[] levels, Function<Level, String> text) {
        System.out.printf("%-12s %8s", name, second);
        for (int i = FARTHEST; i >= 0; i--) {
            System.out.printf(" %11s", text.apply(levels[i]));
        }
        System.out.println();
    }

    /**
     * What was measured of a level.
     *
     * @param first milliseconds of the first tile
     * @param next of further ones
     * @param light mean of the light of all tiles, from 0 to 100
     * @param gradient mean difference of neighbours, in levels of 255
     */
    private record Level(long first, long next, double light, double gradient) {

        String millis() {
            return first + " " + next;
        }
    }

    private static long trial(Path file, Level[] found) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        long begun = System.nanoTime();
        TextureModel model = TextureModel.read(file);
        try (ZoomLevels levels =
                ZoomLevels.ofAll(model, other -> Engines.fastest(other, threads))) {
            ZoomablePlane plane =
                    ZoomablePlane.of(levels, NoiseField.endless(model, SEED), Detail.of(model));
            long opened = since(begun);
            for (int level = FARTHEST; level >= 0; level--) {
                found[level] = measured(plane, level);
            }
            return opened;
        }
    }

    private static Level measured(ZoomablePlane plane, int level) {
        long[] millis = new long[MORE + 1];
        double light = 0;
        double gradient = 0;
        for (int column = 0; column <= MORE; column++) {
            long begun = System.nanoTime();
            PixelSource source = plane.level(level).onOneThread();
            byte[] tile = source.render(new PixelRegion((long) column * SIDE, 0, SIDE, SIDE));
            millis[column] = since(begun);
            light += 100 * light(tile) / (MORE + 1);
            gradient += gradient(tile, source.channels()) / (MORE + 1);
        }
        Arrays.sort(millis, 1, MORE + 1);
        return new Level(millis[0], (millis[2] + millis[3]) / 2, light, gradient);
    }

    private static double light(byte[] tile) {
        double sum = 0;
        for (byte value : tile) {
            sum += Light.of(value);
        }
        return sum / tile.length / Light.MOST;
    }

    private static double gradient(byte[] tile, int channels) {
        double sum = 0;
        for (int i = channels; i < tile.length; i++) {
            sum += Math.abs((tile[i] & 0xff) - (tile[i - channels] & 0xff));
        }
        return sum / (tile.length - channels);
    }

    private static long since(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
