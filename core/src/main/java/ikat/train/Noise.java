package ikat.train;

import ikat.model.NoiseSpec;
import ikat.model.Overtone;
import ikat.text.Checks;
import java.util.List;

/**
 * The input of the generator.
 *
 * @param localChannels channels drawn anew in every cell, 1 to 512
 * @param globalChannels channels that select the texture, 0 to 512
 * @param waves starting frequencies of the learned waves, at most 64; empty for none
 * @param overtones combinations of the first two waves that follow them
 * @param waveStages the stages of the generator that take the waves, counted from 0, ascending
 * @param waveHidden hidden units of the network that bends the waves; 0 without waves or global
 *     channels
 */
public record Noise(
        int localChannels,
        int globalChannels,
        List<Frequency> waves,
        List<Overtone> overtones,
        List<Integer> waveStages,
        int waveHidden) {

    public Noise {
        waves = Checks.copy("waves", waves);
        overtones = Checks.copy("overtones", overtones);
        waveStages = Checks.copy("waveStages", waveStages);
        List<Integer> ordered = waveStages.stream().distinct().sorted().toList();
        if (waveStages.isEmpty() || !waveStages.equals(ordered)) {
            throw new IllegalArgumentException(
                    "waveStages is "
                            + waveStages
                            + ", but must name one stage or more, each once and in order");
        }
    }

    /** How the channels of the noise tensor are divided. */
    public NoiseSpec spec() {
        return new NoiseSpec(localChannels, globalChannels, waves.size(), overtones, waveStages);
    }

    /** The same noise with other starting frequencies. */
    Noise withWaves(List<Frequency> others) {
        return new Noise(localChannels, globalChannels, others, overtones, waveStages, waveHidden);
    }
}
