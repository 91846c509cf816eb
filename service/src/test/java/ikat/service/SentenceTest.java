package ikat.service;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.ImageFormatException;
import ikat.io.AtomicFile;
import ikat.model.ModelFormatException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void filesAreNamed() {
        assertThat(Sentence.of(new NoSuchFileException("a.png")))
                .isEqualTo("there is no file a.png");
        assertThat(Sentence.of(new AccessDeniedException("a.png"))).contains("permission", "a.png");
        assertThat(Sentence.of(new FileSystemException("a", null, "No space left on device")))
                .isEqualTo("a: no space left on device");
    }

    @Test
    void whatIkatSaysIsTakenAsItIs() {
        assertThat(Sentence.of(new ModelFormatException("a is cut."))).isEqualTo("a is cut");
        assertThat(Sentence.of(new UncheckedIOException(new IOException("full"))))
                .isEqualTo("full");
        assertThat(Sentence.of(new IllegalArgumentException("batch is 0"))).isEqualTo("batch is 0");
    }

    @Test
    void foldersCanBeKeptBack() {
        Path file = Path.of("kept", "a.png");
        IOException denied = new AccessDeniedException("kept");
        assertThat(Sentence.withoutFolders(AtomicFile.failure(file, denied)))
                .isEqualTo("could not write a.png: no permission to write kept");
        assertThat(Sentence.withoutFolders(new NoSuchFileException(file.toString())))
                .isEqualTo("there is no file a.png");
        assertThat(
                        Sentence.withoutFolders(
                                new UncheckedIOException(
                                        new ImageFormatException(file, "is empty"))))
                .isEqualTo("a.png is empty");
    }

    @Test
    void theUnexpectedIsCalledSo() {
        assertThat(Sentence.of(new NullPointerException()))
                .contains("unexpected", "NullPointerException", "--stacktrace");
        assertThat(Sentence.of(new EOFException())).contains("unexpected", "EOFException");
        assertThat(Sentence.of(new IllegalStateException("one\ntwo")))
                .contains("one")
                .doesNotContain("two", "\n");
    }
}
