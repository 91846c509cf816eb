package ikat.service;

import ikat.image.Exemplar;
import ikat.model.Activation;
import ikat.model.ColourAxes;
import ikat.model.ModelSpec;
import ikat.model.NoiseSpec;
import ikat.model.Provenance;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.model.Weight;
import ikat.model.Weights;
import ikat.train.Trainer;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import ikat.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes through the motions of a training of at most ten steps, and keeps the job for tests to look
 * at.
 */
public class FakeTrainer implements Trainer {

    public TrainingJob job;

    @Override
    public TextureModel train(TrainingJob given, TrainingListener listener) throws IOException {
        job = given;
        TextureModel model = model(given.exemplars().get(0), given.licenceNote());
        listener.started(given.plan(), 0);
        for (int step = 1; step <= 10 && !given.stop().getAsBoolean(); step++) {
            TrainingProgress progress = progress(step);
            listener.progressed(progress);
            if (step % 5 == 0) {
                listener.previewed(model, progress);
            }
            duringStep(step);
        }
        Path checkpoint = given.checkpoint();
        if (checkpoint != null) {
            Files.writeString(checkpoint, "state");
        }
        return model;
    }

    protected void duringStep(int step) throws IOException {}

    public static TrainingProgress progress(int step) {
        return new TrainingProgress(
                step,
                Duration.ofSeconds(step),
                step / 10.0,
                1.25,
                0.5,
                0.125,
                4.2,
                Duration.ofSeconds(10 - step));
    }

    public static TextureModel model(Exemplar exemplar, String licenceNote) {
        ModelSpec spec =
                new ModelSpec(
                        new NoiseSpec(2, 0, 1),
                        List.of(new Stage(4, exemplar.channels(), 3, 2, false, Activation.TANH)),
                        ColourAxes.identity(exemplar.channels()),
                        0);
        Map<String, Weight> weights = new LinkedHashMap<>();
        Weights.shapesOf(spec)
                .forEach(
                        (name, shape) -> {
                            float[] values =
                                    new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
                            Arrays.fill(values, 0.25f);
                            weights.put(name, new Weight(shape, values));
                        });
        Provenance provenance =
                new Provenance(
                        List.of(
                                new Provenance.Picture(
                                        exemplar.name(),
                                        exemplar.sha256(),
                                        exemplar.width(),
                                        exemplar.height())),
                        "test",
                        "fake",
                        "17",
                        0,
                        10,
                        Duration.ofSeconds(10),
                        Instant.EPOCH,
                        licenceNote);
        return new TextureModel(spec, Weights.of(weights), Map.of(), provenance);
    }
}
