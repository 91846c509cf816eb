package ikat.lab.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePainterTest {

    @TempDir Path folder;

    @Test
    void sixPicturesAppearInANewFolder() throws IOException {
        Path made = folder.resolve("new/samples");

        List<Path> files = SamplePainter.paintAll(made, 16);

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "honeycomb.png",
                        "text.png",
                        "knit.png",
                        "brick.png",
                        "scales.png",
                        "pebbles.png");
        try (Stream<Path> there = Files.list(made)) {
            assertThat(there).containsExactlyInAnyOrderElementsOf(files);
        }
    }

    @Test
    void folderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        assertThatThrownBy(() -> SamplePainter.paintAll(file)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("mine");
    }
}
