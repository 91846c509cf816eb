package ikat.lab.compare;

import ikat.text.FileSize;

/**
 * How much memory the process had at most while a method worked.
 *
 * @param kind what was measured
 * @param peakBytes at most
 * @param beforeBytes when the method began
 */
public record PeakMemory(Kind kind, long peakBytes, long beforeBytes) {

    /** What was measured. */
    public enum Kind {
        /** Memory of the whole process, Java and native libraries included. */
        RESIDENT("resident"),
        /** Java's objects only: this system tells no more. */
        HEAP("Java's heap only");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Such as {@code 812 MB}. */
    String peak() {
        return FileSize.text(peakBytes);
    }

    /** Such as {@code 812 MB at most, 240 MB before (resident)}. */
    String words() {
        return peak()
                + " at most, "
                + FileSize.text(beforeBytes)
                + " before ("
                + kind.words()
                + ")";
    }
}
