package ikat.model;

/** Range checks whose message names the setting, its value and what is allowed. */
final class Limits {

    private Limits() {}

    static void check(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be from " + min + " to " + max);
        }
    }
}
