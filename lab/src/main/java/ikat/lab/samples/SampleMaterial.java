package ikat.lab.samples;

import ikat.image.Depth;
import ikat.image.ImageFiles;
import ikat.image.Pixels;
import ikat.model.MapKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Materials with all their maps, to try maps on; painted as the samples are. */
public enum SampleMaterial {
    /** Cracked rock with lichen. */
    ROCK(EnumSet.of(MapKind.NORMAL, MapKind.HEIGHT, MapKind.ROUGHNESS)),
    /** Gauze of two colours, with holes between its threads. */
    CLOTH(EnumSet.of(MapKind.NORMAL, MapKind.HEIGHT, MapKind.ROUGHNESS, MapKind.OPACITY)),
    /** Brushed steel that rusts. */
    RUST(EnumSet.of(MapKind.NORMAL, MapKind.HEIGHT, MapKind.ROUGHNESS, MapKind.METALLIC));

    /** The side of the pictures in pixels. */
    public static final int SIZE = 512;

    /** Heights that are told apart, in pixels, around 0. */
    private static final float REACH = 16;

    private final Set<MapKind> kinds;

    SampleMaterial(Set<MapKind> kinds) {
        this.kinds = kinds;
    }

    /**
     * A point of a material.
     *
     * @param height in pixels, from -16 to 16
     * @param colour without light and shade
     * @param roughness from 0 to 1
     * @param metallic from 0 to 1
     * @param opacity from 0 to 1
     */
    record Point(float height, Colour colour, float roughness, float metallic, float opacity) {}

    /** A material at every point of the plane. */
    interface Matter {
        Point at(float x, float y);
    }

    /** The name of its files: {@code rock} of {@code rock_normal.png}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The maps that it has. */
    public Set<MapKind> kinds() {
        return Set.copyOf(kinds);
    }

    /**
     * Paints every material as PNG files, {@code rock_color.png}, {@code rock_height.png} and so
     * on: heights of 16 bits, the others of 8, normals with green upwards.
     *
     * @param folder created if it does not exist; files of the same names are replaced
     * @return the files written
     */
    public static List<Path> paintAll(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (SampleMaterial material : values()) {
            Painting painting = material.paint(SIZE, Sample.DEFAULT_SEED);
            files.add(write(painting.colours(), folder, material.word() + "_color.png"));
            for (Map.Entry<MapKind, Pixels> map : painting.maps().entrySet()) {
                String name = material.word() + "_" + map.getKey().word() + ".png";
                files.add(write(map.getValue(), folder, name));
            }
        }
        return files;
    }

    private static Path write(Pixels picture, Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        ImageFiles.write(picture.toImage(), file);
        return file;
    }

    /**
     * A painted material.
     *
     * @param colours 8 bits each of red, green and blue
     * @param maps of the same size
     */
    public record Painting(Pixels colours, Map<MapKind, Pixels> maps) {}

    /**
     * Paints the material, the same on every machine for the same size and seed.
     *
     * @param size side in pixels, at least 1
     */
    public Painting paint(int size, long seed) {
        Matter matter =
                switch (this) {
                    case ROCK -> new Rock(seed);
                    case CLOTH -> new Gauze(seed);
                    case RUST -> new Rust(seed);
                };
        Pixels colours = Pixels.empty(size, size, 3);
        Map<MapKind, Pixels> maps = new EnumMap<>(MapKind.class);
        for (MapKind kind : kinds) {
            Depth depth = kind == MapKind.HEIGHT ? Depth.SIXTEEN : Depth.EIGHT;
            maps.put(kind, Pixels.empty(size, size, kind.channels(), depth));
        }
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                Colour colour = matter.at(x, y).colour();
                put(colours, x, y, colour.red(), colour.green(), colour.blue());
                for (Map.Entry<MapKind, Pixels> map : maps.entrySet()) {
                    put(map.getKey(), map.getValue(), x, y, matter);
                }
            }
        }
        return new Painting(colours, maps);
    }

    private static void put(MapKind kind, Pixels map, int x, int y, Matter matter) {
        Point point = matter.at(x, y);
        switch (kind) {
            case HEIGHT -> put(map, x, y, 0.5f + point.height() / (2 * REACH));
            case ROUGHNESS -> put(map, x, y, point.roughness());
            case METALLIC -> put(map, x, y, point.metallic());
            case OPACITY -> put(map, x, y, point.opacity());
            case OCCLUSION -> put(map, x, y, 1);
            case NORMAL -> putNormal(map, x, y, matter);
        }
    }

    private static void putNormal(Pixels map, int x, int y, Matter matter) {
        float right = matter.at(x + 0.5f, y).height() - matter.at(x - 0.5f, y).height();
        float down = matter.at(x, y + 0.5f).height() - matter.at(x, y - 0.5f).height();
        float length = (float) Math.sqrt(right * right + down * down + 1);
        put(
                map,
                x,
                y,
                0.5f - right / (2 * length),
                0.5f + down / (2 * length),
                0.5f + 1 / (2 * length));
    }

    private static void put(Pixels map, int x, int y, float... values) {
        Depth depth = map.depth();
        for (int c = 0; c < values.length; c++) {
            double value = depth.one() * Curves.unit(values[c]);
            depth.put(map.bytes(), map.at(x, y) + c * depth.bytes(), value);
        }
    }

    private static final class Rock implements Matter {

        private static final Colour.Ramp STONE =
                new Colour.Ramp(0x2E2B28, 0x56514B, 0x7D776E, 0xA39C90, 0xC6BFB1);
        private static final Colour LICHEN = Colour.of(0x8B9A4F);

        private final ValueNoise mass;
        private final ValueNoise cleft;
        private final ValueNoise grain;
        private final ValueNoise growth;

        Rock(long seed) {
            mass = new ValueNoise(seed + 11, 64);
            cleft = new ValueNoise(seed + 12, 52);
            grain = new ValueNoise(seed + 13, 2.3f);
            growth = new ValueNoise(seed + 14, 30);
        }

        @Override
        public Point at(float x, float y) {
            float body = mass.fractal(x, y, 5);
            float line = Math.abs(cleft.fractal(x + 9 * body, y - 7 * body, 4));
            float crack = Curves.step(0.05f, 0, line);
            float fine = grain.fractal(x, y, 3);
            float moss =
                    Curves.step(0.12f, 0.22f, growth.fractal(x, y, 4) - 0.4f * crack) * (1 - crack);
            float height = 11 * body + 0.7f * fine - 7 * crack + 0.8f * moss;
            Colour stone = STONE.at(0.5f + 0.55f * body + 0.22f * fine - 0.35f * crack);
            return new Point(
                    Curves.clamp(height, -REACH, REACH),
                    stone.mix(LICHEN.times(0.85f + 0.5f * fine), 0.85f * moss),
                    0.62f + 0.18f * fine + 0.25f * moss + 0.15f * crack,
                    0,
                    1);
        }
    }

    private static final class Gauze implements Matter {

        private static final float PITCH = 16;
        private static final float RADIUS = 6;
        private static final Colour WARP = Colour.of(0x8A2F3F);
        private static final Colour WEFT = Colour.of(0xE2D3AE);

        private final ValueNoise bend;
        private final ValueNoise thick;
        private final ValueNoise fibre;

        Gauze(long seed) {
            bend = new ValueNoise(seed + 21, 40);
            thick = new ValueNoise(seed + 22, 18);
            fibre = new ValueNoise(seed + 23, 1.7f);
        }

        /** How high a thread lies at a distance from its middle; below -REACH beside it. */
        private static float thread(float distance, float radius, float lift) {
            float rest = radius * radius - distance * distance;
            return rest <= 0 ? -2 * REACH : 0.7f * (float) Math.sqrt(rest) + lift;
        }

        @Override
        public Point at(float x, float y) {
            float u = x + 2.2f * bend.at(x, y);
            float v = y + 2.2f * bend.at(y + 31, x + 57);
            int column = Curves.floor(u / PITCH);
            int row = Curves.floor(v / PITCH);
            float across = u - (column + 0.5f) * PITCH;
            float down = v - (row + 0.5f) * PITCH;
            float lift = ((column + row & 1) == 0 ? 1 : -1) * 3f;
            float warpLift = lift * Curves.bump(down, PITCH);
            float weftLift = -lift * Curves.bump(across, PITCH);
            float warp = thread(across, RADIUS + 0.8f * thick.at(x, 0.2f * y), warpLift);
            float weft = thread(down, RADIUS + 0.8f * thick.at(0.2f * x + 91, y), weftLift);
            float fluff = fibre.fractal(x, y, 2);
            float top = Math.max(warp, weft);
            if (top < -REACH) {
                return new Point(-REACH / 2, WARP.times(0.3f), 1, 0, 0);
            }
            Colour dye = warp >= weft ? WARP : WEFT;
            float strand = warp >= weft ? fibre.at(2 * x, 0.4f * y) : fibre.at(0.4f * x, 2 * y);
            return new Point(
                    top + 0.4f * fluff,
                    dye.times(0.82f + 0.05f * top + 0.2f * strand),
                    0.8f + 0.15f * fluff,
                    0,
                    1);
        }
    }

    private static final class Rust implements Matter {

        private static final Colour STEEL = Colour.of(0x9EA2A6);
        private static final Colour.Ramp OXIDE =
                new Colour.Ramp(0x2F140A, 0x6B2C12, 0x9A4A1E, 0xC47A3A);

        private final ValueNoise spread;
        private final ValueNoise crust;
        private final ValueNoise brush;

        Rust(long seed) {
            spread = new ValueNoise(seed + 31, 74);
            crust = new ValueNoise(seed + 32, 9);
            brush = new ValueNoise(seed + 33, 1.4f);
        }

        @Override
        public Point at(float x, float y) {
            float scale = crust.fractal(x, y, 4);
            float mask = Curves.step(0.0f, 0.07f, spread.fractal(x, y, 5) + 0.12f * scale);
            float stroke = brush.at(0.06f * x, y);
            Colour bare = STEEL.times(1 + 0.08f * stroke);
            Colour oxide = OXIDE.at(0.5f + 0.9f * scale);
            return new Point(
                    mask * (2.2f + 4.5f * scale) + 0.12f * stroke,
                    bare.mix(oxide, mask),
                    Curves.mix(0.28f + 0.06f * stroke, 0.9f + 0.2f * scale, mask),
                    1 - mask,
                    1);
        }
    }
}
