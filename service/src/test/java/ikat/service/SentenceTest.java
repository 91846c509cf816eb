package ikat.service;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.model.ModelFormatException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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
    void theUnexpectedIsCalledSo() {
        assertThat(Sentence.of(new NullPointerException()))
                .contains("unexpected", "NullPointerException", "--stacktrace");
        assertThat(Sentence.of(new EOFException())).contains("unexpected", "EOFException");
        assertThat(Sentence.of(new IllegalStateException("one\ntwo")))
                .contains("one")
                .doesNotContain("two", "\n");
    }
}
