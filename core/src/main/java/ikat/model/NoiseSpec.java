package ikat.model;

import ikat.text.Checks;
import java.util.List;

/**
 * How the channels of a noise tensor {@code z [N, C, h, w]} are divided, in this order: local,
 * global, periodic (PSGAN, arXiv 1705.06566, section 3.1). The periodic channels may enter later
 * stages of the generator as well or instead, each time as fine as the stage's own grid: there a
 * wave that is shorter than two cells can be seen, and shows where a pixel is within its cell.
 *
 * @param localChannels channels drawn anew in every cell, 1 to 512
 * @param globalChannels channels equal in all cells of one texture, 0 to 512
 * @param waves learned plane waves, 0 to 64
 * @param overtones combinations of the first two waves that follow them, at most 64; each wave and
 *     each overtone takes two channels: the sines of all of them first, then the cosines
 * @param waveStages the stages that take the waves, counted from 0 and ascending; stage 0 takes
 *     them as part of the noise, as published, and a later one beside what the stage before puts
 *     out
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

    /** Noise whose waves enter with the rest of it, as published. */
    public NoiseSpec(int localChannels, int globalChannels, int waves, List<Overtone> overtones) {
        this(localChannels, globalChannels, waves, overtones, PUBLISHED);
    }

    /** Noise without overtones. */
    public NoiseSpec(int localChannels, int globalChannels, int waves) {
        this(localChannels, globalChannels, waves, List.of());
    }

    /** The number C of channels of the noise tensor. */
    public int channels() {
        return channelsInto(0);
    }

    /** The number of channels of noise that enter a stage. */
    public int channelsInto(int stage) {
        int periodic = waveStages.contains(stage) ? 2 * turns() : 0;
        return stage == 0 ? localChannels + globalChannels + periodic : periodic;
    }

    /** The number of waves and overtones together. */
    public int turns() {
        return waves + overtones.size();
    }
}
