package ikat.studio.jobs;

/** File names of which nothing is left but letters, digits and {@code . _ -}. */
public final class FileNames {

    private static final int LONGEST = 80;

    private FileNames() {}

    /** A name for a file that somebody called so; without folders, and never hidden. */
    public static String safe(String given) {
        String last =
                given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        String end = clean.substring(Math.max(0, clean.length() - LONGEST));
        return end.replaceAll("[.-]", "").isEmpty() ? "picture" : end;
    }

    /** The same name with a number before its ending. */
    public static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        return dot > 0
                ? name.substring(0, dot) + "-" + number + name.substring(dot)
                : name + "-" + number;
    }

    /** A name without its ending. */
    public static String base(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
