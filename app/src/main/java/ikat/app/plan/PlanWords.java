package ikat.app.plan;

import ikat.analysis.PictureReport;
import ikat.app.plan.PlanTable.Row;
import ikat.train.TrainingPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the words for a plan. */
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
        row("width", "width", plan.width().name().toLowerCase(Locale.ROOT), "");
        row("depth", "depth", "" + plan.depth(), "one cell of noise is " + (1 << plan.depth()) + " px");
        row("patch", "patchPixels", plan.patchPixels() + " px", patchWhy());
        row("batch", "batch", "" + plan.batch(), "crops a step");
        row("local", "localChannels", "" + plan.localChannels(), "noise channels, new in each cell");
        row("global", "globalChannels", "" + plan.globalChannels(), "noise channels that select the texture");
        row("waves", "waves", "" + plan.waves().size(), wavesWhy());
        row("channels", "generatorChannels", dashed(plan.generatorChannels()), "generator, coarse to fine");
        row(
                "discriminator",
                "discriminatorChannels",
                dashed(plan.discriminatorChannels()),
                "fine to coarse");
        row(
                "rate",
                "learningRate",
                number(plan.learningRate()),
                "falls to " + number(plan.finalRate() * 100) + "% at the end");
        row("features", "featureWeight", number(plan.featureWeight()), "weight of the discriminator's features");
        row("averaging", "averaging", number(plan.averaging()), "of the generator's weights");
        row("seed", "seed", "" + plan.seed(), "");
        addTime();
        return rows;
    }

    private void row(String name, String setting, String value, String why) {
        String source = given.contains(setting) ? "given" : "";
        String joint = why.isEmpty() || source.isEmpty() ? "" : "; ";
        rows.add(new Row(name, value, why + joint + source));
    }

    private void addTime() {
        if (plan.steps() > 0) {
            row("steps", "steps", "" + plan.steps(), "about " + TimeText.format(expected()) + " on two cores");
        } else {
            row("time", "seconds", TimeText.format(time()), "");
        }
    }

    private Duration time() {
        return Duration.ofMillis(Math.round(plan.seconds() * 1000));
    }

    private Duration expected() {
        return Duration.ofMillis(Math.round(plan.steps() * StepTime.seconds(plan) * 1000));
    }

    private String patchWhy() {
        return "";
    }

    private String wavesWhy() {
        return plan.waves().isEmpty() ? "no peak stands out of the spectrum" : "peaks that stand out of the spectrum";
    }

    private static String dashed(List<Integer> channels) {
        return channels.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        return Double.toString(Double.parseDouble(String.format(Locale.ROOT, "%.4g", value)));
    }
}
