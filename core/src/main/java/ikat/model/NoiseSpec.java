package ikat.model;

import ikat.text.Checks;
import java.util.List;

/**
 * Layout of the channels of a noise tensor {@code z [N, C, h, w]}, in this order: local, global,
 * periodic (PSGAN, arXiv 1705.06566, section 3.1). The periodic channels may also, or instead,
 * enter later stages of the generator, sampled on that stage's grid. A finer grid can represent
 * waves shorter than two cells, which tell the stage where a pixel lies within its cell.
 *
 * @param localChannels channels drawn independently in every cell, 1 to 512
 * @param globalChannels channels constant over all cells of one texture, 0 to 512
 * @param waves learned plane waves, 0 to 64
 * @param overtones combinations of the first two waves, at most 64; each wave and each overtone
 *     takes two channels: first all sines, then all cosines
 * @param waveStages stages that take the waves, counted from 0, ascending; stage 0 takes them as
 *     part of the noise, as published, a later stage in addition to the output of the previous
 *     stage
 */
public record NoiseSpec(
        int localChannels,
        int globalChannels,
        int waves,
        List<Overtone> overtones,
        List<Integer> waveStages) {

    private static final List<Integer> PUBLISHED = List.of(0);

    public NoiseSpec {
        Checks.range("localChannels", localChannels, 1, 512);
        Checks.range("globalChannels", globalChannels, 0, 512);
        Checks.range("waves", waves, 0, 64);
        overtones = Checks.copy("overtones", overtones);
        Checks.range("number of overtones", overtones.size(), 0, waves == 0 ? 0 : 64);
        if (waves == 1 && overtones.stream().anyMatch(o -> o.second() != 0)) {
            throw new IllegalArgumentException(
                    "an overtone follows a second wave, but there is only one: " + overtones);
        }
        waveStages = waveStages == null ? PUBLISHED : Checks.copy("waveStages", waveStages);
        int before = -1;
        for (int stage : waveStages) {
            Checks.range("wave stage", stage, before + 1, 9);
            before = stage;
        }
    }

    /** Creates a spec whose waves enter at stage 0, as published. */
    public NoiseSpec(int localChannels, int globalChannels, int waves, List<Overtone> overtones) {
        this(localChannels, globalChannels, waves, overtones, PUBLISHED);
    }

    /** Creates a spec without overtones. */
    public NoiseSpec(int localChannels, int globalChannels, int waves) {
        this(localChannels, globalChannels, waves, List.of());
    }

    /** Number C of channels of the noise tensor. */
    public int channels() {
        return channelsInto(0);
    }

    /** Number of noise channels that enter a stage. */
    public int channelsInto(int stage) {
        int periodic = waveStages.contains(stage) ? 2 * turns() : 0;
        return stage == 0 ? localChannels + globalChannels + periodic : periodic;
    }

    /** Number of waves and overtones together. */
    public int turns() {
        return waves + overtones.size();
    }
}
