package ikat.material;

import ikat.image.Averaging;
import ikat.image.Depth;
import ikat.image.ImageFiles;
import ikat.image.ImageFormatException;
import ikat.image.Pixels;
import ikat.image.Resampler.Axis;
import ikat.model.MapKind;
import ikat.text.Checks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The maps of one picture, pixel on pixel with it.
 *
 * @param maps by kind
 * @param greenDown whether green of the normals grows downwards, as in DirectX
 */
public record MapStack(Map<MapKind, Pixels> maps, boolean greenDown) {

    public MapStack {
        Map<MapKind, Pixels> copy = new EnumMap<>(MapKind.class);
        copy.putAll(Checks.present("maps", maps));
        maps = Collections.unmodifiableMap(copy);
    }

    /**
     * A file of maps.
     *
     * @param path of the file
     * @param role what it holds
     */
    public record Source(Path path, MapRole role) {}

    /**
     * Reads files as data: without colour management, each sample as it is stored. Maps of another
     * size than the picture's are resampled. Of two files for one kind, one that holds nothing else
     * is taken before one of several maps, and OpenGL's normals before DirectX's.
     *
     * @param width of the picture
     * @param height of the picture
     * @param notes receives what was changed or left out, one sentence each
     * @throws ImageFormatException if a file is no picture, or not of its role
     */
    public static MapStack read(List<Source> sources, int width, int height, Consumer<String> notes)
            throws IOException {
        List<Source> ordered = new ArrayList<>(sources);
        ordered.sort(
                Comparator.<Source>comparingInt(source -> source.role().layers().size())
                        .thenComparing(Source::role));
        Map<MapKind, Pixels> maps = new EnumMap<>(MapKind.class);
        boolean greenDown = false;
        for (Source source : ordered) {
            String name = String.valueOf(source.path().getFileName());
            List<String> changes = new ArrayList<>();
            Pixels data = ImageFiles.readData(source.path(), changes);
            changes.forEach(change -> notes.accept(name + ": " + change));
            for (MapRole.Layer layer : source.role().layers()) {
                if (maps.containsKey(layer.kind())) {
                    notes.accept(
                            "%s of %s is left out, as another file has it"
                                    .formatted(layer.kind().word(), name));
                    continue;
                }
                Pixels map = layer(name, data, source.role(), layer, notes);
                if (layer.kind() == MapKind.NORMAL) {
                    greenDown = greenDown(name, map, source.role(), notes);
                }
                maps.put(layer.kind(), resampled(name, map, width, height, layer.kind(), notes));
            }
        }
        return new MapStack(maps, greenDown);
    }

    private static boolean greenDown(
            String name, Pixels normals, MapRole role, Consumer<String> notes) {
        Boolean told = role.greenDown();
        if (told != null) {
            return told;
        }
        boolean down = NormalMap.isGreenDown(normals);
        notes.accept(
                "green of %s points %s, as its relief shows"
                        .formatted(name, down ? "down (DirectX)" : "up (OpenGL)"));
        return down;
    }

    /** The channels of a map, out of those of a file. */
    private static Pixels layer(
            String name, Pixels data, MapRole role, MapRole.Layer layer, Consumer<String> notes)
            throws ImageFormatException {
        boolean alpha = data.channels() % 2 == 0;
        int colours = data.channels() - (alpha ? 1 : 0);
        int wanted = layer.kind().channels();
        if (colours < layer.channel() + wanted) {
            throw new ImageFormatException(
                    name,
                    "is grey, but %s needs the colours red, green and blue"
                            .formatted(
                                    wanted == 3 ? "a map of normals" : "a file of several maps"));
        }
        int from = layer.channel();
        if (layer.kind() == MapKind.OPACITY && alpha && !isOpaque(data, colours)) {
            from = colours;
        } else if (wanted == 1 && role.layers().size() == 1 && colours == 3 && !isGrey(data)) {
            notes.accept("%s has colours, of which red is taken".formatted(name));
        }
        Pixels map = data.channels(from, wanted);
        return layer.inverted() ? inverted(map) : map;
    }

    private static Pixels inverted(Pixels map) {
        Depth depth = map.depth();
        Pixels inverted = map.copy();
        for (int at = 0; at < map.bytes().length; at += depth.bytes()) {
            depth.put(inverted.bytes(), at, depth.one() - depth.get(map.bytes(), at));
        }
        return inverted;
    }

    static boolean isOpaque(Pixels data, int alpha) {
        Depth depth = data.depth();
        for (int at = alpha * depth.bytes(); at < data.bytes().length; at += data.pixelBytes()) {
            if (depth.get(data.bytes(), at) != depth.one()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isGrey(Pixels data) {
        Depth depth = data.depth();
        int bytes = depth.bytes();
        for (int at = 0; at < data.bytes().length; at += data.pixelBytes()) {
            double red = depth.get(data.bytes(), at);
            if (depth.get(data.bytes(), at + bytes) != red
                    || depth.get(data.bytes(), at + 2 * bytes) != red) {
                return false;
            }
        }
        return true;
    }

    /** A map at the size of the picture: means where it is smaller, lines where it is larger. */
    private static Pixels resampled(
            String name, Pixels map, int width, int height, MapKind kind, Consumer<String> notes) {
        if (map.width() == width && map.height() == height) {
            return map;
        }
        notes.accept(
                "%s is resampled from %dx%d to %dx%d px, the size of the picture"
                        .formatted(name, map.width(), map.height(), width, height));
        Axis across = Axis.area(0, map.width(), width);
        Axis down = Axis.area(0, map.height(), height);
        Depth depth = map.depth();
        Averaging averaging = kind.averaging();
        Pixels picture = Pixels.empty(width, height, map.channels(), depth);
        for (int y = 0; y < height; y++) {
            float[] rows = down.weights()[y];
            for (int x = 0; x < width; x++) {
                float[] columns = across.weights()[x];
                double[] sums = new double[map.channels()];
                for (int j = 0; j < rows.length; j++) {
                    for (int i = 0; i < columns.length; i++) {
                        int at = map.at(across.first()[x] + i, down.first()[y] + j);
                        for (int c = 0; c < sums.length; c++) {
                            double sample = depth.get(map.bytes(), at + c * depth.bytes());
                            sums[c] += (double) columns[i] * rows[j] * sample;
                        }
                    }
                }
                averaging.write(sums, picture, picture.at(x, y));
            }
        }
        return picture;
    }
}
