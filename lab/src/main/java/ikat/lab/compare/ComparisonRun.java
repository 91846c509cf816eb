package ikat.lab.compare;

import ikat.lab.compare.Comparison.State;
import ikat.lab.method.Effort;
import ikat.lab.method.StoppedException;
import ikat.lab.method.TextureMethod;
import ikat.service.Scoring;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Tries methods one after the other. What is done so far is kept after each, so that nothing is
 * lost that took long.
 *
 * @param scoring against the task's exemplar
 * @param keeper receives the comparison after each trial, and at the end
 */
public record ComparisonRun(
        Comparison.Task task, Scoring scoring, Keeper keeper, Listener listener) {

    /** Keeps a comparison as far as it is. */
    @FunctionalInterface
    public interface Keeper {

        void keep(Comparison comparison) throws IOException;
    }

    /** Follows a comparison, on the thread that compares. */
    public interface Listener {

        /**
         * Something begins.
         *
         * @param done methods that have been tried
         * @param method that is tried now
         * @param stage what it does, such as {@code preparing}
         */
        void began(int done, TextureMethod method, String stage);

        /** A method has been tried. */
        void tried(Trial trial);
    }

    /**
     * Tries the methods.
     *
     * @param stop ends it early once true
     * @throws IOException if what is done cannot be kept
     */
    public Comparison of(List<TextureMethod> methods, BooleanSupplier stop) throws IOException {
        List<String> names = methods.stream().map(TextureMethod::name).toList();
        List<Trial> trials = new ArrayList<>();
        State state = State.DONE;
        try {
            Effort effort = new Effort(task.time(), task.threads(), stop);
            for (TextureMethod method : methods) {
                effort.check();
                Trial trial = trial(method, effort, trials.size());
                trials.add(trial);
                listener.tried(trial);
                if (trials.size() < names.size()) {
                    keeper.keep(new Comparison(task, trials, names, State.RUNNING));
                }
            }
        } catch (StoppedException e) {
            state = State.STOPPED;
        }
        Comparison comparison = new Comparison(task, trials, names, state);
        keeper.keep(comparison);
        return comparison;
    }

    private Trial trial(TextureMethod method, Effort effort, int done) {
        return new MethodTrial(task, scoring, effort, stage -> listener.began(done, method, stage))
                .of(method);
    }
}
