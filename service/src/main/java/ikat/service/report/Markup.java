package ikat.service.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML that is also well-formed XML. */
public final class Markup {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins a page up to its content, which stands in {@code main} in {@code body}.
     *
     * @param page class whose package holds the page's own style sheets
     * @param styles their names, such as {@code compare.css}; they follow the shared one
     */
    public Markup begin(String title, Class<?> page, String... styles) throws IOException {
        StringBuilder style = new StringBuilder(read(Markup.class, "report.css"));
        for (String name : styles) {
            style.append(read(page, name));
        }
        open("html", "lang=en").open("head");
        empty("meta", "charset=utf-8");
        empty("meta", "name=viewport", "content=width=device-width, initial-scale=1");
        leaf("title", title).leaf("style", style.toString()).close();
        return open("body").open("main");
    }

    private static String read(Class<?> page, String style) throws IOException {
        try (InputStream in = page.getResourceAsStream(style)) {
            if (in == null) {
                throw new IOException("the program's style sheet is missing; build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Begins an element; attributes are written NAME=VALUE. */
    public Markup open(String tag, String... attributes) {
        tag(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Ends the element that was begun last. */
    public Markup close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element that holds nothing; only for those that HTML knows as empty, and inside SVG. */
    public Markup empty(String tag, String... attributes) {
        tag(tag, attributes);
        out.append("/>");
        return this;
    }

    /** An element that holds text. */
    public Markup leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** Text, in which nothing is markup. */
    public Markup text(String text) {
        text.codePoints().forEach(this::append);
        return this;
    }

    private void tag(String tag, String... attributes) {
        out.append('<').append(tag);
        for (String attribute : attributes) {
            int value = attribute.indexOf('=') + 1;
            out.append(' ').append(attribute, 0, value).append('"');
            text(attribute.substring(value));
            out.append('"');
        }
    }

    private void append(int character) {
        switch (character) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            default -> out.appendCodePoint(isAllowed(character) ? character : '\ufffd');
        }
    }

    /**
     * Whether XML allows a character: no control characters except newline and tab, no surrogates,
     * U+FFFE or U+FFFF.
     */
    private static boolean isAllowed(int character) {
        if (character < 0x20) {
            return character == '\n' || character == '\t';
        }
        boolean half = character >= 0xd800 && character <= 0xdfff;
        return !half && character != 0xfffe && character != 0xffff;
    }

    /** The finished page; every element must have been closed. */
    public String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("the element " + open.peek() + " is still open");
        }
        return "<!DOCTYPE html>\n" + out;
    }
}
