package ikat.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir Path folder;

    @Test
    void theFileAppearsAlone() throws IOException {
        Path target = folder.resolve("a.txt");
        AtomicFile.write(target, temporary -> Files.writeString(temporary, "new"));
        assertThat(target).hasContent("new");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void theTargetIsUntouchedWhileItIsBeingWritten() throws IOException {
        Path target = Files.writeString(folder.resolve("a.txt"), "old");
        AtomicFile.write(
                target,
                temporary -> {
                    Files.writeString(temporary, "new");
                    assertThat(target).hasContent("old");
                    assertThat(temporary.getParent()).isEqualTo(folder);
                });
        assertThat(target).hasContent("new");
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path target = Files.writeString(folder.resolve("a.txt"), "old");
        assertThatThrownBy(() -> AtomicFile.write(target, AtomicFileTest::fillDisk))
                .isInstanceOf(IOException.class)
                .hasMessage("could not write " + target + ": No space left on device");
        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void whatAKilledProcessLeftIsRemoved() throws Exception {
        Path target = folder.resolve("a.txt");
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
        for (String name :
                List.of(
                        "a.txt.part-" + gone.pid() + "-1",
                        "a.txt.part-" + ProcessHandle.current().pid() + "-99",
                        "a.txt.part-notes",
                        "b.txt.part-" + gone.pid() + "-1")) {
            Files.setLastModifiedTime(Files.createFile(folder.resolve(name)), old);
        }
        Path fresh = Files.createFile(folder.resolve("a.txt.part-" + gone.pid() + "-2"));
        AtomicFile.write(target, temporary -> Files.writeString(temporary, "new"));
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "a.txt",
                        "a.txt.part-" + ProcessHandle.current().pid() + "-99",
                        "a.txt.part-notes",
                        "b.txt.part-" + gone.pid() + "-1",
                        String.valueOf(fresh.getFileName()));
    }

    /** A clock that was an hour ahead when the file was written, and has been set right. */
    @Test
    void whatWasLeftInTheFutureIsYoungNowAndAges() throws Exception {
        Path target = folder.resolve("a.txt");
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Instant now = Instant.parse("2026-05-04T10:00:00Z");
        Path left = Files.createFile(folder.resolve("a.txt.part-" + gone.pid() + "-1"));
        Files.setLastModifiedTime(left, FileTime.from(now.plusSeconds(3600)));
        AtomicFile.removeAbandoned(target, now);
        AtomicFile.removeAbandoned(target, now.plusSeconds(300));
        assertThat(left).exists();
        AtomicFile.removeAbandoned(target, now.plusSeconds(601));
        assertThat(left).doesNotExist();
    }

    /** Whoever writes there, on a machine with a wrong clock, is not taken for gone. */
    @Test
    void whatIsWrittenInTheFutureStays() throws Exception {
        Path target = folder.resolve("a.txt");
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Instant now = Instant.parse("2026-05-04T10:00:00Z");
        Path part = Files.createFile(folder.resolve("a.txt.part-" + gone.pid() + "-1"));
        for (int minute = 0; minute < 60; minute++) {
            Instant then = now.plusSeconds(60L * minute);
            Files.setLastModifiedTime(part, FileTime.from(then.plusSeconds(3600)));
            AtomicFile.removeAbandoned(target, then);
            assertThat(part).exists();
        }
    }

    @Test
    void anyExceptionOfTheBodyLeavesNothing() throws IOException {
        Path target = folder.resolve("a.txt");
        assertThatThrownBy(
                        () ->
                                AtomicFile.write(
                                        target,
                                        temporary -> {
                                            Files.writeString(temporary, "half");
                                            throw new IllegalStateException("no");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () ->
                                AtomicFile.write(
                                        target,
                                        temporary -> {
                                            throw new UncheckedIOException(new IOException("no"));
                                        }))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith(": no");
        assertThat(names()).isEmpty();
    }

    @Test
    void aFolderIsNoTarget() {
        assertThatThrownBy(() -> AtomicFile.write(folder, AtomicFileTest::fillDisk))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder + ": it is a folder");
    }

    @Test
    void aMissingFolderIsNamed() {
        Path target = folder.resolve("none").resolve("a.txt");
        assertThatThrownBy(() -> AtomicFile.write(target, AtomicFileTest::fillDisk))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no folder " + folder.resolve("none"));
    }

    @Test
    void aLockedFolderIsNamed() {
        assumeTrue(folder.toFile().setWritable(false));
        assumeTrue(!Files.isWritable(folder), "a superuser writes everywhere");
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("a"), AtomicFileTest::fillDisk))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no permission to write " + folder);
    }

    @Test
    void aDeviceIsRefused() {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        assertThatThrownBy(() -> AtomicFile.write(device, AtomicFileTest::fillDisk))
                .isInstanceOf(IOException.class)
                .hasMessage("could not write /dev/null: it is not a regular file");
    }

    @Test
    void aSymbolicLinkIsFollowed() throws IOException {
        Path target = Files.writeString(folder.resolve("a.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        AtomicFile.write(link, temporary -> Files.writeString(temporary, "new"));
        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("new");
    }

    @Test
    void aNameOfFullLengthIsWritten() throws IOException {
        Path target = folder.resolve("n".repeat(255));
        AtomicFile.write(target, temporary -> Files.writeString(temporary, "new"));
        assertThat(target).hasContent("new");
    }

    private static void fillDisk(Path temporary) throws IOException {
        Files.writeString(temporary, "half");
        throw new IOException("No space left on device");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
