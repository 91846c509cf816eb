package ikat.train;

import java.util.ArrayList;
import java.util.List;

/**
 * How many channels the networks have, as a share of the published ones (512-256-128-64 at full
 * width).
 */
public enum Width {
    /** A quarter of the channels: fast enough for live pictures on a CPU. */
    LIVE(128),
    /** Half of the channels. */
    STANDARD(256),
    /** The published width: for a GPU, or a night. */
    FULL(512);

    private final int widest;

    Width(int widest) {
        this.widest = widest;
    }

    /**
     * The generator's channels after each stage but the last, from coarse to fine, halved at each
     * stage.
     *
     * @param depth stages of the generator, at least 2
     */
    public List<Integer> channels(int depth) {
        List<Integer> channels = new ArrayList<>();
        for (int stage = 0; stage < depth - 1; stage++) {
            channels.add(Math.max(widest >> stage, 8));
        }
        return channels;
    }
}
