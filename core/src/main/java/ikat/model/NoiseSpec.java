package ikat.model;

/**
 * How the channels of a noise tensor {@code z [N, C, h, w]} are divided, in this order: local,
 * global, periodic (PSGAN, arXiv 1705.06566, section 3.1).
 *
 * @param localChannels channels drawn anew in every cell, 1 to 512
 * @param globalChannels channels equal in all cells of one texture, 0 to 512
 * @param waves learned plane waves, 0 to 64; each takes two channels: the sine of every wave first,
 *     then every cosine
 */
public record NoiseSpec(int localChannels, int globalChannels, int waves) {

    public NoiseSpec {
        Limits.check("localChannels", localChannels, 1, 512);
        Limits.check("globalChannels", globalChannels, 0, 512);
        Limits.check("waves", waves, 0, 64);
    }

    /** The number C of channels of the noise tensor. */
    public int channels() {
        return localChannels + globalChannels + 2 * waves;
    }
}
