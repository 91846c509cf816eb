package ikat.train;

import java.util.ArrayList;
import java.util.List;

/**
 * Number of channels of the networks. The published widths, 512-256-128-64 (PSGAN, section 4),
 * halve at every stage. Below full width that leaves too few channels for the details of a pattern,
 * so the third stage of the generator keeps more, and so does the fourth if several textures share
 * it (measured, see docs/recipe.md).
 */
public enum Width {
    /** About a quarter of the channels: fast enough for interactive rendering on a CPU. */
    LIVE(32, 128, 64, 48, 24),
    /** About half of the channels. */
    STANDARD(64, 256, 128, 96, 64),
    /** The published width: for a GPU, or for training overnight. */
    FULL(64, 512, 256, 128, 64);

    private static final int LEAST = 8;
    private static final int FOURTH = 3;

    private final int shared;
    private final List<Integer> generator;

    /**
     * @param shared channels after the fourth stage if several textures share it
     * @param generator channels after each stage
     */
    Width(int shared, Integer... generator) {
        this.shared = shared;
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
     * The same for a generator of several textures.
     *
     * @param depth stages of the generator, at least 2
     */
    public List<Integer> generatorOfSeveral(int depth) {
        List<Integer> channels = generator(depth);
        if (channels.size() > FOURTH) {
            channels.set(FOURTH, shared);
        }
        return channels;
    }

    /** As many of a number of published channels as this width has of them. */
    int share(int channels) {
        return Math.max(channels * generator.get(0) / FULL.generator.get(0), LEAST);
    }

    /**
     * The channels of the first stage, halved at every further stage as published, from coarse to
     * fine; the discriminator has them in reverse.
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
