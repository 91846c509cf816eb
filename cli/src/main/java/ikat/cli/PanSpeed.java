package ikat.cli;

import ikat.film.Camera;
import picocli.CommandLine.ITypeConverter;

/**
 * How fast a camera pans, in pixels a second.
 *
 * @param x to the right
 * @param y downwards
 */
record PanSpeed(double x, double y) {

    static final PanSpeed NONE = new PanSpeed(0, 0);

    boolean moves() {
        return x != 0 || y != 0;
    }

    /** Reads {@code X,Y}. */
    static final class Converter implements ITypeConverter<PanSpeed> {

        @Override
        public PanSpeed convert(String text) {
            String[] parts = text.trim().split(",", -1);
            if (parts.length != 2) {
                throw refusal(text);
            }
            return new PanSpeed(speed(text, parts[0]), speed(text, parts[1]));
        }

        private static double speed(String text, String digits) {
            try {
                double speed = Double.parseDouble(digits.trim());
                if (Math.abs(speed) <= Camera.FASTEST_PAN) {
                    return speed;
                }
            } catch (NumberFormatException e) {
                throw refusal(text);
            }
            throw refusal(text);
        }

        private static BadValue refusal(String text) {
            long most = (long) Camera.FASTEST_PAN;
            return new BadValue(
                    text,
                    "X,Y in pixels a second, each from -"
                            + most
                            + " to "
                            + most
                            + ", such as 20,0");
        }
    }
}
