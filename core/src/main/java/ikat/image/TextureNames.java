package ikat.image;

import ikat.text.SafeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Texture names derived from file names: the base name without its extension. Parent folders are
 * prepended to equal names until they differ, and a number is appended if they still do not. Names
 * are in Unicode's composed form (NFC).
 */
public final class TextureNames {

    private static final int LONGEST = 200;

    private TextureNames() {}

    /**
     * Unique names for files, in order: 1 to 200 letters with their marks, digits and {@code . _ /
     * -}; other characters become {@code -}.
     *
     * @param paths paths of the files, with {@code /} or {@code \} between folders
     */
    public static List<String> of(List<String> paths) {
        List<String[]> parts = paths.stream().map(TextureNames::parts).toList();
        int[] depths = new int[parts.size()];
        List<String> names = names(parts, depths);
        while (deepen(names, parts, depths)) {
            names = names(parts, depths);
        }
        return numbered(names);
    }

    /** Folders and base name, with disallowed characters replaced. */
    private static String[] parts(String path) {
        String[] parts = path.replace('\\', '/').replaceAll("/+", "/").split("/");
        String file = parts.length == 0 ? "" : parts[parts.length - 1];
        int dot = file.lastIndexOf('.');
        String base = dot > 0 ? file.substring(0, dot) : file;
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < parts.length - 1; i++) {
            if (!parts[i].isEmpty() && !parts[i].matches("\\.\\.?")) {
                kept.add(SafeName.of(parts[i]));
            }
        }
        kept.add(base.isEmpty() ? "picture" : SafeName.of(base));
        return kept.toArray(new String[0]);
    }

    private static List<String> names(List<String[]> parts, int[] depths) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < depths.length; i++) {
            String[] all = parts.get(i);
            String[] last = Arrays.copyOfRange(all, all.length - 1 - depths[i], all.length);
            names.add(shortened(String.join("/", last), LONGEST));
        }
        return names;
    }

    /** Prepends a folder to each name that is not unique; returns whether any folder was added. */
    private static boolean deepen(List<String> names, List<String[]> parts, int[] depths) {
        Map<String, Integer> counts = new HashMap<>();
        names.forEach(name -> counts.merge(name, 1, Integer::sum));
        boolean deeper = false;
        for (int i = 0; i < depths.length; i++) {
            if (counts.getOrDefault(names.get(i), 0) > 1 && depths[i] < parts.get(i).length - 1) {
                depths[i]++;
                deeper = true;
            }
        }
        return deeper;
    }

    private static List<String> numbered(List<String> names) {
        Set<String> taken = new HashSet<>(names);
        Set<String> given = new HashSet<>();
        List<String> result = new ArrayList<>();
        for (String name : names) {
            String own = name;
            for (int n = 2; given.contains(own) || (n > 2 && taken.contains(own)); n++) {
                own = shortened(name, LONGEST - 12) + "-" + n;
            }
            given.add(own);
            result.add(own);
        }
        return result;
    }

    /**
     * The end of a name, which is more specific than its beginning; never splits a surrogate pair.
     */
    private static String shortened(String name, int longest) {
        if (name.length() <= longest) {
            return name;
        }
        int from = name.length() - longest;
        return name.substring(Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from);
    }
}
