package ikat.studio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {

    @TempDir private Path folder;

    @Test
    void aFolderKeepsItsToken() throws IOException {
        Path inner = folder.resolve("studio");

        String first = TokenFile.keptIn(inner);

        assertThat(first).matches("[0-9a-f]{32}");
        assertThat(TokenFile.keptIn(inner)).isEqualTo(first);
        assertThat(TokenFile.keptIn(folder)).isNotEqualTo(first);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseReadsIt() throws IOException {
        TokenFile.keptIn(folder);

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("token"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsNoTokenIsNotReadIntoMemory() throws IOException {
        Path file = Files.write(folder.resolve("large"), new byte[5000]);

        assertThatThrownBy(() -> TokenFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too long for a token");
    }
}
