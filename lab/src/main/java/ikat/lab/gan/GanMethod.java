package ikat.lab.gan;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.lab.method.Effort;
import ikat.lab.method.TextureMethod;
import ikat.model.TextureModel;
import ikat.torch.Threads;
import ikat.torch.train.TorchTrainer;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;

/**
 * Trains a generator on the picture for as long as it may, then renders.
 *
 * @param gan which
 * @param listener hears of the training
 */
record GanMethod(Gan gan, TrainingListener listener) implements TextureMethod {

    private static final Duration NEVER = Duration.ofDays(365);

    @Override
    public String name() {
        return gan.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String title() {
        return gan.title();
    }

    @Override
    public String source() {
        return gan.source();
    }

    @Override
    public ModelBacked learn(Exemplar exemplar, Effort effort, long seed) {
        PictureReport report = PictureReport.of(exemplar);
        if (report.verdict().refuses()) {
            throw new IllegalArgumentException(report.verdict().sentences().get(0));
        }
        effort.check();
        Threads.use(effort.threads());
        TextureModel model = trained(job(exemplar, gan.plan(report, effort.time(), seed), effort));
        effort.check();
        return new TrainedTexture(exemplar.name(), model, effort);
    }

    private TextureModel trained(TrainingJob job) {
        try {
            return new TorchTrainer().train(job, listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrainingJob job(Exemplar exemplar, TrainingPlan plan, Effort effort) {
        return new TrainingJob(
                Exemplars.of(Hashed.of(exemplar)),
                plan,
                null,
                TrainingJob.Start.FRESH,
                NEVER,
                NEVER,
                null,
                effort.stop());
    }
}
