package ikat.cli;

import ikat.film.Camera;
import picocli.CommandLine.ITypeConverter;

/**
 * How large a texture is shown.
 *
 * @param from at the beginning
 * @param to at the end, or half way through a loop
 */
record ZoomRange(double from, double to) {

    static final ZoomRange NONE = new ZoomRange(1, 1);

    boolean zooms() {
        return from != 1 || to != 1;
    }

    /** Reads {@code A..B}; one number is kept throughout. */
    static final class Converter implements ITypeConverter<ZoomRange> {

        @Override
        public ZoomRange convert(String text) {
            String[] parts = text.trim().split("\\.\\.", -1);
            if (parts.length > 2) {
                throw refusal(text);
            }
            double from = factor(text, parts[0]);
            return new ZoomRange(from, parts.length == 1 ? from : factor(text, parts[1]));
        }

        private static double factor(String text, String digits) {
            try {
                double factor = Double.parseDouble(digits.trim());
                if (factor >= 1 / Camera.MOST_ZOOM && factor <= Camera.MOST_ZOOM) {
                    return factor;
                }
            } catch (NumberFormatException e) {
                throw refusal(text);
            }
            throw refusal(text);
        }

        private static BadValue refusal(String text) {
            return new BadValue(
                    text,
                    "A..B, each from "
                            + 1 / Camera.MOST_ZOOM
                            + " to "
                            + (int) Camera.MOST_ZOOM
                            + ", such as 1..2");
        }
    }
}
