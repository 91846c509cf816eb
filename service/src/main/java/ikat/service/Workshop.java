package ikat.service;

import ikat.image.Exemplar;
import ikat.model.TextureModel;
import ikat.render.Generator;
import ikat.train.Trainer;

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
     * @throws IllegalArgumentException if there is no such engine
     */
    Rendering open(TextureModel model, int threads, String engine);

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
        return new MachineWorkshop();
    }
}
