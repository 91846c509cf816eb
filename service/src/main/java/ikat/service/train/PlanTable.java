package ikat.service.train;

import ikat.analysis.PictureReport;
import ikat.analysis.PictureReport.Period;
import ikat.text.TimeText;
import ikat.train.Codes;
import ikat.train.Crops;
import ikat.train.Layout;
import ikat.train.Noise;
import ikat.train.Optimiser;
import ikat.train.Shape;
import ikat.train.Technique;
import ikat.train.Technique.WaveStart;
import ikat.train.TrainingPlan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A plan in words. */
public final class PlanTable {

    /**
     * One entry.
     *
     * @param name as the option
     * @param value with its unit
     * @param why where the value comes from or what it means
     */
    public record Row(String name, String value, String why) {}

    private final TrainingPlan plan;
    private final List<PictureReport> reports;
    private final Set<String> given;
    private final List<Row> rows = new ArrayList<>();

    /**
     * Puts a plan into words.
     *
     * @param given names of the settings that the user gave
     */
    PlanTable(TrainingPlan plan, List<PictureReport> reports, Set<String> given) {
        this.plan = plan;
        this.reports = reports;
        this.given = given;
        addRecipe();
        addShape();
        addOptimiser();
        addTechnique();
        addTime();
    }

    /** What is planned, in the order to be read. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    private void addRecipe() {
        Technique technique = plan.technique();
        String why =
                plan.asPublished()
                        ? plan.method() + " as published, without woven detail"
                        : "this project's own";
        row("recipe", "recipe", technique.recipe(), why);
        if (plan.asPublished()) {
            List<String> departures = technique.departures();
            String what = departures.isEmpty() ? "none" : String.join(", ", departures);
            row("departures", "", what, "from the published recipe");
        }
    }

    /** What a recipe other than this project's own does otherwise. */
    private void addTechnique() {
        Technique own = Technique.IKAT;
        Technique t = plan.technique();
        differing("upsampling", "upsampling", t.upsampling(), own.upsampling(), "of the generator");
        differing("border", "border", t.border(), own.border(), "around a training patch");
        differing("decision", "decision", t.decision(), own.decision(), "of the discriminator");
        String kernel = "side of the discriminator's kernels";
        int side = t.discriminatorKernel();
        differing("kernel", "discriminatorKernel", side, own.discriminatorKernel(), kernel);
        differing("colours", "colours", t.colours(), own.colours(), "of the networks");
        differing("wave start", "waveStart", t.waveStart(), own.waveStart(), "of the waves");
        differing("waveform", "waveform", t.waveform(), own.waveform(), "of the waves");
        String fakes = "patches of the generator's step";
        differing("fakes", "fakes", t.fakes(), own.fakes(), fakes);
        String decay = "of the convolutions' squared weights";
        differing("decay", "weightDecay", t.weightDecay(), own.weightDecay(), decay);
        String rest = "loss of the discriminator below which it rests";
        differing("rest", "restLoss", t.restLoss(), own.restLoss(), rest);
        differing("code rate", "codeRate", t.codeRate(), own.codeRate(), "of the networks' rate");
        if (plan.asPublished()) {
            Optimiser optimiser = plan.optimiser();
            row("wave rate", "waveRate", optimiser.waveRate(), "of the generator's");
            String discriminator = "of the generator's";
            row("d rate", "discriminatorRate", optimiser.discriminatorRate(), discriminator);
            row("momentum", "momentum", optimiser.momentum(), "Adam's first moment");
            if (plan.noise().waveHidden() > 0) {
                String hidden = "hidden units from the global channels to the waves";
                row("hidden", "waveHidden", plan.noise().waveHidden(), hidden);
            }
        }
    }

    private void differing(String name, String setting, Object value, Object own, String why) {
        if (plan.asPublished() || !value.equals(own)) {
            row(name, setting, value, why);
        }
    }

    private void addShape() {
        Shape shape = plan.shape();
        if (shape.layout() == Layout.ONE_CELL) {
            row("layout", "layout", "one cell", "one picture of one size: DCGAN");
        }
        row("width", "width", plan.width(), "");
        String cell = "one cell of noise is " + (1 << shape.depth()) + " px";
        row("depth", "depth", shape.depth(), cell);
        Crops crops = plan.crops();
        row("patch", "patchPixels", crops.patchPixels() + " px", patchWhy());
        row("batch", "batch", crops.batch(), "crops a step");
        row("mirroring", "mirroring", crops.mirroring(), "of the crops");
        if (crops.heldOutPixels() > 0) {
            String why = "of the longer side, to find the best state by";
            row("held out", "heldOutPixels", crops.heldOutPixels() + " px", why);
        }
        addNoise();
        String channels = joined("-", shape.generatorChannels());
        row("channels", "generatorChannels", channels, "generator, coarse to fine");
        String smooth = "last stages that enlarge smoothly";
        row("smooth", "smoothStages", shape.smoothStages(), smooth);
        String layers = joined("-", shape.discriminatorChannels());
        row("discriminator", "discriminatorChannels", layers, "fine to coarse");
    }

    private void addNoise() {
        Noise noise = plan.noise();
        row("local", "localChannels", noise.localChannels(), "noise channels, new in each cell");
        if (noise.fineChannels().stream().anyMatch(channels -> channels > 0)) {
            String fine = "noise channels, new at each point of the later stages' grids";
            row("fine", "fineChannels", joined(", ", noise.fineChannels()), fine);
        }
        String global = "noise channels that select the texture";
        row("global", "globalChannels", noise.globalChannels(), global);
        if (!noise.globalStages().isEmpty()) {
            String stages = "later stages of the generator that take them too";
            row("stages", "globalStages", joined(", ", noise.globalStages()), stages);
        }
        if (noise.globalChannels() > 0) {
            addCodes();
        }
        row("waves", "waves", noise.waves().size(), wavesWhy());
        if (!noise.waves().isEmpty()) {
            row("overtones", "overtones", noise.overtones().size(), "that follow the waves");
            String stages = "stages of the generator that take them, counted from 0";
            row("wave stages", "waveStages", joined(", ", noise.waveStages()), stages);
        }
    }

    private void addCodes() {
        if (plan.codes().codes() == Codes.LEARNED) {
            row("codes", "codes", Codes.LEARNED, "one per picture, whose texture has a name");
            String share = String.valueOf(plan.codes().mixedShare());
            row("mixed", "mixedShare", share, "of the crops, between two codes");
        } else {
            row("codes", "codes", plan.codes().codes(), "at random: no names");
        }
        int places = plan.codes().placePixels();
        if (places > 0) {
            row("places", "placePixels", places + " px", "apart, each with its own code");
        }
    }

    private void addOptimiser() {
        Optimiser optimiser = plan.optimiser();
        double left = optimiser.finalRate();
        String end = left == 1 ? "to the end" : "falls to " + number(left * 100) + "% at the end";
        row("rate", "learningRate", optimiser.learningRate(), end);
        String features = "weight of the discriminator's features";
        row("features", "featureWeight", optimiser.featureWeight(), features);
        if (!plan.noise().waves().isEmpty()) {
            String phases = "weight of pixels at the same phase of the waves";
            row("phases", "phaseWeight", optimiser.phaseWeight(), phases);
        }
        row("select", "selection", plan.selection(), selectionWhy());
        row("averaging", "averaging", optimiser.averaging(), "of the generator's weights");
        row("seed", "seed", plan.seed(), "");
    }

    private void addTime() {
        long steps = plan.budget().steps();
        double step = StepTime.seconds(plan);
        if (steps > 0) {
            row("steps", "steps", steps, "about " + time(steps * step) + " on two cores");
        } else {
            double seconds = plan.budget().seconds();
            String why = "about " + Math.round(seconds / step) + " steps on two cores";
            row("time", "seconds", time(seconds), why);
        }
    }

    private static String time(double seconds) {
        return TimeText.format(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private void row(String name, String setting, Object value, String why) {
        String text = String.valueOf(value);
        if (value instanceof Enum<?> constant) {
            text = constant.name().toLowerCase(Locale.ROOT);
        } else if (value instanceof Double number) {
            text = number(number);
        }
        String source = !setting.isEmpty() && given.contains(setting) ? "given" : "";
        String joint = why.isEmpty() || source.isEmpty() ? "" : "; ";
        rows.add(new Row(name, text, why + joint + source));
    }

    /** How much of a texture a patch shows: in periods if present, otherwise in elements. */
    private String patchWhy() {
        double period =
                reports.stream()
                        .flatMap(report -> report.periods().stream())
                        .mapToDouble(Period::pixels)
                        .max()
                        .orElse(0);
        double element =
                reports.stream().mapToDouble(report -> report.element().decisive()).max().orElse(0);
        double size = period > 0 ? period : element;
        return String.format(
                Locale.ROOT,
                period > 0 ? "%.1f periods of %.0f px" : "%.1f elements of %.0f px",
                plan.crops().patchPixels() / size,
                size);
    }

    private String wavesWhy() {
        if (!plan.noise().waves().isEmpty()) {
            return plan.technique().waveStart() == WaveStart.FIXED
                    ? "from a fixed start"
                    : "peaks that stand out of the spectrum";
        }
        return given.contains("waves") || plan.asPublished()
                ? "none"
                : "no peak stands out of the spectrum";
    }

    private String selectionWhy() {
        return switch (plan.selection()) {
            case LAST -> "the last state becomes the model";
            case BEST -> "the state that an observer tells least from the picture";
            case EARLY -> "the best state; ends once there is no better one";
        };
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
