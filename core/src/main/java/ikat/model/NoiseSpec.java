package ikat.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import ikat.text.Checks;
import java.util.List;
import java.util.stream.Stream;

/**
 * Layout of the channels of a noise tensor {@code z [N, C, h, w]}, in this order: local, global,
 * periodic (PSGAN, arXiv 1705.06566, section 3.1). The periodic channels may also, or instead,
 * enter later stages of the generator, sampled on that stage's grid. A finer grid can represent
 * waves shorter than two cells, which tell the stage where a pixel lies within its cell. Later
 * stages may also take local noise of their own grid, without which they would have to invent grain
 * from the coarse noise: it comes before the periodic channels.
 *
 * @param localChannels channels drawn independently in every cell, 1 to 512
 * @param globalChannels channels constant over all cells of one texture, 0 to 512
 * @param waves learned plane waves, 0 to 64
 * @param overtones combinations of the first two waves, at most 64; each wave and each overtone
 *     takes two channels: first all sines, then all cosines
 * @param waveStages stages that take the waves, counted from 0, ascending; stage 0 takes them as
 *     part of the noise, as published, a later stage in addition to the output of the previous
 *     stage
 * @param fineChannels for each stage from 1 on, channels drawn independently at every point of its
 *     grid, 0 to 512; stages beyond the list take none (fresh noise at every resolution: Ulyanov et
 *     al. 2016, arXiv 1603.03417; Karras et al. 2019, section 3.2)
 */
public record NoiseSpec(
        int localChannels,
        int globalChannels,
        int waves,
        List<Overtone> overtones,
        List<Integer> waveStages,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> fineChannels) {

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
        fineChannels = fineChannels == null ? List.of() : Checks.copy("fineChannels", fineChannels);
        Checks.range("number of fineChannels", fineChannels.size(), 0, 9);
        fineChannels.forEach(channels -> Checks.range("fine channels", channels, 0, 512));
    }

    /** Creates a spec whose local noise enters at stage 0 only, as published. */
    public NoiseSpec(
            int localChannels,
            int globalChannels,
            int waves,
            List<Overtone> overtones,
            List<Integer> waveStages) {
        this(localChannels, globalChannels, waves, overtones, waveStages, List.of());
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
        return localInto(stage) + (stage == 0 ? globalChannels : 0) + periodic;
    }

    /** Number of channels drawn independently at every point of a stage's grid. */
    public int localInto(int stage) {
        if (stage == 0) {
            return localChannels;
        }
        return stage <= fineChannels.size() ? fineChannels.get(stage - 1) : 0;
    }

    /** The noise of a generator that ends after some stages with one that takes the waves, too. */
    NoiseSpec endingAfter(int stages) {
        List<Integer> with =
                Stream.concat(
                                waveStages.stream().filter(stage -> stage < stages),
                                Stream.of(stages))
                        .toList();
        return new NoiseSpec(
                localChannels,
                globalChannels,
                waves,
                overtones,
                turns() == 0 ? waveStages : with,
                fineChannels.subList(0, Math.min(stages, fineChannels.size())));
    }

    /** Number of waves and overtones together. */
    public int turns() {
        return waves + overtones.size();
    }
}
