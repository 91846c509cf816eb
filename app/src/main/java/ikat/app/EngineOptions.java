package ikat.app;

import ikat.app.engine.Rendering;
import ikat.app.engine.Workshop;
import ikat.app.failure.Refusal;
import ikat.model.TextureModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what renders, and which of the endless textures. */
final class EngineOptions {

    private static final int MOST_THREADS = 1024;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Which of the endless textures; default: 0.")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Default: all processors.")
    private @Nullable Integer threads;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = Workshop.FASTEST,
            converter = EngineConverter.class,
            description = "auto, torch (fast) or java (no native library); default: auto.")
    @SuppressWarnings("NullAway.Init")
    private String engine;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DeviceOption device;

    long seed() {
        return seed;
    }

    /** Throws {@link Refusal} where a value is out of its range; before anything is opened. */
    void check() {
        if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
            throw Refusal.usage(
                    "--threads is " + threads + ", but must be from 1 to " + MOST_THREADS);
        }
    }

    Rendering open(Workshop workshop, TextureModel texture) {
        if (engine.equals("java") && !device.isOpen()) {
            throw Refusal.usage("--device is for the engine torch; leave --engine java or it out");
        }
        if (!engine.equals("java")) {
            device.use(workshop);
        }
        return workshop.open(texture, workers(), engine);
    }

    /** How many threads to work on. */
    int workers() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** The engine's name as it was asked for. */
    String engine() {
        return engine;
    }
}
