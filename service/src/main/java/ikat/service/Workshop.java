package ikat.service;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.render.Generator;
import ikat.text.Fact;
import ikat.torch.Libtorch;
import ikat.train.Trainer;
import ikat.weave.Detail;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The engines: training, rendering and scoring. */
public interface Workshop {

    /** The engine name that selects the fastest engine. */
    String FASTEST = "auto";

    /**
     * Selects the device for all later computation.
     *
     * @param device auto, cpu or a GPU such as cuda:0
     * @throws IllegalArgumentException one sentence, if there is no such device
     */
    void useDevice(String device);

    /** Makes a trainer. */
    Trainer trainer();

    /**
     * Opens a model for rendering.
     *
     * @param threads at least 1
     * @param engine {@link #FASTEST} or an engine's name
     * @throws IllegalArgumentException if there is no such engine, or the model holds no exemplar
     *     and woven detail is asked for; one sentence
     */
    Rendering open(TextureModel model, int threads, String engine, Detail detail);

    /** Opens a model for rendering, with the detail that it shows by default. */
    default Rendering open(TextureModel model, int threads, String engine) {
        return open(model, threads, engine, Detail.of(model));
    }

    /**
     * Learns what a trained model needs to weave detail from its exemplars.
     *
     * @param start how often the size is halved where places are chosen, 0 to choose it
     * @param hurry asked now and then; once true, the weave is not chosen with care
     * @param notes receives what was found
     * @return nothing if model or exemplars do not allow it
     */
    Optional<Weave> weave(
            TextureModel model,
            Exemplars exemplars,
            int start,
            BooleanSupplier hurry,
            Consumer<Fact> notes);

    /**
     * Opens a model on the fastest engine, for use by many threads.
     *
     * @param threads number of threads that render one picture, at least 1
     */
    Generator generator(TextureModel model, int threads);

    /**
     * Measures an exemplar, to score pictures against it.
     *
     * @throws IllegalArgumentException if it is too small; the message is one sentence
     */
    Scoring scoring(Exemplar exemplar);

    /** The engines of this machine. */
    static Workshop ofThisMachine() {
        return new MachineWorkshop(Libtorch::isThere);
    }
}
