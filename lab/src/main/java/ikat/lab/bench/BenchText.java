package ikat.lab.bench;

import ikat.text.FileSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a bench found, in a table. */
final class BenchText {

    private BenchText() {}

    static List<String> head(String machine, double peakFlops) {
        return List.of(
                "machine   " + machine,
                text(
                        "peak      %.0f GFLOP/s, the best of some products of matrices",
                        peakFlops / 1e9),
                "",
                text("%-28s %10s %10s %10s %8s", "", "size", "ms", "a second", "of peak"));
    }

    static String line(Measured one, double peakFlops) {
        boolean render = one.kind() == Measured.Kind.RENDER;
        return text(
                "%-28s %10s %10s %10s %7.0f%%",
                (render ? "render " : "train  ") + one.what(),
                one.size() + "x" + one.size(),
                number(one.milliseconds()),
                number(one.perSecond()),
                100 * one.flops() / peakFlops);
    }

    static List<String> tail(BenchResult result) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        if (result.residentBytes() > 0) {
            lines.add("memory    " + FileSize.text(result.residentBytes()) + " resident at most");
        }
        lines.add(
                "A picture is made from noise to 8-bit pixels; a training step is of both"
                        + " networks.");
        lines.add(
                "Plain libtorch is the authors' network, or the same step, as one writes it down.");
        return lines;
    }

    private static String number(double value) {
        return text(value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
