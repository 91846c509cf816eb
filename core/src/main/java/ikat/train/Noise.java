package ikat.train;

import com.fasterxml.jackson.annotation.JsonInclude;
import ikat.model.NoiseSpec;
import ikat.model.Overtone;
import ikat.text.Checks;
import java.util.List;

/**
 * Composition of the generator's input.
 *
 * @param localChannels channels drawn independently in every cell, 1 to 512
 * @param globalChannels channels that select the texture, 0 to 512
 * @param waves initial frequencies of the learned waves, at most 64; empty for none
 * @param overtones integer combinations of the first two waves, added to the input
 * @param waveStages the stages of the generator that receive the waves, counted from 0, ascending
 * @param fineChannels for each stage from the second on, channels drawn independently at every
 *     point of its grid; stages beyond the list take none
 * @param globalStages the stages after the first that receive the global channels too
 * @param waveHidden hidden units of the network that adapts the waves to the texture; 0 without
 *     waves or global channels
 */
public record Noise(
        int localChannels,
        int globalChannels,
        List<Frequency> waves,
        List<Overtone> overtones,
        List<Integer> waveStages,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> fineChannels,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> globalStages,
        int waveHidden) {

    public static final Setting<Integer> LOCAL_CHANNELS =
            Setting.whole("localChannels", 1, 512)
                    .orCalled("local")
                    .byDefault("32, or 100 for one cell")
                    .means("noise channels drawn independently in each cell");
    public static final Setting<Integer> GLOBAL_CHANNELS =
            Setting.whole("globalChannels", 0, 512)
                    .orCalled("global")
                    .byDefault("6 for several textures, else 0")
                    .means("noise channels that select the texture");
    public static final Setting<Integer> WAVES =
            Setting.whole("waves", 0, 64)
                    .byDefault("the peaks of the spectrum")
                    .means("learned waves; 0 for none");
    public static final Setting<Integer> OVERTONES =
            Setting.whole("overtones", 0, 16)
                    .byDefault("8")
                    .means("combinations of the waves that follow them");
    public static final Setting<List<Integer>> WAVE_STAGES =
            Setting.list("waveStages")
                    .byDefault("two, by the shortest period")
                    .means("stages of the generator that take the waves, counted from 0");
    public static final Setting<List<Integer>> FINE_CHANNELS =
            Setting.list("fineChannels")
                    .byDefault("none")
                    .means(
                            "noise channels drawn at every point of the grids of the second stage,"
                                    + " the third and so on, such as 4,4,2,1");
    public static final Setting<List<Integer>> GLOBAL_STAGES =
            Setting.list("globalStages")
                    .byDefault("of learned codes all but the last, else none")
                    .means(
                            "stages of the generator after the first that take the global channels"
                                    + " too, counted from 0");
    public static final Setting<Integer> WAVE_HIDDEN =
            Setting.whole("waveHidden", 0, 4096)
                    .byDefault("60")
                    .means("hidden units of the network that adapts the waves to the texture");
    static final List<Setting<?>> SETTINGS =
            List.of(
                    LOCAL_CHANNELS,
                    GLOBAL_CHANNELS,
                    WAVES,
                    OVERTONES,
                    WAVE_STAGES,
                    FINE_CHANNELS,
                    GLOBAL_STAGES,
                    WAVE_HIDDEN);

    public Noise {
        fineChannels = fineChannels == null ? List.of() : Checks.copy("fineChannels", fineChannels);
        globalStages = globalStages == null ? List.of() : Checks.copy("globalStages", globalStages);
        LOCAL_CHANNELS.check(localChannels);
        GLOBAL_CHANNELS.check(globalChannels);
        WAVE_HIDDEN.check(waveHidden);
        fineChannels.forEach(channels -> Checks.range("an entry of fineChannels", channels, 0, 64));
        waves = Checks.copy("waves", waves);
        overtones = Checks.copy("overtones", overtones);
        waveStages = Checks.copy("waveStages", waveStages);
        if (waveStages.isEmpty() || !ordered(waveStages)) {
            throw new IllegalArgumentException(
                    "waveStages is "
                            + waveStages
                            + ", but must name one stage or more, each once and in order");
        }
        if (!ordered(globalStages)) {
            throw new IllegalArgumentException(
                    "globalStages is "
                            + globalStages
                            + ", but must name each stage once and in order");
        }
    }

    private static boolean ordered(List<Integer> stages) {
        return stages.equals(stages.stream().distinct().sorted().toList());
    }

    /** The channel layout of the noise tensor. */
    public NoiseSpec spec() {
        return new NoiseSpec(
                localChannels,
                globalChannels,
                waves.size(),
                overtones,
                waveStages,
                fineChannels,
                globalStages);
    }

    /** The same noise with other initial frequencies. */
    Noise withWaves(List<Frequency> others) {
        return new Noise(
                localChannels,
                globalChannels,
                others,
                overtones,
                waveStages,
                fineChannels,
                globalStages,
                waveHidden);
    }
}
