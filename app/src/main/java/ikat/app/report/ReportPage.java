package ikat.app.report;

import ikat.model.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The report as one page. */
public final class ReportPage {

    private ReportPage() {}

    /** Writes the page. */
    public static void write(ReportData data, Path file) throws IOException {
        AtomicFile.write(file, part -> Files.writeString(part, html(data)));
    }

    static String html(ReportData data) {
        return "<html></html>";
    }
}
