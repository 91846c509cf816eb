package ikat.text;

/**
 * Excerpts of untrusted text for one-line messages: quoted, truncated, without control characters.
 */
public final class Excerpt {

    private static final int LONGEST = 80;

    private Excerpt() {}

    /** An excerpt in single quotes. */
    public static String of(String text) {
        return "'" + plain(text, LONGEST) + "'";
    }

    /** An excerpt without quotes, of the given maximum length. */
    public static String plain(String text, int longest) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .limit(longest)
                .map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain + (text.length() > longest ? "…" : "");
    }
}
