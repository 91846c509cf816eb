package ikat.studio.web;

import io.javalin.http.Context;
import java.util.Optional;

/** Reads what stands after the question mark, with sentences for what cannot be read. */
public final class Query {

    private Query() {}

    /** A text, unless it is empty or missing. */
    public static Optional<String> text(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isBlank());
    }

    /** A whole number of any size. */
    public static long wholeNumber(Context context, String name, long usual) {
        return text(context, name).map(text -> wholeNumber(name, text)).orElse(usual);
    }

    /** A whole number from a range. */
    public static int wholeNumber(Context context, String name, int usual, int least, int most) {
        long value = wholeNumber(context, name, usual);
        if (value < least || value > most) {
            throw Problem.badRequest(
                    name + " is " + value + ", but must be from " + least + " to " + most);
        }
        return (int) value;
    }

    /** A whole number that stands in the path or elsewhere. */
    public static long wholeNumber(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.badRequest(
                    name + " is " + excerpt(text) + ", but must be a whole number");
        }
    }

    /** The beginning of what somebody sent, for a message. */
    public static String excerpt(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
