package ikat.model;

import ikat.text.Checks;

/**
 * An integer combination of the first two learned waves. Its frequency and phase are the same
 * combination of theirs, so that the pattern of a wave and its overtones is the same all over the
 * plane, unlike that of independent waves.
 *
 * @param first multiple of the first wave, -8 to 8
 * @param second multiple of the second wave, -8 to 8; 0 if there is no second wave
 */
public record Overtone(int first, int second) {

    public Overtone {
        Checks.range("first", first, -8, 8);
        Checks.range("second", second, -8, 8);
    }
}
