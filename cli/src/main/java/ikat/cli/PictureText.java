package ikat.cli;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import java.util.ArrayList;
import java.util.List;

/** What was found in a picture, in words. */
public final class PictureText {

    private PictureText() {}

    /** The report's lines, and what was changed when the picture was read. */
    public static List<String> lines(Exemplar exemplar, PictureReport report) {
        List<String> lines = new ArrayList<>(report.describe());
        exemplar.notes().forEach(note -> lines.add("note: " + note));
        return lines;
    }
}
