package ikat.lab.method;

/** Which sizes a method can make. */
public enum Growth {
    /** Any size in flat memory, any part of it alone. */
    ENDLESS("any size, any part alone"),
    /** Any size, as long as the whole picture fits into memory. */
    WHOLE("as large as memory allows, as a whole"),
    /** One size only. */
    FIXED("one size only");

    private final String words;

    Growth(String words) {
        this.words = words;
    }

    /** For a table. */
    public String words() {
        return words;
    }
}
