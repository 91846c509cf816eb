package ikat.model;

import ikat.text.Checks;
import java.util.List;

/**
 * Affine map from network output to colour: {@code pixel = mean + axes · output}, with pixels
 * clamped to [-1, 1]. The axes are the principal axes of the exemplar's colours, each scaled so
 * that the exemplar spans [-1, 1] along it. A network error along an axis of low variance then
 * stays small in the picture.
 *
 * @param mean one entry per colour channel (1 or 3)
 * @param axes row-major {@code [channels, channels]}
 */
public record ColourAxes(List<Float> mean, List<Float> axes) {

    public ColourAxes {
        mean = Checks.copy("mean", mean);
        axes = Checks.copy("axes", axes);
        if (mean.size() != 1 && mean.size() != 3) {
            throw new IllegalArgumentException(
                    "colour channels are " + mean.size() + ", but must be 1 or 3");
        }
        if (axes.size() != mean.size() * mean.size()) {
            throw new IllegalArgumentException(
                    "colour axes have %s entries, but must have %s"
                            .formatted(axes.size(), mean.size() * mean.size()));
        }
        for (List<Float> part : List.of(mean, axes)) {
            if (!part.stream().allMatch(Float::isFinite)) {
                throw new IllegalArgumentException(
                        "colour axes hold a value that is not finite: " + part);
            }
        }
    }

    /** The identity map. */
    public static ColourAxes identity(int channels) {
        return channels == 1
                ? new ColourAxes(List.of(0f), List.of(1f))
                : new ColourAxes(List.of(0f, 0f, 0f), List.of(1f, 0f, 0f, 0f, 1f, 0f, 0f, 0f, 1f));
    }

    /** Colour channels: 1 (grey) or 3 (red, green, blue). */
    public int channels() {
        return mean.size();
    }
}
