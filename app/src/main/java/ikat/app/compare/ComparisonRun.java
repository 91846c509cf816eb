package ikat.app.compare;

import ikat.app.compare.Comparison.State;
import ikat.app.engine.Scoring;
import ikat.app.progress.LiveLine;
import ikat.app.progress.StageDisplay;
import ikat.app.training.Interruption;
import ikat.method.Effort;
import ikat.method.StoppedException;
import ikat.method.TextureMethod;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries methods one after the other. What is done so far is kept after each, so that nothing is
 * lost that took long.
 */
public final class ComparisonRun {

    /** Keeps a comparison as far as it is. */
    @FunctionalInterface
    public interface Keeper {

        void keep(Comparison comparison) throws IOException;
    }

    private final Task task;
    private final Scoring scoring;
    private final LiveLine line;
    private final Keeper keeper;

    /**
     * A run.
     *
     * @param scoring against the task's exemplar
     * @param keeper hears of each trial
     */
    public ComparisonRun(Task task, Scoring scoring, LiveLine line, Keeper keeper) {
        this.task = task;
        this.scoring = scoring;
        this.line = line;
        this.keeper = keeper;
    }

    /**
     * Tries the methods; the first Ctrl-C ends it early.
     *
     * @throws IOException if what is done cannot be kept
     */
    public Comparison of(List<TextureMethod> methods) throws IOException {
        List<String> names = methods.stream().map(TextureMethod::name).toList();
        List<Trial> trials = new ArrayList<>();
        State state = State.DONE;
        try (Interruption interruption = Interruption.listen(this::announceStop);
                StageDisplay display = new StageDisplay(line, System::nanoTime, names.size())) {
            Effort effort = new Effort(task.time(), task.threads(), interruption::asked);
            for (TextureMethod method : methods) {
                effort.check();
                trials.add(trial(method, effort, trials.size(), display));
                line.line(TrialText.line(trials.get(trials.size() - 1)));
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

    private Trial trial(TextureMethod method, Effort effort, int done, StageDisplay display) {
        return new MethodTrial(
                        task,
                        scoring,
                        effort,
                        System::nanoTime,
                        stage -> display.begin(done, method.name() + ": " + stage))
                .of(method);
    }

    private void announceStop() {
        line.line("stopping; press Ctrl-C again to stop at once, without a report");
    }
}
