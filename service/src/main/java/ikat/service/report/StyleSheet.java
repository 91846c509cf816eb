package ikat.service.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Style sheets of self-contained pages. */
public final class StyleSheet {

    private StyleSheet() {}

    /**
     * The shared style sheet followed by that of a page.
     *
     * @param page class whose package holds the style sheet
     * @param name such as {@code compare.css}
     */
    public static String with(Class<?> page, String name) throws IOException {
        return shared() + read(page, name);
    }

    /** The style sheet shared by all pages. */
    static String shared() throws IOException {
        return read(StyleSheet.class, "report.css");
    }

    private static String read(Class<?> page, String name) throws IOException {
        try (InputStream in = page.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the program's style sheet is missing; build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
