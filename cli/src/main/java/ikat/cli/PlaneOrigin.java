package ikat.cli;

import picocli.CommandLine.ITypeConverter;

/**
 * A place on the endless plane in pixels.
 *
 * @param x to the right
 * @param y downwards
 */
record PlaneOrigin(long x, long y) {

    /** As far as coordinates go on either side. */
    static final long FAR = 1L << 44;

    /** Reads {@code X,Y}. */
    static final class Converter implements ITypeConverter<PlaneOrigin> {

        @Override
        public PlaneOrigin convert(String text) {
            String[] parts = text.trim().split(",", -1);
            if (parts.length != 2) {
                throw refusal(text);
            }
            return new PlaneOrigin(coordinate(text, parts[0]), coordinate(text, parts[1]));
        }

        private static long coordinate(String text, String digits) {
            try {
                long coordinate = Long.parseLong(digits.trim());
                if (Math.abs(coordinate) <= FAR) {
                    return coordinate;
                }
            } catch (NumberFormatException e) {
                throw refusal(text);
            }
            throw refusal(text);
        }

        private static BadValue refusal(String text) {
            return new BadValue(text, "X,Y, each from -" + FAR + " to " + FAR + ", such as 0,0");
        }
    }
}
