package ikat.model;

import ikat.text.Checks;

/**
 * A whole-numbered combination of the first two learned waves. It turns as often as they say and
 * carries their phases, so that the pattern of a wave and its overtones is the same all over the
 * plane, as one of independent waves would not be.
 *
 * @param first turns per turn of the first wave, -8 to 8
 * @param second turns per turn of the second wave, -8 to 8; 0 where there is none
 */
public record Overtone(int first, int second) {

    public Overtone {
        Checks.range("first", first, -8, 8);
        Checks.range("second", second, -8, 8);
    }
}
