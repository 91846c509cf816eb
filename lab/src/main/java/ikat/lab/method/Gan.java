package ikat.lab.method;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.Mirroring;
import ikat.io.Sha256;
import ikat.model.TextureModel;
import ikat.render.Engines;
import ikat.torch.train.TorchTrainer;
import ikat.train.Budget;
import ikat.train.Crops;
import ikat.train.Frequency;
import ikat.train.Layout;
import ikat.train.Noise;
import ikat.train.Optimiser;
import ikat.train.PlanFactory;
import ikat.train.PlanSettings;
import ikat.train.Selection;
import ikat.train.Shape;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import ikat.zoom.Weaving;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Generators trained against a discriminator, each with its own plan.
 *
 * <p>The published ones share what this project's trainer cannot leave out or what would only make
 * them slower: the width and batch that {@link PlanFactory} chooses for a CPU, pixel shuffle with
 * even means instead of transposed convolutions, the 6x6 kernels and the rests of the
 * discriminator. All that is ours to choose in a plan is as published: the non-saturating loss
 * alone, Adam at 2e-4 for both networks to the end with β1 = 0.5, the last weights and not their
 * average, no mirrored patches, every stage enlarging freely, channels that halve at every stage,
 * patches of 160 pixels where the picture has them, waves that enter with the rest of the noise.
 */
public enum Gan {
    /**
     * This project's own: {@link PlanFactory} decides from the picture, and detail is woven from
     * it.
     */
    IKAT("Ikat", "this project", PlanSettings.NONE),

    /**
     * Local and periodic noise (arXiv 1705.06566): 30 local channels and three waves, the published
     * setting for one picture, whose wave vectors start anywhere, evenly within half a cycle a
     * cell: nothing is known of the picture's periods. As everywhere in this project, a wave has a
     * sine and a cosine.
     */
    PSGAN(
            "PSGAN",
            "Bergmann, Jetchev and Vollgraf 2017",
            published(noWaves().with(Noise.LOCAL_CHANNELS, 30))),

    /** Local noise only (arXiv 1611.08207), with the 32 local channels of ours. */
    SGAN("SGAN", "Jetchev, Bergmann and Vollgraf 2016", published(noWaves())),

    /** A picture of one size from one cell of a hundred numbers (arXiv 1511.06434). */
    DCGAN(
            "DCGAN",
            "Radford, Metz and Chintala 2015",
            published(noWaves().with(Shape.LAYOUT, Layout.ONE_CELL)));

    private static final int RANDOM_WAVES = 3;
    private static final int USUAL_START = 2;
    private static final int PATCH_PIXELS = 160; // Bergmann et al. 2017, section 4

    private final String title;
    private final String source;
    private final PlanSettings settings;

    Gan(String title, String source, PlanSettings settings) {
        this.title = title;
        this.source = source;
        this.settings = settings;
    }

    private static PlanSettings noWaves() {
        return PlanSettings.NONE.with(Noise.WAVES, 0);
    }

    private static PlanSettings published(PlanSettings own) {
        return own.with(Noise.GLOBAL_CHANNELS, 0)
                .with(Noise.OVERTONES, 0)
                .with(Noise.WAVE_STAGES, List.of(0))
                .with(Shape.SMOOTH_STAGES, 0)
                .with(Crops.MIRRORING, Mirroring.NONE)
                .with(Optimiser.LEARNING_RATE, 2e-4) // Radford et al. 2015
                .with(Optimiser.FINAL_RATE, 1.0)
                .with(Optimiser.WAVE_RATE, 1.0)
                .with(Optimiser.DISCRIMINATOR_RATE, 1.0)
                .with(Optimiser.MOMENTUM, 0.5)
                .with(Optimiser.AVERAGING, 0.0)
                .with(Optimiser.FEATURE_WEIGHT, 0.0)
                .with(Optimiser.PHASE_WEIGHT, 0.0)
                .with(TrainingPlan.SELECTION, Selection.LAST);
    }

    /** The method that trains this generator on a picture for as long as it may, then renders. */
    public TextureMethod method() {
        return new Method();
    }

    /**
     * The plan for one picture.
     *
     * @param report not refused
     * @param time to train
     * @param seed of everything random
     * @throws IllegalArgumentException if the picture is too small for the method
     */
    public TrainingPlan plan(PictureReport report, Duration time, long seed) {
        PlanSettings all =
                settings.with(Budget.SECONDS, time.toMillis() / 1000.0)
                        .with(TrainingPlan.SEED, seed);
        TrainingPlan plan = PlanFactory.plan(List.of(report), all);
        if (this == IKAT) {
            return plan;
        }
        all = all.with(Shape.GENERATOR_CHANNELS, plan.width().published(plan.shape().depth()));
        if (this != DCGAN) {
            int cell = 1 << plan.shape().depth();
            int side = Math.min(PATCH_PIXELS, Math.min(report.width(), report.height()));
            all = all.with(Crops.PATCH_PIXELS, side / cell * cell);
        }
        plan = PlanFactory.plan(List.of(report), all);
        return this == PSGAN ? plan.withWaves(anywhere(1 << plan.shape().depth(), seed)) : plan;
    }

    private static List<Frequency> anywhere(int cellPixels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double most = 0.5 / cellPixels;
        List<Frequency> waves = new ArrayList<>();
        for (int w = 0; w < RANDOM_WAVES; w++) {
            waves.add(
                    new Frequency(random.nextDouble(-most, most), random.nextDouble(-most, most)));
        }
        return waves;
    }

    private final class Method implements TextureMethod {

        private static final Duration NEVER = Duration.ofDays(365);

        @Override
        public String name() {
            return Gan.this.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public String source() {
            return source;
        }

        @Override
        public LearnedTexture learn(Exemplar exemplar, Effort effort, long seed) {
            PictureReport report = PictureReport.of(exemplar);
            if (report.verdict().refuses()) {
                throw new IllegalArgumentException(report.verdict().sentences().get(0));
            }
            effort.check();
            TrainingJob job = job(exemplar, plan(report, effort.time(), seed), effort);
            TextureModel model = trained(job, effort.threads());
            effort.check();
            if (Gan.this == IKAT) {
                model = woven(model, job.exemplars(), effort.threads());
            }
            return new TrainedTexture(exemplar.name(), model, effort);
        }

        private static TextureModel woven(TextureModel model, Exemplars exemplars, int threads) {
            try (Weaving weaving =
                    new Weaving(model, other -> Engines.fastest(other, threads), exemplars)) {
                int start = Math.min(USUAL_START, weaving.mostStart());
                return start == 0 ? model : model.withWeave(weaving.learn(start));
            }
        }

        private TextureModel trained(TrainingJob job, int threads) {
            try {
                return new TorchTrainer(threads).train(job, TrainingListener.SILENT);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static TrainingJob job(Exemplar exemplar, TrainingPlan plan, Effort effort) {
            return new TrainingJob(
                    Exemplars.of(hashed(exemplar)),
                    plan,
                    null,
                    TrainingJob.Start.FRESH,
                    NEVER,
                    NEVER,
                    null,
                    effort.stop());
        }

        /**
         * The picture with a hash, by which its model names what it was trained on: that of its
         * pixels as 32-bit floats if it has no file.
         */
        private static Exemplar hashed(Exemplar picture) {
            if (!picture.sha256().isEmpty()) {
                return picture;
            }
            ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(4, picture.pixels().length));
            bytes.asFloatBuffer().put(picture.pixels());
            return new Exemplar(
                    picture.name(),
                    Sha256.of(bytes.array()),
                    picture.channels(),
                    picture.width(),
                    picture.height(),
                    picture.pixels(),
                    picture.notes());
        }
    }
}
