package ikat.lab.method;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.io.Sha256;
import ikat.model.TextureModel;
import ikat.render.Engines;
import ikat.torch.train.TorchTrainer;
import ikat.train.Budget;
import ikat.train.Crops;
import ikat.train.Layout;
import ikat.train.Noise;
import ikat.train.PlanFactory;
import ikat.train.PlanSettings;
import ikat.train.PublishedRecipe;
import ikat.train.Recipe;
import ikat.train.Shape;
import ikat.train.Technique;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import ikat.train.Width;
import ikat.zoom.Weaving;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Generators trained against a discriminator, each with its own plan.
 *
 * <p>The published ones are {@link ikat.train.PublishedRecipe} at a quarter of its channels, which
 * is what two cores can train, and with patches no larger than the picture. SGAN has the batch and
 * the patches of PSGAN; with its own, which take seven times as long, it would make hardly a step.
 */
public enum Gan {
    /**
     * This project's own: {@link PlanFactory} decides from the picture, and detail is woven from
     * it.
     */
    IKAT("Ikat", "this project", PlanSettings.NONE),

    /** Local and periodic noise (arXiv 1705.06566). */
    PSGAN("PSGAN", "Bergmann, Jetchev and Vollgraf 2017", published(PlanSettings.NONE)),

    /** Local noise only (arXiv 1611.08207). */
    SGAN(
            "SGAN",
            "Jetchev, Bergmann and Vollgraf 2016",
            published(local())
                    .with(Crops.PATCH_PIXELS, PublishedRecipe.PSGAN.patchPixels())
                    .with(Crops.BATCH, PublishedRecipe.PSGAN.batch())),

    /** A picture of one size from one cell of a hundred numbers (arXiv 1511.06434). */
    DCGAN(
            "DCGAN",
            "Radford, Metz and Chintala 2015",
            published(local().with(Shape.LAYOUT, Layout.ONE_CELL)));

    private static final int USUAL_START = 2;
    private static final int CELL_PIXELS = 32; // of five stages

    private final String title;
    private final String source;
    private final PlanSettings settings;

    Gan(String title, String source, PlanSettings settings) {
        this.title = title;
        this.source = source;
        this.settings = settings;
    }

    private static PlanSettings local() {
        return PlanSettings.NONE.with(Noise.WAVES, 0).with(Noise.GLOBAL_CHANNELS, 0);
    }

    private static PlanSettings published(PlanSettings own) {
        return own.with(Technique.RECIPE, Recipe.PUBLISHED);
    }

    /** Such as {@code PSGAN}. */
    public String title() {
        return title;
    }

    /** What its plan has apart from this project's recipe and the width. */
    public PlanSettings settings() {
        return settings;
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
        if (this != IKAT) {
            all = all.with(TrainingPlan.WIDTH, Width.LIVE);
        }
        if (this == PSGAN || this == SGAN) {
            int side = Math.min(report.width(), report.height());
            int patch = Math.min(PublishedRecipe.PSGAN.patchPixels(), side);
            all = all.with(Crops.PATCH_PIXELS, patch / CELL_PIXELS * CELL_PIXELS);
        }
        return PlanFactory.plan(List.of(report), all);
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
