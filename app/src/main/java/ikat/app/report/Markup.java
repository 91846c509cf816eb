package ikat.app.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML that is also well-formed XML. */
final class Markup {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element; attributes come as name, value, name, value. */
    Markup open(String tag, String... attributes) {
        begin(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Ends the element that was begun last. */
    Markup close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element that holds nothing; only for those that HTML knows as empty, and inside SVG. */
    Markup empty(String tag, String... attributes) {
        begin(tag, attributes);
        out.append("/>");
        return this;
    }

    /** An element that holds text. */
    Markup leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** Text, in which nothing is markup. */
    Markup text(String text) {
        text.codePoints().forEach(this::append);
        return this;
    }

    private void begin(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1]);
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

    /** XML has no place for control characters, halves of surrogate pairs and two more. */
    private static boolean isAllowed(int character) {
        if (character < 0x20) {
            return character == '\n' || character == '\t';
        }
        boolean half = character >= 0xd800 && character <= 0xdfff;
        return !half && character != 0xfffe && character != 0xffff;
    }

    /** The page; every element has been ended. */
    String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("the element " + open.peek() + " is still open");
        }
        return "<!DOCTYPE html>\n" + out;
    }
}
