package ikat.analysis;

import ikat.image.Exemplar;
import ikat.text.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether a picture can be learned.
 *
 * @param kind how grave the verdict is
 * @param sentences to be shown to the user as they are; empty if the picture is fine
 * @param flattening radius in pixels over which the light should be made even, where a sentence
 *     says so
 */
public record Verdict(Kind kind, List<String> sentences, OptionalInt flattening) {

    /** A picture with a shorter side has fewer places for patches than a training needs. */
    static final int LEAST_SIDE = 48;

    /** A picture with a shorter side gives a patch of 160 pixels too few places. */
    private static final int COMFORTABLE_SIDE = 192;

    /** Side of what one decision of a discriminator of five stages sees. */
    private static final int SEEN_PIXELS = 125;

    private static final double ONE_COLOUR = 1.5 / 127.5;

    /** How grave a verdict is. */
    public enum Kind {
        /** Can be trained. */
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

    /** A verdict that does not ask for even light. */
    public Verdict(Kind kind, List<String> sentences) {
        this(kind, sentences, OptionalInt.empty());
    }

    /**
     * The reason why a picture cannot be learned, if any; faster than a report.
     *
     * @return the rest of a sentence that begins with the picture's name, without a full stop
     */
    public static Optional<String> refusal(Exemplar picture) {
        if (greatestRange(picture) < ONE_COLOUR) {
            return Optional.of("has one colour only; there is nothing to learn");
        }
        if (Math.min(picture.width(), picture.height()) < LEAST_SIDE) {
            return Optional.of(
                    text(
                            "is %dx%d pixels; a picture needs at least %d pixels a side: use a"
                                    + " larger one, or scale it up",
                            picture.width(), picture.height(), LEAST_SIDE));
        }
        if (picture.domain().side() < LEAST_SIDE) {
            return Optional.of(
                    text(
                            "is hidden but for parts that hold no squares of %d pixels; there is"
                                    + " too little to learn",
                            LEAST_SIDE));
        }
        return Optional.empty();
    }

    /**
     * The warnings about a picture that is not refused.
     *
     * @param flattening the radius over which even light would make its parts alike, if that helps
     */
    static Verdict warnings(
            Exemplar picture,
            ElementSize element,
            Homogeneity homogeneity,
            OptionalInt flattening) {
        List<String> sentences = new ArrayList<>();
        boolean uneven = !homogeneity.drifts() && flattening.isPresent();
        if (Math.min(picture.width(), picture.height()) < COMFORTABLE_SIDE) {
            sentences.add(
                    text(
                            "%s is small (%dx%d pixels) and is trained with a smaller patch; from"
                                    + " %d pixels a side there would be more to learn from.",
                            picture.name(), picture.width(), picture.height(), COMFORTABLE_SIDE));
        }
        if (element.decisive() > SEEN_PIXELS) {
            sentences.add(
                    text(
                            "The elements of %s are about %.0fx%.0f pixels, but the network sees %d"
                                    + " at once: scale the picture to %.0f %%.",
                            picture.name(),
                            element.width(),
                            element.height(),
                            SEEN_PIXELS,
                            100 * 0.6 * SEEN_PIXELS / element.decisive()));
        }
        if (homogeneity.drifts()) {
            sentences.add(
                    text(
                            "The period of %s changes by %.0f %% over the picture, as in"
                                    + " perspective; the texture will have one period everywhere,"
                                    + " unless --corners straightens the picture.",
                            picture.name(), 100 * (homogeneity.drift() - 1)));
        } else if (uneven) {
            sentences.add(
                    text(
                            "The light on %s changes slowly; --flatten %d makes it even.",
                            picture.name(), flattening.getAsInt()));
        } else if (!homogeneity.uniform()) {
            sentences.add(
                    text(
                            "The parts of %s differ in brightness, contrast or scale; the texture"
                                    + " will mix them: crop to a part that looks alike everywhere.",
                            picture.name()));
        }
        return new Verdict(
                sentences.isEmpty() ? Kind.FINE : Kind.WARNED,
                sentences,
                uneven ? flattening : OptionalInt.empty());
    }

    private static double greatestRange(Exemplar picture) {
        int area = picture.width() * picture.height();
        double greatest = 0;
        for (int c = 0; c < picture.channels(); c++) {
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (int i = c * area; i < (c + 1) * area; i++) {
                least = Math.min(least, picture.pixels()[i]);
                most = Math.max(most, picture.pixels()[i]);
            }
            greatest = Math.max(greatest, most - least);
        }
        return greatest;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** One fact per sentence, of which the first is labelled, or that the picture is fine. */
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
