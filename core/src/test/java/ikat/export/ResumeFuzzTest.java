package ikat.export;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.fuzz.FuzzTrial;
import ikat.image.PixelRegion;
import ikat.io.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resume files with a valid checksum and a damaged state are refused, for each kind of picture. */
@Tag("fuzz")
class ResumeFuzzTest {

    private static final String IDENTITY = "one";
    private static final PixelRegion WINDOW = new PixelRegion(0, 0, 2100, 40);
    private static final TileChoice TILES = new TileChoice(64, false);

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.btf", "a.dzi", "t-{y}-{x}.png"})
    void aDamagedResumeFileIsReadOrRefused(String name) throws Exception {
        Path target = folder.resolve(name);
        Path file = folder.resolve("state.resume");
        Path part = folder.resolve(name + ".part");
        Resume resume = new Resume(file, IDENTITY);
        List<byte[]> states = new ArrayList<>();
        try (Workers crew = new Workers("fuzz", 1)) {
            try (Assembly begun = open(target, crew)) {
                begun.begin();
                begun.make(
                        pixels -> {
                            resume.save(begun);
                            byte[] state = Files.readAllBytes(file);
                            states.add(Arrays.copyOf(state, state.length - Long.BYTES));
                        });
            }
            byte[] written = Files.exists(part) ? Files.readAllBytes(part) : new byte[0];
            FuzzTrial.Tally tally =
                    FuzzTrial.of("resume " + name, IOException.class)
                            .run(
                                    states,
                                    input -> {
                                        Files.write(file, Resume.sealed(input)); // to get past
                                        Files.write(part, written); // an earlier input cut it
                                        try (Assembly again = open(target, crew)) {
                                            resume.restore(again);
                                        }
                                    });
            assertThat(tally.refused()).isPositive();
        }
    }

    private static Assembly open(Path target, Workers crew) throws IOException {
        ExportFormat format = ExportFormat.of(target, WINDOW, 3).orElseThrow();
        return format.assembly(new Paint(3), WINDOW, WrappedSides.NONE, target, TILES, crew);
    }
}
