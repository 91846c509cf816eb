package ikat.service.train;

import ikat.model.TextureModel;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import ikat.train.TrainingProgress;
import java.util.List;
import java.util.function.Consumer;

/** Passes events to several listeners, in their order. */
final class Listeners implements TrainingListener {

    private final List<TrainingListener> listeners;

    Listeners(TrainingListener... listeners) {
        this.listeners = List.of(listeners);
    }

    private void tell(Consumer<TrainingListener> message) {
        listeners.forEach(message);
    }

    @Override
    public void started(TrainingPlan plan, long firstStep) {
        tell(listener -> listener.started(plan, firstStep));
    }

    @Override
    public void progressed(TrainingProgress progress) {
        tell(listener -> listener.progressed(progress));
    }

    @Override
    public void previewed(TextureModel model, TrainingProgress progress) {
        tell(listener -> listener.previewed(model, progress));
    }

    @Override
    public void scored(double score, boolean best, TrainingProgress progress) {
        tell(listener -> listener.scored(score, best, progress));
    }

    @Override
    public void recovered(String reason, TrainingProgress progress) {
        tell(listener -> listener.recovered(reason, progress));
    }

    @Override
    public void checkpointFailed(String reason) {
        tell(listener -> listener.checkpointFailed(reason));
    }
}
