package ikat.cli;

import ikat.service.Refusal;
import ikat.texture.Legend;
import ikat.texture.Textures;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which colour of a map stands for which texture. */
final class LegendText {

    private static final Pattern ENTRY = Pattern.compile("#?([0-9a-fA-F]{6})\\s*=(.*)");

    /** A comma before a colour; those of places divide nothing. */
    private static final Pattern BETWEEN = Pattern.compile(",(?=\\s*#|\\s*[0-9a-fA-F]{6}\\s*=)");

    private LegendText() {}

    /** {@code #RRGGBB=TEXTURE} with commas between them. */
    static Legend parse(String text, Textures named) {
        List<Legend.Entry> entries = new ArrayList<>();
        for (String part : BETWEEN.split(text, -1)) {
            Matcher entry = ENTRY.matcher(part.trim());
            if (!entry.matches()) {
                throw Refusal.usage(
                        "--legend has "
                                + (part.isBlank() ? "an empty entry" : part.trim())
                                + ", but must have #RRGGBB=TEXTURE with commas between them, such"
                                + " as \"#ff0000=bark,#00ff00=moss\"");
            }
            entries.add(
                    new Legend.Entry(
                            Integer.parseInt(entry.group(1), 16), named.parse(entry.group(2))));
        }
        return new Legend(entries);
    }
}
