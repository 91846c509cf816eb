package ikat.torch.train;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.train.Budget;
import ikat.train.Codes;
import ikat.train.Crops;
import ikat.train.Frequency;
import ikat.train.Noise;
import ikat.train.Optimiser;
import ikat.train.PlanFactory;
import ikat.train.PlanSettings;
import ikat.train.Selection;
import ikat.train.Shape;
import ikat.train.TrainingPlan;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;

/** Small pictures and plans to train on in tests. */
public final class Trainings {

    static final int SIDE = 128;

    private Trainings() {}

    /** Grey stripes of a period in pixels, whose crests run down. */
    public static Exemplar stripes(double period) {
        float[] pixels = new float[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (0.8 * Math.sin(2 * Math.PI * (i % SIDE) / period));
        }
        return exemplar(1, pixels);
    }

    /** Colour stripes with a pattern across them. */
    public static Exemplar cloth() {
        float[] pixels = new float[3 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            double x = i % SIDE;
            double y = i / SIDE;
            double weave = Math.sin(2 * Math.PI * x / 16) * Math.cos(2 * Math.PI * y / 20);
            pixels[i] = (float) (0.7 * weave);
            pixels[SIDE * SIDE + i] = (float) (0.5 * weave + 0.2 * Math.sin(x * y));
            pixels[2 * SIDE * SIDE + i] = (float) (-0.4 * weave);
        }
        return exemplar(3, pixels);
    }

    private static Exemplar exemplar(int channels, float[] pixels) {
        return new Exemplar("painted.png", "0".repeat(64), channels, SIDE, SIDE, pixels, List.of());
    }

    /** Three stages of few channels and a number of steps. */
    public static TrainingPlan plan(
            Exemplar exemplar, long steps, List<Frequency> waves, int globals) {
        return plan(exemplar, 48, steps, waves, globals);
    }

    /** The same with patches of another side. */
    public static TrainingPlan plan(
            Exemplar exemplar, int patch, long steps, List<Frequency> waves, int globals) {
        Map<String, Object> entries =
                PlanFactory.plan(List.of(PictureReport.of(exemplar)), settings(steps)).toMap();
        entries.put("patchPixels", patch);
        entries.put("globalChannels", globals);
        entries.put("waves", waves);
        entries.put("overtones", List.of());
        entries.put("smoothStages", 0);
        entries.put("waveStages", List.of(0));
        entries.put("phaseWeight", 0);
        entries.put("waveHidden", globals > 0 && !waves.isEmpty() ? 8 : 0);
        entries.put("codes", Codes.DRAWN);
        entries.put("selection", Selection.BEST);
        return plan(entries);
    }

    /** The same plan with waves for a finer stage and phases matched. */
    public static TrainingPlan phased(TrainingPlan plan) {
        Map<String, Object> entries = plan.toMap();
        entries.put("waveStages", List.of(1, 2));
        entries.put("phaseWeight", 1);
        return plan(entries);
    }

    /** The same plan whose last state becomes the model. */
    static TrainingPlan toTheLast(TrainingPlan plan) {
        Map<String, Object> entries = plan.toMap();
        entries.put("selection", Selection.LAST);
        return plan(entries);
    }

    /** A plan for several pictures with learned codes. */
    public static TrainingPlan coded(List<Exemplar> exemplars, long steps) {
        List<PictureReport> reports = exemplars.stream().map(PictureReport::of).toList();
        Map<String, Object> entries = PlanFactory.plan(reports, settings(steps)).toMap();
        entries.put("globalChannels", 2);
        return plan(entries);
    }

    /** The plan of entries as a model file keeps them. */
    static TrainingPlan plan(Map<String, Object> entries) {
        return TrainingPlan.fromJson(JsonMapper.shared().writeValueAsString(entries));
    }

    /** A picture of one colour with a little grain. */
    public static Exemplar grain(String name, double red, double green, double blue) {
        float[] pixels = new float[3 * SIDE * SIDE];
        double[] colour = {red, green, blue};
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (colour[i / (SIDE * SIDE)] + random.nextDouble(-0.2, 0.2));
        }
        return new Exemplar(name, "0".repeat(64), 3, SIDE, SIDE, pixels, List.of());
    }

    private static PlanSettings settings(long steps) {
        return PlanSettings.NONE
                .with(Crops.PATCH_PIXELS, 48)
                .with(Crops.BATCH, 4)
                .with(Noise.LOCAL_CHANNELS, 4)
                .with(Shape.GENERATOR_CHANNELS, List.of(16, 8))
                .with(Shape.DISCRIMINATOR_CHANNELS, List.of(8, 16))
                .with(Optimiser.LEARNING_RATE, 1e-3)
                .with(Budget.STEPS, steps)
                .with(TrainingPlan.SEED, 3L);
    }
}
