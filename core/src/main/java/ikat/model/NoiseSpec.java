package ikat.model;

import java.util.List;

/**
 * How the channels of a noise tensor {@code z [N, C, h, w]} are divided, in this order: local,
 * global, periodic (PSGAN, arXiv 1705.06566, section 3.1).
 *
 * @param localChannels channels drawn anew in every cell, 1 to 512
 * @param globalChannels channels equal in all cells of one texture, 0 to 512
 * @param waves learned plane waves, 0 to 64
 * @param overtones combinations of the first two waves that follow them, at most 64; each wave and
 *     each overtone takes two channels: the sines of all of them first, then the cosines
 */
public record NoiseSpec(
        int localChannels, int globalChannels, int waves, List<Overtone> overtones) {

    public NoiseSpec {
        Limits.check("localChannels", localChannels, 1, 512);
        Limits.check("globalChannels", globalChannels, 0, 512);
        Limits.check("waves", waves, 0, 64);
        overtones = Limits.copy("overtones", overtones);
        Limits.check("number of overtones", overtones.size(), 0, waves == 0 ? 0 : 64);
        if (waves == 1 && overtones.stream().anyMatch(o -> o.second() != 0)) {
            throw new IllegalArgumentException(
                    "an overtone follows a second wave, but there is only one: " + overtones);
        }
    }

    /** Noise without overtones. */
    public NoiseSpec(int localChannels, int globalChannels, int waves) {
        this(localChannels, globalChannels, waves, List.of());
    }

    /** The number C of channels of the noise tensor. */
    public int channels() {
        return localChannels + globalChannels + 2 * turns();
    }

    /** The number of waves and overtones together. */
    public int turns() {
        return waves + overtones.size();
    }
}
