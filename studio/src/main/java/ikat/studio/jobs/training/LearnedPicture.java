package ikat.studio.jobs.training;

import ikat.analysis.PictureReport;
import ikat.text.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A picture to learn from and what was found in it; its verdict is good, hard or hopeless, and
 * hopeless ones are not learned.
 */
record LearnedPicture(
        String file,
        int width,
        int height,
        String verdict,
        List<String> sentences,
        List<Fact> facts) {

    /** Labels of facts that the page shows elsewhere; continued sentences have none. */
    private static final Set<String> SHOWN_ELSEWHERE =
            Set.of("picture", "mind", "refused", "verdict", "");

    LearnedPicture {
        sentences = List.copyOf(sentences);
        facts = List.copyOf(facts);
    }

    /** What a report says. */
    static LearnedPicture of(String file, PictureReport report, List<String> notes) {
        List<String> sentences = new ArrayList<>(report.verdict().sentences());
        sentences.addAll(notes);
        List<Fact> facts =
                report.facts().stream()
                        .filter(fact -> !SHOWN_ELSEWHERE.contains(fact.label()))
                        .toList();
        String verdict =
                switch (report.verdict().kind()) {
                    case FINE -> "good";
                    case WARNED -> "hard";
                    case REFUSED -> "hopeless";
                };
        return new LearnedPicture(file, report.width(), report.height(), verdict, sentences, facts);
    }

    /** Whether it is learned. */
    boolean used() {
        return !verdict.equals("hopeless");
    }
}
