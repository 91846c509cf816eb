package ikat.texture;

import ikat.image.Exemplar;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The textures that the colours of a map stand for.
 *
 * @param entries at least one, no colour twice
 */
public record Legend(List<Entry> entries) {

    /** Distance in RGB, in levels, up to which a colour matches one of the legend. */
    private static final int TOLERANCE = 64;

    /** Share of the pixels that one stray colour may have, as along smoothed edges. */
    private static final double MOST_OF_ONE = 0.01;

    /** Share of the pixels that all stray colours may have. */
    private static final double MOST_OF_ALL = 0.1;

    /**
     * A colour and its texture.
     *
     * @param rgb 0xRRGGBB
     */
    public record Entry(int rgb, GlobalVector texture) {}

    public Legend {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(
                    "the legend has no colour, but must have at least 1");
        }
        if (entries.stream().map(Entry::rgb).distinct().count() < entries.size()) {
            throw new IllegalArgumentException(
                    "the legend has a colour twice: " + colours(entries) + "; name each once");
        }
    }

    List<GlobalVector> textures() {
        return entries.stream().map(Entry::texture).toList();
    }

    /** The weight of each texture in each part of a picture. */
    WeightMap weigh(Exemplar picture) {
        Strays strays = new Strays();
        WeightMap map =
                WeightMap.gather(
                        picture.width(),
                        picture.height(),
                        entries.size(),
                        (x, y, shares) -> {
                            int rgb = rgb(picture, x, y);
                            int nearest = nearest(rgb);
                            if (distance(rgb, entries.get(nearest).rgb()) > TOLERANCE * TOLERANCE) {
                                strays.add(rgb);
                            }
                            Arrays.fill(shares, 0);
                            shares[nearest] = 1;
                        });
        strays.check((long) picture.width() * picture.height(), entries);
        return map;
    }

    private int nearest(int rgb) {
        int nearest = 0;
        for (int i = 1; i < entries.size(); i++) {
            if (distance(rgb, entries.get(i).rgb()) < distance(rgb, entries.get(nearest).rgb())) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16 & 255) - (b >> 16 & 255);
        int green = (a >> 8 & 255) - (b >> 8 & 255);
        int blue = (a & 255) - (b & 255);
        return red * red + green * green + blue * blue;
    }

    private static int rgb(Exemplar picture, int x, int y) {
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
            float value = picture.at(Math.min(c, picture.channels() - 1), x, y);
            rgb = rgb << 8 | Math.round((value + 1) * 127.5f);
        }
        return rgb;
    }

    private static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    private static String colours(List<Entry> entries) {
        return entries.stream().map(entry -> hex(entry.rgb())).collect(Collectors.joining(", "));
    }

    /** Counts the colours that match none of the legend, similar ones together. */
    private static final class Strays {

        private static final int LEVELS = 0xE0E0E0;

        private final Map<Integer, long[]> byKind = new HashMap<>();

        void add(int rgb) {
            long[] sums = byKind.computeIfAbsent(rgb & LEVELS, kind -> new long[4]);
            sums[0] += rgb >> 16 & 255;
            sums[1] += rgb >> 8 & 255;
            sums[2] += rgb & 255;
            sums[3]++;
        }

        void check(long pixels, List<Entry> entries) {
            long all = byKind.values().stream().mapToLong(sums -> sums[3]).sum();
            long[] most = new long[4];
            for (long[] sums : byKind.values()) {
                most = sums[3] > most[3] ? sums : most;
            }
            if (most[3] > MOST_OF_ONE * pixels || all > MOST_OF_ALL * pixels) {
                long count = most[3];
                long mean =
                        (most[0] + count / 2) / count << 16
                                | (most[1] + count / 2) / count << 8
                                | (most[2] + count / 2) / count;
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "the colour %s, %.1f %% of the map, stands for nothing; the legend"
                                        + " has %s: give it a texture too, or repaint it",
                                hex((int) mean),
                                100.0 * count / pixels,
                                colours(entries)));
            }
        }
    }
}
