package ikat.model;

/** Text of unknown origin, made fit for one line of a message: quoted, cut, no controls. */
final class Excerpt {

    private static final int LONGEST = 80;

    private Excerpt() {}

    static String of(String text) {
        return "'" + plain(text, LONGEST) + "'";
    }

    /** The same without quotes and with a length of one's own. */
    static String plain(String text, int longest) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .limit(longest)
                .map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain + (text.length() > longest ? "…" : "");
    }
}
