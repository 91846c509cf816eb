package ikat.torch;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.train.Frequency;
import ikat.train.PlanFactory;
import ikat.train.PlanSettings;
import ikat.train.TrainingPlan;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Small pictures and plans to train on in tests. */
final class Trainings {

    static final int SIDE = 128;

    private Trainings() {}

    /** Grey stripes of a period in pixels, whose crests run down. */
    static Exemplar stripes(double period) {
        float[] pixels = new float[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (0.8 * Math.sin(2 * Math.PI * (i % SIDE) / period));
        }
        return exemplar(1, pixels);
    }

    /** Colour stripes with a pattern across them. */
    static Exemplar cloth() {
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
    static TrainingPlan plan(Exemplar exemplar, long steps, List<Frequency> waves, int globals) {
        return plan(exemplar, 48, steps, waves, globals);
    }

    /** The same with patches of another side. */
    static TrainingPlan plan(
            Exemplar exemplar, int patch, long steps, List<Frequency> waves, int globals) {
        TrainingPlan base = PlanFactory.plan(List.of(PictureReport.of(exemplar)), settings(steps));
        return new TrainingPlan(
                base.width(),
                patch,
                base.batch(),
                base.mirroring(),
                base.localChannels(),
                globals,
                waves,
                base.overtones(),
                globals > 0 && !waves.isEmpty() ? 8 : 0,
                base.generatorChannels(),
                base.smoothStages(),
                base.discriminatorChannels(),
                base.learningRate(),
                base.finalRate(),
                base.waveRate(),
                base.discriminatorRate(),
                base.momentum(),
                base.averaging(),
                base.featureWeight(),
                base.steps(),
                base.seconds(),
                base.seed());
    }

    private static PlanSettings settings(long steps) {
        return JsonMapper.shared()
                .readValue(
                        """
                        {"patchPixels": 48, "batch": 4, "localChannels": 4, "waves": 0, "generatorChannels": [16, 8],
                         "discriminatorChannels": [8, 16], "learningRate": 1e-3, "steps": %d, "seed": 3}
                        """
                                .formatted(steps),
                        PlanSettings.class);
    }
}
