package ikat.benchmarks;

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
import java.util.Locale;

/**
 * How long a viewer waits for tiles of a plane that nobody has looked at, from far to near: the
 * first tile of each level, which also prepares the level, and the median of four further ones.
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
        trial(Path.of(files[0]), new long[FARTHEST + 1][2]);
        System.out.printf("%-12s %8s", "model", "opened");
        for (int level = FARTHEST; level >= 0; level--) {
            System.out.printf(" %11s", "level " + level);
        }
        System.out.println();
        for (String file : files) {
            long[][] millis = new long[FARTHEST + 1][2];
            long opened = trial(Path.of(file), millis);
            String name = String.valueOf(Path.of(file).getFileName()).replace(".safetensors", "");
            System.out.printf(Locale.ROOT, "%-12s %8d", name, opened);
            for (int level = FARTHEST; level >= 0; level--) {
                System.out.printf(" %11s", millis[level][0] + " " + millis[level][1]);
            }
            System.out.println();
        }
    }

    private static long trial(Path file, long[][] millis) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        long begun = System.nanoTime();
        TextureModel model = TextureModel.read(file);
        try (ZoomLevels levels =
                ZoomLevels.ofAll(model, other -> Engines.fastest(other, threads))) {
            ZoomablePlane plane =
                    ZoomablePlane.of(levels, NoiseField.endless(model, SEED), Detail.of(model));
            long opened = since(begun);
            for (int level = FARTHEST; level >= 0; level--) {
                long first = tile(plane, level, 0);
                long[] more = new long[MORE];
                for (int i = 0; i < MORE; i++) {
                    more[i] = tile(plane, level, i + 1);
                }
                Arrays.sort(more);
                millis[level] = new long[] {first, (more[1] + more[2]) / 2};
            }
            return opened;
        }
    }

    private static long tile(ZoomablePlane plane, int level, int column) {
        long begun = System.nanoTime();
        PixelSource source = plane.level(level).onOneThread();
        if (source.render(new PixelRegion((long) column * SIDE, 0, SIDE, SIDE)).length == 0) {
            throw new IllegalStateException("a tile is empty");
        }
        return since(begun);
    }

    private static long since(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
