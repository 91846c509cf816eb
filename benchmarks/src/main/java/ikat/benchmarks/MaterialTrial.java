package ikat.benchmarks;

import ikat.image.Depth;
import ikat.image.ImageFiles;
import ikat.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether maps of rendered materials lie on their colours as those of the pictures do.
 *
 * <pre>{@code
 * ikat samples --materials stacks
 * ikat train stacks/rock_color.png -o rock
 * ikat render rock.safetensors --maps all --wrap xy -o rendered/
 * benchmarks/run MaterialTrial stacks rendered rock cloth rust
 * }</pre>
 *
 * <p>Told are: the correlation of the edges of the heights with those of the colours, in the
 * picture and in the rendering; the mean length of the normals; and the share of heights that do
 * not occur in the picture.
 */
public final class MaterialTrial {

    private MaterialTrial() {}

    /** Prints the table. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println("give the folders of the pictures and of the renderings, and names");
            System.exit(2);
        }
        Path pictures = Path.of(arguments[0]);
        Path renderings = Path.of(arguments[1]);
        System.out.printf(
                "%-10s %12s %12s %10s %12s %10s%n",
                "material", "edges before", "edges after", "ratio", "normals", "foreign");
        for (String name : List.of(arguments).subList(2, arguments.length)) {
            double before = edges(pictures, name);
            double after = edges(renderings, name);
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %12.3f %12.3f %10.3f %12.4f %10.4f%n",
                    name,
                    before,
                    after,
                    after / before,
                    length(renderings, name),
                    foreign(pictures, renderings, name));
        }
    }

    private static Pixels read(Path folder, String name, String kind) throws IOException {
        Path png = folder.resolve(name + "_" + kind + ".png");
        Path file = Files.exists(png) ? png : folder.resolve(name + "_" + kind + ".jpg");
        return ImageFiles.readData(file, new ArrayList<>());
    }

    private static double edges(Path folder, String name) throws IOException {
        double[] colours = steepness(read(folder, name, "color"));
        double[] heights = steepness(read(folder, name, "height"));
        return correlation(colours, heights);
    }

    /** The slope of the mean of the channels at each pixel. */
    private static double[] steepness(Pixels picture) {
        int width = picture.width();
        int height = picture.height();
        double[] levels = new double[width * height];
        Depth depth = picture.depth();
        for (int i = 0; i < levels.length; i++) {
            for (int c = 0; c < picture.channels(); c++) {
                int at = (i * picture.channels() + c) * depth.bytes();
                levels[i] += depth.get(picture.bytes(), at) / depth.one() / picture.channels();
            }
        }
        double[] slopes = new double[(width - 1) * (height - 1)];
        for (int y = 0; y + 1 < height; y++) {
            for (int x = 0; x + 1 < width; x++) {
                int at = y * width + x;
                slopes[y * (width - 1) + x] =
                        Math.hypot(levels[at + 1] - levels[at], levels[at + width] - levels[at]);
            }
        }
        return slopes;
    }

    private static double correlation(double[] a, double[] b) {
        double sumA = 0;
        double sumB = 0;
        double squaresA = 0;
        double squaresB = 0;
        double products = 0;
        for (int i = 0; i < a.length; i++) {
            sumA += a[i];
            sumB += b[i];
            squaresA += a[i] * a[i];
            squaresB += b[i] * b[i];
            products += a[i] * b[i];
        }
        double n = a.length;
        return (products - sumA * sumB / n)
                / Math.sqrt((squaresA - sumA * sumA / n) * (squaresB - sumB * sumB / n));
    }

    private static double length(Path folder, String name) throws IOException {
        Pixels normals = read(folder, name, "normal");
        Depth depth = normals.depth();
        double mean = 0;
        int count = normals.width() * normals.height();
        for (int i = 0; i < count; i++) {
            double squares = 0;
            for (int c = 0; c < 3; c++) {
                double sample = depth.get(normals.bytes(), (3 * i + c) * depth.bytes());
                double value = 2 * sample / depth.one() - 1;
                squares += value * value;
            }
            mean += Math.sqrt(squares) / count;
        }
        return mean;
    }

    private static double foreign(Path pictures, Path renderings, String name) throws IOException {
        Set<Double> known = new HashSet<>(values(read(pictures, name, "height")));
        List<Double> shown = values(read(renderings, name, "height"));
        long foreign = shown.stream().filter(value -> !known.contains(value)).count();
        return (double) foreign / shown.size();
    }

    private static List<Double> values(Pixels picture) {
        Depth depth = picture.depth();
        List<Double> values = new ArrayList<>();
        for (int at = 0; at < picture.bytes().length; at += depth.bytes()) {
            values.add(depth.get(picture.bytes(), at));
        }
        return values;
    }
}
