package ikat.lab.bench;

import ikat.cli.terminal.LiveLine;
import ikat.image.Exemplar;
import ikat.lab.bench.BenchResult.Measured;
import ikat.lab.bench.BenchResult.Measured.Kind;
import ikat.lab.bench.SpeedTrial.Timing;
import ikat.lab.compare.PeakMemory;
import ikat.text.FileSize;
import ikat.train.TrainingPlan;
import ikat.train.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Measures one thing after the other and reports each. */
final class BenchRun {

    private static final int[] SIDES = {256, 512, 1024};
    private static final int RIVAL_SIDE = 512;
    private static final int FULL = 512;
    private static final int QUARTER = 128;

    private final SpeedTrial trial;
    private final Exemplar exemplar;
    private final LiveLine line;
    private final Consumer<String> out;
    private final List<Measured> all = new ArrayList<>();
    private double peak;

    /**
     * A bench that has not begun.
     *
     * @param out receives the lines of the table
     */
    public BenchRun(SpeedTrial trial, Exemplar exemplar, LiveLine line, Consumer<String> out) {
        this.trial = trial;
        this.exemplar = exemplar;
        this.line = line;
        this.out = out;
    }

    /** Measures the widths and, beside them, plain libtorch. */
    public BenchResult measure(List<Width> widths, String machine, int threads) {
        tell("measuring products of matrices");
        peak = trial.matrixProduct().flops();
        head(machine, peak).forEach(out);
        for (Width width : widths) {
            TrainingPlan plan = SpeedTrial.plan(exemplar, width);
            for (int side : SIDES) {
                add(Kind.RENDER, name(width), side, () -> trial.rendering(plan, side));
            }
        }
        addPlain("plain libtorch, full", FULL);
        addPlain("plain libtorch, quarter", QUARTER);
        for (Width width : widths) {
            TrainingPlan plan = SpeedTrial.plan(exemplar, width);
            int patch = plan.crops().patchPixels();
            add(Kind.TRAIN, name(width), patch, () -> trial.training(plan));
            String plain = "plain libtorch, " + name(width);
            add(Kind.TRAIN, plain, patch, () -> trial.plainTraining(plan));
        }
        BenchResult result =
                new BenchResult(
                        machine, threads, peak, List.copyOf(all), PeakMemory.ofProcess().orElse(0));
        tail(result).forEach(out);
        return result;
    }

    private void addPlain(String what, int widest) {
        add(Kind.RENDER, what, RIVAL_SIDE, () -> trial.plainRendering(widest, RIVAL_SIDE));
    }

    private void add(Kind kind, String what, int size, Supplier<Timing> trial) {
        tell("measuring " + what + ", " + size + "x" + size);
        Timing timing = trial.get();
        Measured one = new Measured(kind, what, size, timing.milliseconds(), timing.flops());
        all.add(one);
        out.accept(line(one, peak));
    }

    /** Shown on a live line only: elsewhere the result is enough. */
    private void tell(String text) {
        if (line.terminal().live()) {
            line.draw(text);
        }
    }

    private static String name(Width width) {
        return width.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> head(String machine, double peakFlops) {
        return List.of(
                "machine   " + machine,
                text(
                        "peak      %.0f GFLOP/s, the best of some products of matrices",
                        peakFlops / 1e9),
                "",
                text("%-28s %10s %10s %10s %8s", "", "size", "ms", "a second", "of peak"));
    }

    private static String line(Measured one, double peakFlops) {
        boolean render = one.kind() == Kind.RENDER;
        return text(
                "%-28s %10s %10s %10s %7.0f%%",
                (render ? "render " : "train  ") + one.what(),
                one.size() + "x" + one.size(),
                number(one.milliseconds()),
                number(one.perSecond()),
                100 * one.flops() / peakFlops);
    }

    private static List<String> tail(BenchResult result) {
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
