package ikat.analysis;

import ikat.text.Fact;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a picture can be learned.
 *
 * @param kind whether there is something to say, and how grave it is
 * @param sentences what there is to say, to be shown as it is; empty where all is fine
 */
public record Verdict(Kind kind, List<String> sentences) {

    /** How grave a verdict is. */
    public enum Kind {
        /** A texture. */
        FINE,
        /** Can be trained, but the result may disappoint. */
        WARNED,
        /** Cannot be trained. */
        REFUSED
    }

    public Verdict {
        sentences = List.copyOf(sentences);
        if (sentences.isEmpty() != (kind == Kind.FINE)) {
            throw new IllegalArgumentException(
                    "a verdict %s with %s sentences; only FINE has none"
                            .formatted(kind, sentences.size()));
        }
    }

    static Verdict refused(String sentence) {
        return new Verdict(Kind.REFUSED, List.of(sentence));
    }

    static Verdict warned(List<String> sentences) {
        return new Verdict(sentences.isEmpty() ? Kind.FINE : Kind.WARNED, sentences);
    }

    /** One fact for each sentence, the first one labelled, or the word that all is fine. */
    List<Fact> facts() {
        if (kind == Kind.FINE) {
            return List.of(new Fact("verdict", "fine"));
        }
        List<Fact> facts = new ArrayList<>();
        String label = refuses() ? "refused" : "mind";
        for (String sentence : sentences) {
            facts.add(new Fact(facts.isEmpty() ? label : "", sentence));
        }
        return facts;
    }

    /** Whether the picture cannot be trained. */
    public boolean refuses() {
        return kind == Kind.REFUSED;
    }
}
