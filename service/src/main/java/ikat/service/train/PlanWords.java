package ikat.service.train;

import ikat.analysis.PictureReport;
import ikat.analysis.PictureReport.Period;
import ikat.service.train.PlanTable.Row;
import ikat.text.TimeText;
import ikat.train.Codes;
import ikat.train.Layout;
import ikat.train.TrainingPlan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Descriptions of a plan in words. */
final class PlanWords {

    private final TrainingPlan plan;
    private final List<PictureReport> reports;
    private final Set<String> given;
    private final List<Row> rows = new ArrayList<>();

    PlanWords(TrainingPlan plan, List<PictureReport> reports, Set<String> given) {
        this.plan = plan;
        this.reports = reports;
        this.given = given;
    }

    List<Row> rows() {
        if (plan.shape().layout() == Layout.ONE_CELL) {
            row("layout", "layout", "one cell", "one picture of one size: DCGAN");
        }
        row("width", "width", word(plan.width()), "");
        row(
                "depth",
                "depth",
                "" + plan.shape().depth(),
                "one cell of noise is " + (1 << plan.shape().depth()) + " px");
        row("patch", "patchPixels", plan.crops().patchPixels() + " px", patchWhy());
        row("batch", "batch", "" + plan.crops().batch(), "crops a step");
        row("mirroring", "mirroring", word(plan.crops().mirroring()), "of the crops");
        noise();
        row(
                "channels",
                "generatorChannels",
                joined("-", plan.shape().generatorChannels()),
                "generator, coarse to fine");
        row(
                "smooth",
                "smoothStages",
                "" + plan.shape().smoothStages(),
                "last stages that enlarge smoothly");
        row(
                "discriminator",
                "discriminatorChannels",
                joined("-", plan.shape().discriminatorChannels()),
                "fine to coarse");
        row(
                "rate",
                "learningRate",
                number(plan.optimiser().learningRate()),
                "falls to " + number(plan.optimiser().finalRate() * 100) + "% at the end");
        row(
                "features",
                "featureWeight",
                number(plan.optimiser().featureWeight()),
                "weight of the discriminator's features");
        if (!plan.noise().waves().isEmpty()) {
            row(
                    "phases",
                    "phaseWeight",
                    number(plan.optimiser().phaseWeight()),
                    "weight of pixels at the same phase of the waves");
        }
        row("select", "selection", word(plan.selection()), selectionWhy());
        row(
                "averaging",
                "averaging",
                number(plan.optimiser().averaging()),
                "of the generator's weights");
        row("seed", "seed", "" + plan.seed(), "");
        addTime();
        return rows;
    }

    private void noise() {
        row(
                "local",
                "localChannels",
                "" + plan.noise().localChannels(),
                "noise channels, new in each cell");
        row(
                "global",
                "globalChannels",
                "" + plan.noise().globalChannels(),
                "noise channels that select the texture");
        codes();
        waves();
    }

    private void waves() {
        row("waves", "waves", "" + plan.noise().waves().size(), wavesWhy());
        if (!plan.noise().waves().isEmpty()) {
            row(
                    "overtones",
                    "overtones",
                    "" + plan.noise().overtones().size(),
                    "that follow the waves");
            row(
                    "wave stages",
                    "waveStages",
                    joined(", ", plan.noise().waveStages()),
                    "stages of the generator that take them, counted from 0");
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void row(String name, String setting, String value, String why) {
        String source = given.contains(setting) ? "given" : "";
        String joint = why.isEmpty() || source.isEmpty() ? "" : "; ";
        rows.add(new Row(name, value, why + joint + source));
    }

    private void addTime() {
        if (plan.budget().steps() > 0) {
            row(
                    "steps",
                    "steps",
                    "" + plan.budget().steps(),
                    "about " + TimeText.format(expected()) + " on two cores");
        } else {
            long steps = Math.round(plan.budget().seconds() / StepTime.seconds(plan));
            row(
                    "time",
                    "seconds",
                    TimeText.format(time()),
                    "about " + steps + " steps on two cores");
        }
    }

    private Duration time() {
        return Duration.ofMillis(Math.round(plan.budget().seconds() * 1000));
    }

    private Duration expected() {
        return Duration.ofMillis(Math.round(plan.budget().steps() * StepTime.seconds(plan) * 1000));
    }

    private void codes() {
        if (plan.noise().globalChannels() == 0) {
            return;
        }
        boolean learned = plan.codes().codes() == Codes.LEARNED;
        row(
                "codes",
                "codes",
                word(plan.codes().codes()),
                learned ? "one a picture: its texture has a name" : "at random: no names");
        if (learned) {
            row(
                    "mixed",
                    "mixedShare",
                    "" + plan.codes().mixedShare(),
                    "of the crops, between two codes");
        }
        if (plan.codes().placePixels() > 0) {
            row(
                    "places",
                    "placePixels",
                    plan.codes().placePixels() + " px",
                    "apart, each with its own code");
        }
    }

    /** How much of a texture a patch shows: in periods if present, otherwise in elements. */
    private String patchWhy() {
        double period =
                reports.stream()
                        .flatMap(report -> report.periods().stream())
                        .mapToDouble(Period::pixels)
                        .max()
                        .orElse(0);
        if (period > 0) {
            return text("%.1f periods of %.0f px", plan.crops().patchPixels() / period, period);
        }
        double element =
                reports.stream().mapToDouble(report -> report.element().decisive()).max().orElse(0);
        return text("%.1f elements of %.0f px", plan.crops().patchPixels() / element, element);
    }

    private String wavesWhy() {
        if (!plan.noise().waves().isEmpty()) {
            return "peaks that stand out of the spectrum";
        }
        return given.contains("waves") ? "none" : "no peak stands out of the spectrum";
    }

    private String selectionWhy() {
        return switch (plan.selection()) {
            case LAST -> "the last state becomes the model";
            case BEST -> "the state that scores best becomes the model";
            case EARLY -> "the best state; ends once the score gets no better";
        };
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String joined(String separator, List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(separator));
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
    }
}
