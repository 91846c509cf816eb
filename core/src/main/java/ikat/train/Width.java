package ikat.train;

import java.util.ArrayList;
import java.util.List;

/**
 * How many channels the networks have. The published ones, 512-256-128-64 (PSGAN, section 4), are
 * halved at every stage; at less than full width that leaves too few where a pattern's details are
 * drawn, and the last stages but one of the generator keep more (measured, see docs/recipe.md).
 */
public enum Width {
    /** About a quarter of the channels: fast enough for live pictures on a CPU. */
    LIVE(128, 64, 48, 16),
    /** About half of the channels. */
    STANDARD(256, 128, 96, 64),
    /** The published width: for a GPU, or a night. */
    FULL(512, 256, 128, 64);

    private static final int LEAST = 8;

    private final List<Integer> generator;

    Width(Integer... generator) {
        this.generator = List.of(generator);
    }

    /**
     * The generator's channels after each stage but the last, from coarse to fine.
     *
     * @param depth stages of the generator, at least 2
     */
    public List<Integer> generator(int depth) {
        List<Integer> channels = new ArrayList<>();
        for (int stage = 0; stage < depth - 1; stage++) {
            channels.add(
                    stage < generator.size()
                            ? generator.get(stage)
                            : Math.max(channels.get(stage - 1) / 2, LEAST));
        }
        return channels;
    }

    /**
     * The published share of channels, halved at every stage, from coarse to fine; the
     * discriminator has them the other way round.
     *
     * @param depth stages of the generator, at least 2
     */
    public List<Integer> published(int depth) {
        List<Integer> channels = new ArrayList<>();
        for (int stage = 0; stage < depth - 1; stage++) {
            channels.add(Math.max(generator.get(0) >> stage, LEAST));
        }
        return channels;
    }
}
