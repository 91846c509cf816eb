package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.Exemplars;
import ikat.io.FaultyDisk;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

    @TempDir private Path folder;

    private final Exemplars exemplars = Exemplars.of(Trainings.cloth());
    private final TrainingPlan plan = Trainings.plan(Trainings.cloth(), 10, List.of(), 0);
    private final Map<String, Weight> tensors =
            Map.of("generator.0", new Weight(new int[] {2, 3}, new float[] {1, 2, -0f, 4, 5, 6}));
    private final Checkpoint written =
            new Checkpoint(
                    tensors, 7, 1.5, 1, new ModelSelection.Standing(Weights.of(tensors), 0.5, 3));
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("a.checkpoint");
        written.write(file, plan, exemplars);
    }

    @Test
    void itIsReadAsItWasWritten() throws IOException {
        Checkpoint read = Checkpoint.read(file, plan, exemplars);
        assertThat(read.tensors().get("generator.0")).isEqualTo(tensors.get("generator.0"));
        assertThat(read.step()).isEqualTo(7);
        assertThat(read.standing().told()).isEqualTo(0.5);
    }

    @Test
    void noFlippedBitPasses() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            Files.write(file, flipped);
            assertThatThrownBy(() -> Checkpoint.read(file, plan, exemplars))
                    .as("byte %s", at)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aFlippedBitOfAWeightIsTold() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        whole[whole.length - 4] ^= 1;
        Files.write(file, whole);
        assertThatThrownBy(() -> Checkpoint.read(file, plan, exemplars))
                .hasMessage(
                        "a.checkpoint is damaged: its checksum is wrong; start without resuming");
    }

    @Test
    void oneOfAnEarlierVersionIsReadWithoutChecksum() throws IOException {
        Map<String, String> metadata = new HashMap<>(Safetensors.read(file).metadata());
        metadata.put("format", "ikat-checkpoint");
        metadata.remove("crc32c");
        new Safetensors(Safetensors.read(file).tensors(), metadata).write(file);
        assertThat(Checkpoint.read(file, plan, exemplars).step()).isEqualTo(7);
    }

    @Test
    void whateverWriteFailsTheEarlierCheckpointStays() throws IOException {
        byte[] earlier = Files.readAllBytes(file);
        Checkpoint next = new Checkpoint(tensors, 8, 2, 1, ModelSelection.Standing.NONE);
        int faults =
                FaultyDisk.eachFault(
                        folder,
                        own -> {
                            Path checkpoint = own.resolve("a.checkpoint");
                            Files.write(
                                    folder.resolve(own.toString()).resolve("a.checkpoint"),
                                    earlier);
                            next.write(checkpoint, plan, exemplars);
                        },
                        (own, failure) -> {
                            Path checkpoint = own.resolve("a.checkpoint");
                            assertThat(Checkpoint.read(checkpoint, plan, exemplars).step())
                                    .isEqualTo(failure == null ? 8 : 7);
                            try (Stream<Path> left = Files.list(own)) {
                                assertThat(left).containsExactly(checkpoint);
                            }
                        });
        assertThat(faults).isGreaterThan(8);
    }
}
