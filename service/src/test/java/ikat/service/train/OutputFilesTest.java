package ikat.service.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.service.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {

    @TempDir private Path folder;

    @Test
    void takeTheNameOfTheFirstPicture() {
        OutputFiles files =
                OutputFiles.of(null, List.of(Path.of("pics/a.b.jpg"), Path.of("c.png")));

        assertThat(files.model()).isEqualTo(Path.of("a.b.safetensors"));
        assertThat(files.rendering()).isEqualTo(Path.of("a.b.png"));
        assertThat(files.report()).isEqualTo(Path.of("a.b.html"));
        assertThat(files.preview()).isEqualTo(Path.of("a.b-preview.png"));
        assertThat(files.checkpoint()).isEqualTo(Path.of("a.b.checkpoint"));
        assertThat(files.oldCheckpoint()).isEqualTo(Path.of("a.b.checkpoint.old"));
    }

    @Test
    void neverReplaceAPicture() throws IOException {
        Path picture = Files.createFile(folder.resolve("a.png"));
        Path second = Files.createFile(folder.resolve("a-preview.png"));

        OutputFiles files =
                OutputFiles.of(folder.resolve("a.safetensors"), List.of(picture, second));

        assertThat(files.rendering()).isEqualTo(folder.resolve("a-ikat.png"));
        assertThat(files.preview()).isEqualTo(folder.resolve("a-preview-ikat.png"));
    }

    @Test
    void neverReplaceAPictureThatIsReachedByAnotherWay() throws IOException {
        Path picture = Files.createFile(folder.resolve("a.png"));
        Path detour = Files.createDirectory(folder.resolve("x")).resolve("..").resolve("a.png");

        assertThat(OutputFiles.of(folder, List.of(detour)).rendering())
                .isEqualTo(folder.resolve("a-ikat.png"));
        assertThat(picture).exists();
    }

    @Test
    void aFolderAndANameWithoutEndingAreUnderstood() {
        List<Path> pictures = List.of(Path.of("a.png"));

        assertThat(OutputFiles.of(folder, pictures).model())
                .isEqualTo(folder.resolve("a.safetensors"));
        assertThat(OutputFiles.of(folder.resolve("b"), pictures).model())
                .isEqualTo(folder.resolve("b.safetensors"));
    }

    @Test
    void anotherEndingIsRefused() {
        assertThatThrownBy(() -> OutputFiles.of(Path.of("a.png"), List.of(Path.of("a.png"))))
                .isInstanceOf(Refusal.class)
                .hasMessage("--output is a.png, but a model's file must end in .safetensors");
    }

    @Test
    void theProbeLeavesNothing() throws IOException {
        WritableFolder.check(OutputFiles.of(folder, List.of(Path.of("a.png"))).all());

        assertThat(folder).isEmptyDirectory();
    }
}
