package ikat.lab.compare;

import ikat.image.Exemplar;
import java.time.Duration;
import java.util.List;

/**
 * Methods side by side.
 *
 * @param task what they were asked to do
 * @param trials of those that are done, in order
 * @param planned names of all methods, in order
 * @param state how far it is
 */
public record Comparison(Task task, List<Trial> trials, List<String> planned, State state) {

    /** How far a comparison is. */
    public enum State {
        RUNNING,
        STOPPED,
        DONE
    }

    public Comparison {
        trials = List.copyOf(trials);
        planned = List.copyOf(planned);
    }

    /** Whether any method made a picture. */
    public boolean hasPictures() {
        return trials.stream().anyMatch(trial -> trial.outcome() instanceof Trial.Made);
    }

    /** Names of the methods that have not been tried. */
    List<String> left() {
        return planned.subList(trials.size(), planned.size());
    }

    /**
     * What all methods are asked to do.
     *
     * @param exemplar to make more of
     * @param width of the pictures to make, in pixels
     * @param height of the pictures to make, in pixels
     * @param seed of the learning and of the first picture
     * @param seeds how many pictures are scored, at least 1
     * @param time that a trained method may train
     * @param threads to compute with
     */
    public record Task(
            Exemplar exemplar,
            int width,
            int height,
            long seed,
            int seeds,
            Duration time,
            int threads) {}
}
