package ikat.cli;

import ikat.model.TextureModel;
import ikat.service.Refusal;
import ikat.service.Rendering;
import ikat.service.Workshop;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what renders, and which of the endless textures. */
final class EngineOptions {

    /** What renders. */
    enum Engine {
        AUTO,
        TORCH,
        JAVA
    }

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Which of the endless textures; default: 0.")
    private long seed;

    @Mixin private ThreadsOption threads;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "auto, torch (fast) or java (no native library); default: auto.")
    private Engine engine;

    @Mixin private DeviceOption device;

    long seed() {
        return seed;
    }

    /** Throws {@link Refusal} where a value is out of its range; before anything is opened. */
    void check() {
        threads.check();
    }

    Rendering open(Workshop workshop, TextureModel texture) {
        if (engine == Engine.JAVA && !device.isOpen()) {
            throw Refusal.usage("--device is for the engine torch; leave --engine java or it out");
        }
        if (engine != Engine.JAVA) {
            device.use(workshop);
        }
        return workshop.open(texture, workers(), engine());
    }

    /** How many threads to work on. */
    int workers() {
        return threads.count();
    }

    /** The engine's name as it was asked for. */
    String engine() {
        return engine.name().toLowerCase(Locale.ROOT);
    }
}
