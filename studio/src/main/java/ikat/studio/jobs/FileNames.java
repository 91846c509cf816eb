package ikat.studio.jobs;

/** File names reduced to letters, digits and {@code . _ -}. */
public final class FileNames {

    private static final int LONGEST = 80;

    private FileNames() {}

    /** A safe name for an uploaded file: without folders, and never hidden. */
    public static String safe(String given) {
        String last =
                given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        String end = clean.substring(Math.max(0, clean.length() - LONGEST));
        return end.replaceAll("[.-]", "").isEmpty() ? "picture" : end;
    }

    /** Inserts a number before the extension. */
    public static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        return dot > 0
                ? name.substring(0, dot) + "-" + number + name.substring(dot)
                : name + "-" + number;
    }

    /** Removes the extension. */
    public static String base(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
