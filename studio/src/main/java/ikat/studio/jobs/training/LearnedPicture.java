package ikat.studio.jobs.training;

import ikat.analysis.PictureReport;
import ikat.analysis.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A picture to learn from.
 *
 * @param file its name in the folder of the pictures
 * @param width columns
 * @param height rows
 * @param verdict good, hard or hopeless; hopeless ones are not learned
 * @param sentences what there is to say about it
 * @param facts what was found in it, labels and values
 */
record LearnedPicture(
        String file,
        int width,
        int height,
        String verdict,
        List<String> sentences,
        List<Fact> facts) {

    private static final int LABEL = 10;

    /** A label and a value. */
    record Fact(String label, String value) {}

    LearnedPicture {
        sentences = List.copyOf(sentences);
        facts = List.copyOf(facts);
    }

    /** What a report says. */
    static LearnedPicture of(String file, PictureReport report, List<String> notes) {
        List<String> sentences = new ArrayList<>(report.verdict().sentences());
        sentences.addAll(notes);
        List<Fact> facts = new ArrayList<>();
        for (String line : report.describe()) {
            String padded = String.format(Locale.ROOT, "%-10s", line);
            String label = padded.substring(0, LABEL).strip();
            if (!label.isEmpty()
                    && !List.of("picture", "mind", "refused", "verdict").contains(label)) {
                facts.add(new Fact(label, padded.substring(LABEL).strip()));
            }
        }
        return new LearnedPicture(
                file,
                report.width(),
                report.height(),
                word(report.verdict().kind()),
                sentences,
                facts);
    }

    private static String word(Verdict.Kind kind) {
        return switch (kind) {
            case FINE -> "good";
            case WARNED -> "hard";
            case REFUSED -> "hopeless";
        };
    }

    /** Whether it is learned. */
    boolean used() {
        return !verdict.equals("hopeless");
    }
}
