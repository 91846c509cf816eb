package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.fuzz.FuzzTrial;
import ikat.fuzz.FuzzTrial.Tally;
import ikat.image.Exemplars;
import ikat.model.ModelFormatException;
import ikat.model.Safetensors;
import ikat.model.Weight;
import ikat.model.Weights;
import ikat.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged checkpoints are read, or refused in one sentence. */
@Tag("fuzz")
class CheckpointFuzzTest {

    @TempDir private Path folder;

    @Test
    void aDamagedCheckpointIsReadOrRefused() throws Exception {
        Path file = folder.resolve("a.checkpoint");
        Exemplars exemplars = Exemplars.of(Trainings.cloth());
        TrainingPlan plan = Trainings.plan(Trainings.cloth(), 10, List.of(), 0);
        Map<String, Weight> tensors =
                Map.of("generator.0", new Weight(new int[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6}));
        ModelSelection.Standing standing = new ModelSelection.Standing(Weights.of(tensors), 0.5, 3);
        new Checkpoint(tensors, 7, 1.5, 1, standing).write(file, plan, exemplars);
        byte[] late = unchecked(file);
        new Checkpoint(tensors, 7, 1.5, 1, ModelSelection.Standing.NONE)
                .write(file, plan, exemplars);
        byte[] early = unchecked(file);
        Tally tally =
                FuzzTrial.of("checkpoint", IOException.class, ModelFormatException.class)
                        .run(
                                List.of(late, early),
                                input ->
                                        Checkpoint.read(Files.write(file, input), plan, exemplars));
        assertThat(tally.refused()).isPositive();
    }

    /** The checkpoint as of an earlier version: a checksum would keep damage from the parser. */
    private static byte[] unchecked(Path file) throws IOException {
        Safetensors content = Safetensors.read(file);
        Map<String, String> metadata = new HashMap<>(content.metadata());
        metadata.put("format", "ikat-checkpoint");
        new Safetensors(content.tensors(), metadata).write(file);
        return Files.readAllBytes(file);
    }
}
