package ikat.model;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.io.FaultyDisk;
import ikat.render.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models saved to disks on which writes fail. */
class ModelDiskTest {

    @TempDir private Path folder;

    @Test
    void whateverWriteFailsNothingStaysHalfWritten() throws IOException {
        TextureModel model = Models.grey();
        Path clean = folder.resolve("clean.safetensors");
        model.write(clean, Precision.FULL);
        byte[] whole = Files.readAllBytes(clean);
        int faults =
                FaultyDisk.eachFault(
                        folder,
                        own -> model.write(own.resolve("a.safetensors"), Precision.FULL),
                        (own, failure) -> {
                            Path file = own.resolve("a.safetensors");
                            try (Stream<Path> left = Files.list(own)) {
                                assertThat(left.map(Path::toString).toList())
                                        .isEqualTo(
                                                failure == null
                                                        ? List.of(file.toString())
                                                        : List.of());
                            }
                            if (failure == null) {
                                assertThat(Files.readAllBytes(file)).isEqualTo(whole);
                            }
                        });
        assertThat(faults).isGreaterThan(8);
    }
}
