package ikat.benchmarks;

import ikat.export.Export;
import ikat.export.ExportListener;
import ikat.export.TileChoice;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.render.TextureRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Seconds of a PNG against its size, from 256x256 to 32768x32768, as a table and as a plot.
 *
 * <pre>{@code benchmarks/run SizeSweep gallery/honeycomb.safetensors FOLDER [LARGEST]}</pre>
 */
public final class SizeSweep {

    private static final int SMALLEST = 256;
    private static final int LARGEST = 32_768;
    private static final int WARMED = 4096;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int MARGIN = 60;

    private record Cost(int side, double seconds) {

        double megapixelsPerSecond() {
            return (double) side * side / seconds / 1e6;
        }
    }

    private SizeSweep() {}

    /** Writes pictures of a model into a folder, times them, and leaves the plot there. */
    public static void main(String[] arguments) throws IOException {
        TextureModel model = TextureModel.read(Path.of(arguments[0]));
        Path folder = Path.of(arguments[1]);
        int largest = arguments.length > 2 ? Integer.parseInt(arguments[2]) : LARGEST;
        List<Cost> costs = new ArrayList<>();
        try (TextureRenderer renderer = TextureRenderer.open(model, 1)) {
            for (int side = SMALLEST; side <= largest; side *= 2) {
                int times = Math.max(1, Math.min(9, 8192 / side));
                if (side <= WARMED) {
                    write(renderer, side, folder);
                }
                List<Double> seconds = new ArrayList<>();
                for (int i = 0; i < times; i++) {
                    seconds.add(write(renderer, side, folder));
                }
                costs.add(new Cost(side, seconds.stream().sorted().toList().get(times / 2)));
                Cost cost = costs.get(costs.size() - 1);
                System.out.printf(
                        Locale.ROOT,
                        "%6d x %-6d %10.4f s %8.1f MP/s%n",
                        side,
                        side,
                        cost.seconds(),
                        cost.megapixelsPerSecond());
            }
        }
        Files.writeString(folder.resolve("cost.svg"), plot(costs));
    }

    private static double write(TextureRenderer renderer, int side, Path folder)
            throws IOException {
        Path file = folder.resolve("sweep.png");
        int threads = Runtime.getRuntime().availableProcessors();
        PixelRegion window = new PixelRegion(0, 0, side, side);
        long start = System.nanoTime();
        new Export(renderer, window, file, TileChoice.USUAL, threads)
                .write(null, ExportListener.SILENT);
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.delete(file);
        return seconds;
    }

    /**
     * Both axes logarithmic: what costs the same per pixel lies on a straight line of slope one.
     */
    private static String plot(List<Cost> costs) {
        StringBuilder svg = new StringBuilder();
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="#fff"/>
                """
                        .formatted(WIDTH, HEIGHT));
        Cost last = costs.get(costs.size() - 1);
        Cost first = costs.get(0);
        double ideal = last.seconds() * Math.pow((double) first.side() / last.side(), 2);
        svg.append(
                line(x(first.side(), costs), y(ideal), x(last.side(), costs), y(last.seconds())));
        for (Cost cost : costs) {
            double x = x(cost.side(), costs);
            svg.append(
                    """
                    <circle cx="%.1f" cy="%.1f" r="4" fill="#06c"/>
                    <text x="%.1f" y="%d" text-anchor="middle">%d²</text>
                    """
                            .formatted(x, y(cost.seconds()), x, HEIGHT - 20, cost.side()));
        }
        for (double seconds : new double[] {0.001, 0.01, 0.1, 1, 10, 100}) {
            svg.append(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s s</text>\n"
                            .formatted(
                                    MARGIN - 8,
                                    y(seconds) + 4,
                                    seconds < 1 ? "" + seconds : "" + (int) seconds));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String line(double x1, double y1, double x2, double y2) {
        return "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#bbb\"/>\n"
                .formatted(x1, y1, x2, y2);
    }

    private static double x(int side, List<Cost> costs) {
        int last = costs.get(costs.size() - 1).side();
        double share = Math.log((double) side / SMALLEST) / Math.log((double) last / SMALLEST);
        return MARGIN + share * (WIDTH - 2 * MARGIN);
    }

    private static double y(double seconds) {
        double share = Math.log10(seconds / 0.001) / 5; // five decades
        return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
    }
}
