package ikat.train;

import java.util.ArrayList;
import java.util.List;

/**
 * How many channels the networks have. The published ones, 512-256-128-64 (PSGAN, section 4), are
 * halved at every stage; at less than full width that leaves too few where a pattern's details are
 * drawn, and the third stage of the generator keeps more, the fourth too where several textures
 * share it (measured, see docs/recipe.md).
 */
public enum Width {
    /** About a quarter of the channels: fast enough for live pictures on a CPU. */
    LIVE(32, 128, 64, 48, 24),
    /** About half of the channels. */
    STANDARD(64, 256, 128, 96, 64),
    /** The published width: for a GPU, or a night. */
    FULL(64, 512, 256, 128, 64);

    private static final int LEAST = 8;
    private static final int FOURTH = 3;

    private final int shared;
    private final List<Integer> generator;

    /**
     * @param shared channels after the fourth stage where several textures share it
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
     * The same of a generator of several textures.
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
