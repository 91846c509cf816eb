package ikat.train;

/** Range checks whose message names the setting, its value and what is allowed. */
final class Ranges {

    private Ranges() {}

    static void check(String name, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    name
                            + " is "
                            + text(value)
                            + ", but must be from "
                            + text(min)
                            + " to "
                            + text(max));
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : "" + value;
    }
}
