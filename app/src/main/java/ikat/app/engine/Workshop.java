package ikat.app.engine;

import ikat.app.progress.Terminal;
import ikat.image.Exemplar;
import ikat.model.TextureModel;
import ikat.train.Trainer;

/** What the commands do their work with. */
public interface Workshop {

    /** The name of the engine that stands for whichever is fastest. */
    String FASTEST = "auto";

    /** Makes a trainer. */
    Trainer trainer();

    /**
     * Opens a model for rendering.
     *
     * @param threads at least 1
     * @param engine {@link #FASTEST} or an engine's name
     * @throws IllegalArgumentException if there is no such engine
     */
    Rendering open(TextureModel model, int threads, String engine);

    /**
     * Measures an exemplar, to score pictures against it.
     *
     * @throws IllegalArgumentException if it is too small; the message is one sentence
     */
    Scoring scoring(Exemplar exemplar);

    /** What the output can show. */
    Terminal terminal();

    /** The engines of this machine. */
    static Workshop ofThisMachine() {
        return new MachineWorkshop();
    }
}
