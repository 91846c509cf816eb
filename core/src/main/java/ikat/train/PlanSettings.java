package ikat.train;

import ikat.image.Mirroring;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks of a training; everything left null is chosen from the pictures by {@link
 * PlanFactory}. Flags and YAML files fill this record; the names are those of {@link TrainingPlan}.
 *
 * @param depth stages of the generator, 2 to 7
 * @param waves number of waves, 0 to 64: 0 for none, more than stand out of the spectrum are not
 *     made up
 * @param overtones number of overtones of the first two waves, 0 to 16
 */
public record PlanSettings(
        @Nullable Width width,
        @Nullable Integer depth,
        @Nullable Integer patchPixels,
        @Nullable Integer batch,
        @Nullable Mirroring mirroring,
        @Nullable Integer localChannels,
        @Nullable Integer globalChannels,
        @Nullable Integer waves,
        @Nullable Integer overtones,
        @Nullable List<Integer> waveStages,
        @Nullable Integer waveHidden,
        @Nullable Codes codes,
        @Nullable Double mixedShare,
        @Nullable Integer placePixels,
        @Nullable Layout layout,
        @Nullable List<Integer> generatorChannels,
        @Nullable Integer smoothStages,
        @Nullable List<Integer> discriminatorChannels,
        @Nullable Double learningRate,
        @Nullable Double finalRate,
        @Nullable Double waveRate,
        @Nullable Double discriminatorRate,
        @Nullable Double momentum,
        @Nullable Double averaging,
        @Nullable Double featureWeight,
        @Nullable Double phaseWeight,
        @Nullable Selection selection,
        @Nullable Long steps,
        @Nullable Double seconds,
        @Nullable Long seed) {

    /** Settings that leave everything to the plan. */
    public static final PlanSettings NONE =
            new PlanSettings(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null);

    /** These settings with another width. */
    public PlanSettings withWidth(Width other) {
        return new PlanSettings(
                other,
                depth,
                patchPixels,
                batch,
                mirroring,
                localChannels,
                globalChannels,
                waves,
                overtones,
                waveStages,
                waveHidden,
                codes,
                mixedShare,
                placePixels,
                layout,
                generatorChannels,
                smoothStages,
                discriminatorChannels,
                learningRate,
                finalRate,
                waveRate,
                discriminatorRate,
                momentum,
                averaging,
                featureWeight,
                phaseWeight,
                selection,
                steps,
                seconds,
                seed);
    }
}
