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
import ikat.zoom.Weaving;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Generators trained against a discriminator, each with its own plan. The published ones follow
 * {@link ikat.train.PublishedRecipe} at the width that this project's own has, which a CPU can
 * train.
 */
public enum Gan {
    /**
     * This project's own: {@link PlanFactory} decides from the picture, and detail is woven from
     * it.
     */
    IKAT("Ikat", "this project", PlanSettings.NONE),

    /** Local and periodic noise. */
    PSGAN("PSGAN", "Bergmann, Jetchev and Vollgraf 2017", published()),

    /** Local noise only, on the crops of PSGAN: its own would take six times as long. */
    SGAN(
            "SGAN",
            "Jetchev, Bergmann and Vollgraf 2016",
            published()
                    .with(Noise.WAVES, 0)
                    .with(Noise.GLOBAL_CHANNELS, 0)
                    .with(Crops.PATCH_PIXELS, PublishedRecipe.PSGAN.patchPixels())
                    .with(Crops.BATCH, PublishedRecipe.PSGAN.batch())),

    /** A picture of one size from one cell of a hundred numbers. */
    DCGAN(
            "DCGAN",
            "Radford, Metz and Chintala 2015",
            published().with(Shape.LAYOUT, Layout.ONE_CELL));

    private static final int USUAL_START = 2;
    private static final int CELL = 1 << (PublishedRecipe.PSGAN.channels().size() + 1);

    private final String title;
    private final String source;
    private final PlanSettings settings;

    Gan(String title, String source, PlanSettings settings) {
        this.title = title;
        this.source = source;
        this.settings = settings;
    }

    private static PlanSettings published() {
        return PlanSettings.NONE.with(Technique.RECIPE, Recipe.PUBLISHED);
    }

    /** Such as {@code PSGAN}. */
    public String title() {
        return title;
    }

    /** Where it comes from: {@code Radford, Metz and Chintala 2015}. */
    public String source() {
        return source;
    }

    /** What its plan has apart from the recipe of this project. */
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
        if (this == IKAT) {
            return PlanFactory.plan(List.of(report), all);
        }
        all = all.with(TrainingPlan.WIDTH, IKAT.plan(report, time, seed).width());
        if (this != DCGAN) {
            int most = PublishedRecipe.PSGAN.patchPixels();
            int side = Math.min(most, Math.min(report.width(), report.height()));
            all = all.with(Crops.PATCH_PIXELS, side / CELL * CELL);
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
