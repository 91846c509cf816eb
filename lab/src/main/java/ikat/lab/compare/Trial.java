package ikat.lab.compare;

import ikat.image.Exemplar;
import ikat.lab.method.Growth;
import ikat.score.Score;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one method.
 *
 * @param name that a user types
 * @param title that a reader sees
 * @param source where the method comes from
 * @param outcome its pictures, or why there are none
 */
public record Trial(String name, String title, String source, Outcome outcome) {

    /** What came of it. */
    public sealed interface Outcome permits Made, Failed {}

    /**
     * Pictures and what they took.
     *
     * @param pictures one for each seed
     * @param growth which sizes the method can make
     * @param preparing time until it was ready to make pictures
     * @param making median time of a picture
     * @param makes how many pictures the median is of
     * @param memory while it prepared and made
     * @param judgement how alike the pictures are to the exemplar
     */
    public record Made(
            List<Exemplar> pictures,
            Growth growth,
            Duration preparing,
            Duration making,
            int makes,
            PeakMemory memory,
            Judgement judgement)
            implements Outcome {

        public Made {
            pictures = List.copyOf(pictures);
        }
    }

    /**
     * No picture.
     *
     * @param why one sentence
     */
    public record Failed(String why) implements Outcome {}

    /**
     * A score, or why there is none.
     *
     * @param score or null
     * @param why one sentence where there is no score, else empty
     */
    public record Judgement(@Nullable Score score, String why) {}
}
