package ikat.lab.bench;

import ikat.analysis.PictureReport;
import ikat.cli.terminal.LiveLine;
import ikat.image.Exemplar;
import ikat.lab.bench.Measured.Kind;
import ikat.lab.bench.SpeedTrial.Timing;
import ikat.lab.compare.PeakMemory;
import ikat.train.PlanFactory;
import ikat.train.PlanSettings;
import ikat.train.TrainingPlan;
import ikat.train.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Measures one thing after the other and tells of each. */
public final class BenchRun {

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
     * @param out gets the lines of the table
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
        BenchText.head(machine, peak).forEach(out);
        for (Width width : widths) {
            TrainingPlan plan = plan(width);
            for (int side : SIDES) {
                add(Kind.RENDER, name(width), side, () -> trial.rendering(plan, side));
            }
        }
        add(
                Kind.RENDER,
                "plain libtorch, full",
                RIVAL_SIDE,
                () -> trial.plainRendering(FULL, RIVAL_SIDE));
        add(
                Kind.RENDER,
                "plain libtorch, quarter",
                RIVAL_SIDE,
                () -> trial.plainRendering(QUARTER, RIVAL_SIDE));
        for (Width width : widths) {
            TrainingPlan plan = plan(width);
            int patch = plan.crops().patchPixels();
            add(Kind.TRAIN, name(width), patch, () -> trial.training(plan));
            String plain = "plain libtorch, " + name(width);
            add(Kind.TRAIN, plain, patch, () -> trial.plainTraining(plan));
        }
        BenchResult result =
                new BenchResult(
                        machine, threads, peak, List.copyOf(all), PeakMemory.ofProcess().orElse(0));
        BenchText.tail(result).forEach(out);
        return result;
    }

    private void add(Kind kind, String what, int size, Supplier<Timing> trial) {
        tell("measuring " + what + ", " + size + "x" + size);
        Timing timing = trial.get();
        Measured one = new Measured(kind, what, size, timing.milliseconds(), timing.flops());
        all.add(one);
        out.accept(BenchText.line(one, peak));
    }

    /** Where a line cannot change, its result is enough. */
    private void tell(String text) {
        if (line.terminal().live()) {
            line.draw(text);
        }
    }

    private TrainingPlan plan(Width width) {
        return PlanFactory.plan(
                List.of(PictureReport.of(exemplar)), PlanSettings.NONE.withWidth(width));
    }

    private static String name(Width width) {
        return width.name().toLowerCase(Locale.ROOT);
    }
}
