package ikat.studio.web;

import ikat.text.Checks;
import ikat.text.Excerpt;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads query parameters; what cannot be read is refused with a sentence. */
public final class Query {

    private static final int LONGEST_EXCERPT = 60;

    private Query() {}

    /** A text; empty if the parameter is missing or blank. */
    public static Optional<String> text(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isBlank());
    }

    /** A whole number of any size. */
    public static long wholeNumber(Context context, String name, long usual) {
        return text(context, name).map(text -> wholeNumber(name, text)).orElse(usual);
    }

    /** A whole number from a range. */
    public static int wholeNumber(Context context, String name, int usual, int least, int most) {
        return (int) Checks.range(name, wholeNumber(context, name, usual), least, most);
    }

    /** Parses a whole number from the path or elsewhere. */
    public static long wholeNumber(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.invalid(name, text, "a whole number");
        }
    }

    /** Parses the name of a constant, which is its text in lower case. */
    public static <E extends Enum<E>> E constant(Class<E> type, String name, String text) {
        List<String> all = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            all.add(constant.toString().toLowerCase(Locale.ROOT));
            if (all.get(all.size() - 1).equals(text)) {
                return constant;
            }
        }
        throw Problem.invalid(name, text, "one of " + String.join(", ", all));
    }

    /** The beginning of a client's text, without control characters, for a message. */
    public static String excerpt(String text) {
        return Excerpt.plain(text, LONGEST_EXCERPT);
    }
}
