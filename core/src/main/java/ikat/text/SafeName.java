package ikat.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Names of people's choice, in any script, as names of files and textures. */
public final class SafeName {

    private SafeName() {}

    /**
     * The name with letters, their marks, digits and {@code . _ -}, in Unicode's composed form
     * (NFC), so that the same name is the same text whichever system it comes from; anything else
     * becomes {@code -}.
     */
    public static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}._-]", "-");
    }

    /**
     * The end of a name, which is more specific than its beginning: at most so many bytes of UTF-8,
     * never beginning with a mark or within a letter.
     */
    public static String end(String name, int bytes) {
        int from = name.length();
        int cut = from;
        int used = 0;
        while (cut > 0) {
            int letter = name.codePointBefore(cut);
            used += Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (used > bytes) {
                break;
            }
            cut -= Character.charCount(letter);
            if (!isMark(letter)) {
                from = cut;
            }
        }
        return name.substring(from);
    }

    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
