package ikat.service.train;

import ikat.analysis.PictureReport;
import java.util.List;

/**
 * A picture that was looked at closely.
 *
 * @param report what was found
 * @param notes what was changed or left out when the picture was read
 */
public record Studied(PictureReport report, List<String> notes) {

    public Studied {
        notes = List.copyOf(notes);
    }
}
