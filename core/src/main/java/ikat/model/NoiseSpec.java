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
 * @param localChannels channels drawn independently in every cell, 1 to 4096
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
 * @param globalStages stages after stage 0 that take the global channels too, ascending, so that
 *     each can adapt to the texture (in place of conditional norms: Dumoulin et al. 2017, arXiv
 *     1610.07629); where there are any, mixtures of textures get sharper from stage to stage
 */
public record NoiseSpec(
        int localChannels,
        int globalChannels,
        int waves,
        List<Overtone> overtones,
        List<Integer> waveStages,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> fineChannels,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> globalStages) {

    private static final List<Integer> PUBLISHED = List.of(0);

    public NoiseSpec {
        Checks.range("localChannels", localChannels, 1, 4096);
        Checks.range("globalChannels", globalChannels, 0, 512);
        Checks.range("waves", waves, 0, 64);
        overtones = Checks.copy("overtones", overtones);
        Checks.range("number of overtones", overtones.size(), 0, waves == 0 ? 0 : 64);
        if (waves == 1 && overtones.stream().anyMatch(o -> o.second() != 0)) {
            throw new IllegalArgumentException(
                    "an overtone follows a second wave, but there is only one: " + overtones);
        }
        waveStages = waveStages == null ? PUBLISHED : Checks.copy("waveStages", waveStages);
        ascending("wave stage", waveStages, 0);
        fineChannels = fineChannels == null ? List.of() : Checks.copy("fineChannels", fineChannels);
        Checks.range("number of fineChannels", fineChannels.size(), 0, 9);
        fineChannels.forEach(channels -> Checks.range("fine channels", channels, 0, 512));
        globalStages = globalStages == null ? List.of() : Checks.copy("globalStages", globalStages);
        ascending("global stage", globalStages, 1);
    }

    private static void ascending(String name, List<Integer> stages, int least) {
        int next = least;
        for (int stage : stages) {
            Checks.range(name, stage, next, 9);
            next = stage + 1;
        }
    }

    /** Creates a spec whose local noise enters at stage 0 only, as published. */
    public NoiseSpec(
            int localChannels,
            int globalChannels,
            int waves,
            List<Overtone> overtones,
            List<Integer> waveStages) {
        this(localChannels, globalChannels, waves, overtones, waveStages, List.of(), List.of());
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
        return localInto(stage) + globalInto(stage) + periodic;
    }

    /** Number of channels drawn independently at every point of a stage's grid. */
    public int localInto(int stage) {
        if (stage == 0) {
            return localChannels;
        }
        return stage <= fineChannels.size() ? fineChannels.get(stage - 1) : 0;
    }

    /** Number of global channels that enter a stage. */
    public int globalInto(int stage) {
        return stage == 0 || globalStages.contains(stage) ? globalChannels : 0;
    }

    /**
     * The power that the shares of textures are raised to before they enter a stage: a mixture is
     * as sharp as the details that the stage makes (Wronski 2025, JCGT 14(1)).
     */
    public int sharpness(int stage) {
        return globalStages.isEmpty() ? 1 : 1 << stage;
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
                fineChannels.subList(0, Math.min(stages, fineChannels.size())),
                globalStages.stream().filter(stage -> stage <= stages).toList());
    }

    /** Number of waves and overtones together. */
    public int turns() {
        return waves + overtones.size();
    }
}
