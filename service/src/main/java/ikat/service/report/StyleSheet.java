package ikat.service.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The style sheets of pages that load nothing. */
public final class StyleSheet {

    private StyleSheet() {}

    /**
     * What all pages share, and what one of them adds.
     *
     * @param page that it lies beside
     * @param name such as {@code compare.css}
     */
    public static String with(Class<?> page, String name) throws IOException {
        return shared() + read(page, name);
    }

    /** What all pages share. */
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
