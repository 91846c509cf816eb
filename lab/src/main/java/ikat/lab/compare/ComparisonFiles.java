package ikat.lab.compare;

import ikat.io.AtomicFile;
import ikat.service.train.WritableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files that a comparison leaves.
 *
 * @param page for people
 * @param figures for programs, or null
 */
public record ComparisonFiles(Path page, @Nullable Path figures) {

    /** Finds out before long work whether they can be written. */
    public void check() {
        WritableFolder.check(List.of(page));
        if (figures != null) {
            WritableFolder.check(List.of(figures));
        }
    }

    /** Writes them; each appears whole or not at all. */
    public void write(Comparison comparison) throws IOException {
        String html = ComparisonPage.html(comparison);
        AtomicFile.write(page, part -> Files.writeString(part, html));
        if (figures != null) {
            String json = ComparisonJson.of(comparison);
            AtomicFile.write(figures, part -> Files.writeString(part, json));
        }
    }
}
