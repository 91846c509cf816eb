package ikat.texture;

/** Checks that a field that repeats fits a plane that repeats. */
final class Repetition {

    private Repetition() {}

    /**
     * Checks one axis.
     *
     * @param plane pixels after which the plane repeats, 0 for never
     * @param own pixels after which the field repeats
     * @throws IllegalArgumentException if the plane's period is not a multiple of the field's
     */
    static void check(String field, String axis, long plane, long own) {
        if (plane % own == 0) {
            return;
        }
        long below = plane / own * own;
        throw new IllegalArgumentException(
                ("%s repeats after %s pixels %s, which do not divide the plane's period "
                                + "of %s; the nearest periods that it fits are %s%s")
                        .formatted(
                                field,
                                own,
                                axis,
                                plane,
                                below == 0 ? "" : below + " and ",
                                below + own));
    }
}
