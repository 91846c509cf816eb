package ikat.app.inspect;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import java.util.ArrayList;
import java.util.List;

/** What was found in a picture, in words. */
public final class PictureText {

    private PictureText() {}

    /** A heading and some indented lines. */
    public static List<String> lines(Exemplar exemplar, PictureReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s  %dx%d, %s"
                        .formatted(
                                exemplar.name(),
                                exemplar.width(),
                                exemplar.height(),
                                exemplar.channels() == 1 ? "grey" : "colour"));
        lines.add("  " + report);
        exemplar.notes().forEach(note -> lines.add("  note       " + note));
        return lines;
    }
}
