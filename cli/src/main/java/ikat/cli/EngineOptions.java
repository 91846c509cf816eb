package ikat.cli;

import ikat.model.TextureModel;
import ikat.service.Refusal;
import ikat.service.Rendering;
import ikat.service.Workshop;
import ikat.weave.Detail;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that select the engine and the seed. */
final class EngineOptions {

    /** The engine that renders. */
    enum Engine {
        AUTO,
        TORCH,
        ONNX,
        JAVA
    }

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the noise; default: 0.")
    private long seed;

    @Mixin private ThreadsOption threads;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "auto",
            description =
                    "auto, torch (the fastest), onnx (smaller, on every platform) or java (no"
                            + " native library); default: auto.")
    private Engine engine;

    @Option(
            names = "--detail",
            paramLabel = "network|woven",
            description =
                    "Detail of the network alone, or woven from the pixels of the training"
                            + " pictures; default: what looks better, as training found.")
    private @Nullable Detail detail;

    @Mixin private DeviceOption device;

    long seed() {
        return seed;
    }

    /** Throws {@link Refusal} if a value is out of range, before anything is opened. */
    void check() {
        threads.check();
    }

    /** The detail to render, or the usual one if none is chosen. */
    Detail detail(Detail usual) {
        return detail == null ? usual : detail;
    }

    Rendering open(Workshop workshop, TextureModel texture) {
        return open(workshop, texture, Detail.of(texture));
    }

    /**
     * Opens a model.
     *
     * @param usual the detail if none is chosen
     */
    Rendering open(Workshop workshop, TextureModel texture, Detail usual) {
        boolean torch = engine == Engine.AUTO || engine == Engine.TORCH;
        if (!torch && !device.isOpen()) {
            throw Refusal.usage(
                    "--device is for the engine torch; leave out --device or --engine %s",
                    engine());
        }
        if (torch) {
            device.use(workshop);
        }
        return workshop.open(texture, workers(), engine(), detail(usual));
    }

    /** The number of threads. */
    int workers() {
        return threads.count();
    }

    /** The engine's name. */
    String engine() {
        return engine.name().toLowerCase(Locale.ROOT);
    }
}
