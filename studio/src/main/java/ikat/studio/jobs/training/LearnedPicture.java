package ikat.studio.jobs.training;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.text.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A picture to learn from, as it is prepared, and what was found in it; its verdict is good, hard
 * or hopeless, and hopeless ones are not learned. Jobs of earlier versions know neither study nor
 * preparation.
 */
record LearnedPicture(
        String file,
        int width,
        int height,
        String verdict,
        List<String> sentences,
        List<Fact> facts,
        @Nullable Study study,
        @Nullable Preparation preparation) {

    /** Labels of facts that the page shows elsewhere; continued sentences have none. */
    private static final Set<String> SHOWN_ELSEWHERE =
            Set.of("picture", "mind", "refused", "verdict", "");

    /**
     * What helps to prepare a picture.
     *
     * @param width of the file in pixels
     * @param height of the file in pixels
     * @param transparent whether some pixels are
     * @param tile whether opposite edges of what is learned are joined
     * @param flatten advised radius for even light, or null
     * @param looks how often it was looked at
     */
    record Study(
            int width,
            int height,
            boolean transparent,
            boolean tile,
            @Nullable Integer flatten,
            int looks) {

        /** What was found in a picture as it is and as it is learned. */
        static Study of(Exemplar source, Exemplar learned, PictureReport report, int looks) {
            var flatten = report.verdict().flattening();
            return new Study(
                    source.width(),
                    source.height(),
                    source.isTransparent(),
                    learned.domain().isTorus(),
                    flatten.isPresent() ? flatten.getAsInt() : null,
                    looks);
        }
    }

    LearnedPicture {
        sentences = List.copyOf(sentences);
        facts = List.copyOf(facts);
    }

    /** What a report says. */
    static LearnedPicture of(
            String file,
            PictureReport report,
            List<String> notes,
            Study study,
            Preparation preparation) {
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
        return new LearnedPicture(
                file,
                report.width(),
                report.height(),
                verdict,
                sentences,
                facts,
                study,
                preparation);
    }

    /** Whether it is learned. */
    boolean used() {
        return !verdict.equals("hopeless");
    }

    /** How it is prepared. */
    Preparation prepared() {
        return preparation == null ? Preparation.NONE : preparation;
    }

    /** How often it was looked at. */
    int looks() {
        return study == null ? 0 : study.looks();
    }

    /**
     * What clients see of it.
     *
     * @param address of its pictures
     */
    Map<String, Object> shown(String address) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", file);
        one.put("width", width);
        one.put("height", height);
        one.put("verdict", verdict);
        one.put("sentences", sentences);
        one.put("facts", facts);
        one.put("image", address + ".jpg" + (looks() > 1 ? "?look=" + looks() : ""));
        one.put("sourceWidth", study == null ? width : study.width());
        one.put("sourceHeight", study == null ? height : study.height());
        one.put("transparent", study != null && study.transparent());
        one.put("tile", study != null && study.tile());
        one.put("flatten", study == null ? null : study.flatten());
        one.put("prepare", prepared().facts());
        return one;
    }
}
