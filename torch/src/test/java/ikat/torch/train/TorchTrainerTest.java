package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.model.Safetensors;
import ikat.model.TextureModel;
import ikat.model.Weight;
import ikat.train.Frequency;
import ikat.train.TrainingDivergedException;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import ikat.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class TorchTrainerTest {

    private static final List<Frequency> WAVES =
            List.of(new Frequency(1 / 16.0, 0), new Frequency(0, 1 / 20.0));

    @TempDir private Path folder;

    @Test
    void trainingStoppedAndResumedEndsInTheModelThatWasNeverStopped() throws IOException {
        resumedEndsInTheModelThatWasNeverStopped(Trainings.plan(Trainings.cloth(), 24, WAVES, 2));
    }

    @Test
    void trainingWithMatchedPhasesStoppedAndResumedEndsInTheSameModel() throws IOException {
        resumedEndsInTheModelThatWasNeverStopped(
                Trainings.phased(Trainings.plan(Trainings.cloth(), 24, WAVES, 0)));
    }

    private void resumedEndsInTheModelThatWasNeverStopped(TrainingPlan plan) throws IOException {
        Exemplar cloth = Trainings.cloth();
        TextureModel unbroken =
                new TorchTrainer()
                        .train(TrainingJob.of(Exemplars.of(cloth), plan), TrainingListener.SILENT);

        Path checkpoint = folder.resolve("cloth.checkpoint");
        AtomicLong asked = new AtomicLong();
        train(
                job(
                        cloth,
                        plan,
                        checkpoint,
                        TrainingJob.Start.FRESH,
                        () -> asked.getAndIncrement() == 9));
        TextureModel resumed =
                train(job(cloth, plan, checkpoint, TrainingJob.Start.RESUME, () -> false));

        assertThat(resumed.provenance().steps()).isEqualTo(24);
        unbroken.weights()
                .asMap()
                .forEach(
                        (name, weight) ->
                                assertThat(resumed.weights().get(name).values())
                                        .as(name)
                                        .containsExactly(weight.values()));
    }

    @Test
    void theSameSeedLearnsTheSameModel() throws IOException {
        Exemplar stripes = Trainings.stripes(12);
        TrainingPlan plan = Trainings.plan(stripes, 5, List.of(), 0);
        TextureModel one = train(TrainingJob.of(Exemplars.of(stripes), plan));
        TextureModel two = train(TrainingJob.of(Exemplars.of(stripes), plan));
        assertThat(two.weights().get("stages.0.weight").values())
                .containsExactly(one.weights().get("stages.0.weight").values());
    }

    @Test
    void aModelCarriesItsPlanAndOrigin() throws IOException {
        Exemplar stripes = Trainings.stripes(12);
        TrainingPlan plan = Trainings.plan(stripes, 2, List.of(new Frequency(1 / 12.0, 0)), 0);
        TextureModel model = train(TrainingJob.of(Exemplars.of(stripes), plan));
        assertThat(model.plan()).containsEntry("batch", 4).containsEntry("steps", 2);
        assertThat(model.provenance().pictures().get(0).name()).isEqualTo("painted.png");
        assertThat(model.provenance().engine()).startsWith("libtorch");
        assertThat(model.spec().colourChannels()).isEqualTo(1);
    }

    @Test
    void aTrainingThatBreaksDownGoesBackOnceAndThenEnds() {
        Exemplar stripes = Trainings.stripes(12);
        TrainingPlan wild = withRate(Trainings.plan(stripes, 2000, List.of(), 0), 1.0, 1.0);
        Recorder recorder = new Recorder();
        assertThatThrownBy(() -> train(TrainingJob.of(Exemplars.of(stripes), wild), recorder))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("broke down again")
                .hasMessageContaining("learning rate");
        assertThat(recorder.recoveries).isEqualTo(1);
    }

    @Test
    void aCheckpointOfAnotherTrainingIsRefused() throws IOException {
        Exemplar stripes = Trainings.stripes(12);
        TrainingPlan plan = Trainings.plan(stripes, 2, List.of(), 0);
        Path checkpoint = folder.resolve("a.checkpoint");
        train(job(stripes, plan, checkpoint, TrainingJob.Start.FRESH, () -> false));
        TrainingPlan other = withRate(plan, 0.5, plan.optimiser().finalRate());
        assertThatThrownBy(
                        () ->
                                train(
                                        job(
                                                stripes,
                                                other,
                                                checkpoint,
                                                TrainingJob.Start.RESUME,
                                                () -> false)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.checkpoint")
                .hasMessageContaining("learningRate was 0.001 and is now 0.5");
        Files.writeString(checkpoint, "nothing");
        assertThatThrownBy(
                        () ->
                                train(
                                        job(
                                                stripes,
                                                plan,
                                                checkpoint,
                                                TrainingJob.Start.RESUME,
                                                () -> false)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.checkpoint");
    }

    @Test
    void aCheckpointWithAValueThatIsNotFiniteIsRefusedAtOnce() throws IOException {
        Exemplar stripes = Trainings.stripes(12);
        TrainingPlan plan = Trainings.plan(stripes, 2, List.of(), 0);
        Path checkpoint = folder.resolve("a.checkpoint");
        train(job(stripes, plan, checkpoint, TrainingJob.Start.FRESH, () -> false));
        Safetensors kept = Safetensors.read(checkpoint);
        Weight first = kept.tensors().values().iterator().next();
        first.values()[0] = Float.NaN;
        Map<String, String> metadata = new HashMap<>(kept.metadata());
        metadata.put("format", "ikat-checkpoint"); // of an earlier version, without a checksum
        new Safetensors(kept.tensors(), metadata).write(checkpoint);
        assertThatThrownBy(
                        () ->
                                train(
                                        job(
                                                stripes,
                                                plan,
                                                checkpoint,
                                                TrainingJob.Start.RESUME,
                                                () -> false)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.checkpoint is damaged")
                .hasMessageContaining("holds NaN; start without resuming");
    }

    @Test
    void aCheckpointThatCannotBeWrittenIsReportedAndTrainingGoesOn() throws IOException {
        Exemplar stripes = Trainings.stripes(12);
        TrainingPlan plan = Trainings.plan(stripes, 2, List.of(), 0);
        Recorder recorder = new Recorder();
        Path nowhere = folder.resolve("missing").resolve("a.checkpoint");
        TextureModel model =
                new TorchTrainer()
                        .train(
                                job(stripes, plan, nowhere, TrainingJob.Start.FRESH, () -> false),
                                recorder);
        assertThat(model.provenance().steps()).isEqualTo(2);
        assertThat(recorder.failures).isEqualTo(1);
    }

    /**
     * The network from global vectors to wave vectors learns: after one step and after twenty, each
     * of its layers has other values, and so do the wave vectors that it is added to.
     */
    @Test
    void theNetworkFromGlobalVectorsToWaveVectorsTrains() throws IOException {
        Exemplar cloth = Trainings.cloth();
        TextureModel young = train(waving(cloth, 1));
        TextureModel older = train(waving(cloth, 20));
        for (String name :
                List.of("base", "hidden.weight", "hidden.bias", "out.weight", "out.bias")) {
            float[] before = young.weights().get("waves." + name).values();
            float[] after = older.weights().get("waves." + name).values();
            double moved = 0;
            for (int i = 0; i < before.length; i++) {
                moved += Math.abs(after[i] - before[i]) / before.length;
            }
            assertThat(moved).as(name).isGreaterThan(1e-4);
        }
    }

    private static TrainingJob waving(Exemplar exemplar, long steps) {
        return TrainingJob.of(
                Exemplars.of(exemplar),
                Trainings.toTheLast(Trainings.plan(exemplar, steps, WAVES, 2)));
    }

    /** 2,000 steps that lost 0.1 MB each would fill four times the 50 MB that are allowed. */
    @Test
    @Tag("slow")
    void nativeMemoryStaysFlatOverManySteps() throws IOException {
        Exemplar stripes = Trainings.stripes(12);
        long[] bytes = new long[2];
        train(
                TrainingJob.of(
                        Exemplars.of(stripes),
                        Trainings.phased(Trainings.plan(stripes, 3000, WAVES, 0))),
                new TrainingListener() {
                    @Override
                    public void progressed(TrainingProgress progress) {
                        if (progress.step() == 1000) {
                            bytes[0] = Pointer.physicalBytes();
                        }
                        bytes[1] = Pointer.physicalBytes();
                    }
                });
        assertThat(bytes[1] - bytes[0]).isLessThan(50 << 20);
    }

    private static TextureModel train(TrainingJob job) throws IOException {
        return train(job, TrainingListener.SILENT);
    }

    private static TextureModel train(TrainingJob job, TrainingListener listener)
            throws IOException {
        return new TorchTrainer().train(job, listener);
    }

    private static TrainingJob job(
            Exemplar exemplar,
            TrainingPlan plan,
            Path checkpoint,
            TrainingJob.Start start,
            BooleanSupplier stop) {
        return new TrainingJob(
                Exemplars.of(exemplar),
                plan,
                checkpoint,
                start,
                Duration.ofHours(1),
                Duration.ofHours(1),
                null,
                stop);
    }

    private static TrainingPlan withRate(TrainingPlan plan, double rate, double finalRate) {
        Map<String, Object> entries = plan.toMap();
        entries.put("learningRate", rate);
        entries.put("finalRate", finalRate);
        return TrainingPlan.fromJson(JsonMapper.shared().writeValueAsString(entries));
    }

    private static final class Recorder implements TrainingListener {
        private int recoveries;
        private int failures;

        @Override
        public void recovered(String reason, TrainingProgress progress) {
            recoveries++;
        }

        @Override
        public void checkpointFailed(String reason) {
            failures++;
        }
    }
}
