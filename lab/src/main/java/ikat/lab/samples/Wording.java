package ikat.lab.samples;

/** Sentences that mean nothing, of words as long and as varied as those of a language. */
final class Wording {

    private static final String[] ONSETS = {
        "", "b", "c", "d", "f", "g", "l", "m", "n", "p", "qu", "r", "s", "t", "v", "st", "pr", "tr",
        "h", "cl", "k", "w", "y", "z", "j", "x"
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "e", "i", "a", "ae", "io"};
    private static final String[] CODAS = {
        "", "", "", "m", "n", "r", "s", "t", "l", "nt", "s", "x", "d"
    };
    private static final String CAPITALS = "ADELNST";

    private final long seed;
    private int spoken;
    private int toStop;

    Wording(long seed) {
        this.seed = seed;
        this.toStop = 6;
    }

    /** The next word, with its capital or its comma or full stop. */
    String next() {
        boolean first = toStop == 0;
        if (first) {
            toStop = 4 + pick(0, 9);
        }
        toStop--;
        StringBuilder word = new StringBuilder();
        int syllables = 1 + pick(1, 5) / 2 + pick(2, 4) / 3;
        for (int n = 0; n < syllables; n++) {
            if (first && n == 0) {
                word.append(CAPITALS.charAt(pick(4, CAPITALS.length())));
            } else {
                word.append(ONSETS[Math.min(pick(10 + n, 34), pick(20 + n, ONSETS.length))]);
            }
            word.append(VOWELS[pick(30 + n, VOWELS.length)]);
        }
        word.append(CODAS[pick(3, CODAS.length)]);
        word.append(toStop == 0 ? "." : pick(5, 8) == 0 ? "," : "");
        spoken++;
        return word.toString();
    }

    private int pick(int channel, int count) {
        return (int) (CellHash.unit(seed, spoken, 0, channel) * count);
    }
}
