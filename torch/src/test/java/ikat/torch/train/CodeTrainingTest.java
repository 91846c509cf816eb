package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.TextureRenderer;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.torch.render.TorchGeneratorProvider;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeTrainingTest {

    private static final Exemplar RUST = Trainings.grain("rust.png", 0.5, -0.3, -0.6);
    private static final Exemplar SEA = Trainings.grain("sea.png", -0.6, 0.1, 0.5);
    private static final List<Exemplar> BOTH = List.of(RUST, SEA);

    @TempDir private Path folder;

    @Test
    void eachNameMakesTheTextureOfItsOwnPicture() throws IOException {
        TextureModel model =
                train(job(Trainings.coded(BOTH, 150), TrainingJob.Start.FRESH, () -> false));
        assertThat(model.spec().textures()).extracting("name").containsExactly("rust", "sea");
        double[] rust = meanColour(model, 0);
        double[] sea = meanColour(model, 1);
        assertThat(rust[0] - rust[2]).as("rust is red").isGreaterThan(60);
        assertThat(sea[2] - sea[0]).as("the sea is blue").isGreaterThan(60);
    }

    @Test
    void aTrainingOfCodesStoppedAndResumedEndsInTheSameModel() throws IOException {
        TrainingPlan plan = Trainings.coded(BOTH, 12);
        TextureModel unbroken = train(job(plan, TrainingJob.Start.FRESH, () -> false));
        AtomicLong asked = new AtomicLong();
        train(job(plan, TrainingJob.Start.FRESH, () -> asked.getAndIncrement() == 5));
        TextureModel resumed = train(job(plan, TrainingJob.Start.RESUME, () -> false));
        unbroken.weights()
                .asMap()
                .forEach(
                        (name, weight) ->
                                assertThat(resumed.weights().get(name).values())
                                        .as(name)
                                        .containsExactly(weight.values()));
    }

    @Test
    void codesMoveInTraining() throws IOException {
        TextureModel young =
                train(job(Trainings.coded(BOTH, 1), TrainingJob.Start.FRESH, () -> false));
        TextureModel older =
                train(job(Trainings.coded(BOTH, 20), TrainingJob.Start.FRESH, () -> false));
        float[] before = young.weights().get(Initial.CODES).values();
        float[] after = older.weights().get(Initial.CODES).values();
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isNotEqualTo(before[i]).isCloseTo(before[i], within(0.2f));
        }
    }

    private TrainingJob job(TrainingPlan plan, TrainingJob.Start start, BooleanSupplier stop) {
        return new TrainingJob(
                Exemplars.of(BOTH),
                plan,
                folder.resolve("both.checkpoint"),
                start,
                Duration.ofHours(1),
                Duration.ofHours(1),
                null,
                stop);
    }

    private static TextureModel train(TrainingJob job) throws IOException {
        return new TorchTrainer().train(job, TrainingListener.SILENT);
    }

    private static double[] meanColour(TextureModel model, int texture) {
        float[] codes = model.weights().get(Initial.CODES).values();
        GlobalVector code =
                GlobalVector.of(Arrays.copyOfRange(codes, 2 * texture, 2 * texture + 2));
        NoiseField field =
                new NoiseField(model, 1, new GlobalField.Constant(code), Boundary.ENDLESS);
        double[] mean = new double[3];
        TextureRenderer renderer =
                new TextureRenderer(new TorchGeneratorProvider().open(model, 1), field);
        try (renderer) {
            byte[] pixels = renderer.render(new PixelRegion(0, 0, 64, 64));
            for (int i = 0; i < pixels.length; i++) {
                mean[i % 3] += (pixels[i] & 255) / (64.0 * 64.0);
            }
        }
        return mean;
    }
}
