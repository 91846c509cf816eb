package ikat.studio.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.io.FaultyDisk;
import ikat.studio.web.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapShelfTest {

    @TempDir Path folder;

    @Test
    void theMapThatWasNotUsedForLongestGoesFirst() throws IOException {
        MapShelf shelf = new MapShelf(folder, 3, 1000);
        String first = keep(shelf, "first", 40);
        String second = keep(shelf, "second", 30);
        String third = keep(shelf, "third", 20);
        assertThat(shelf.get(first)).isNotEmpty(); // used just now
        String fourth = keep(shelf, "fourth", 0);
        assertThatThrownBy(() -> shelf.get(second)).isInstanceOf(Problem.class);
        for (String id : new String[] {first, third, fourth}) {
            assertThat(shelf.get(id)).isNotEmpty();
        }
    }

    /** A clock that was ahead when the first was kept. */
    @Test
    void aMapOfTheFutureGoesInItsTurn() throws IOException {
        MapShelf shelf = new MapShelf(folder, 2, 1000);
        String first = keep(shelf, "first", -3600);
        keep(shelf, "second", 10);
        keep(shelf, "third", 0); // makes room, and sets the first right
        keep(shelf, "fourth", -2);
        keep(shelf, "fifth", -2);
        assertThatThrownBy(() -> shelf.get(first)).isInstanceOf(Problem.class);
    }

    /** Each write in turn fails. */
    @Test
    void whateverWriteFailsNothingStaysHalfWritten() throws IOException {
        byte[] map = "a map".getBytes(StandardCharsets.UTF_8);
        int faults =
                FaultyDisk.eachFault(
                        folder,
                        own -> {
                            try {
                                new MapShelf(own.resolve("maps"), 3, 1000).keep(map);
                            } catch (Problem e) {
                                assertThat(e.status()).isEqualTo(503);
                            }
                        },
                        (own, failure) -> {
                            MapShelf shelf = new MapShelf(own.resolve("maps"), 3, 1000);
                            assertThat(shelf.get(shelf.keep(map))).isEqualTo(map);
                            try (Stream<Path> left = Files.list(own.resolve("maps"))) {
                                assertThat(left).hasSize(1);
                            }
                        });
        assertThat(faults).isGreaterThan(5);
    }

    @Test
    void filesAreBoundedInBytesButTheNewestStays() throws IOException {
        MapShelf shelf = new MapShelf(folder, 100, 12);
        keep(shelf, "12345678", 9);
        String last = keep(shelf, "1234567890123456", 0);
        assertThat(shelf.get(last)).hasSize(16);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whatCannotBeWrittenIsToldWithoutNamingTheFolder() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("maps"), "a file");
        MapShelf shelf = new MapShelf(inTheWay, 3, 1000);
        assertThatThrownBy(() -> shelf.keep(new byte[9]))
                .isInstanceOf(Problem.class)
                .hasMessage("the map could not be kept; is the studio's disk full?");
    }

    private String keep(MapShelf shelf, String map, int secondsAgo) throws IOException {
        String id = shelf.keep(map.getBytes(StandardCharsets.UTF_8));
        FileTime time = FileTime.from(Instant.now().minusSeconds(secondsAgo));
        Files.setLastModifiedTime(folder.resolve(id + ".json"), time);
        return id;
    }
}
