package ikat.cli;

import picocli.CommandLine.ITypeConverter;

/**
 * The size of a picture in pixels.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record PictureSize(int width, int height) {

    @Override
    public String toString() {
        return width + "x" + height;
    }

    /** Reads {@code WxH}; one number is a square. */
    public static final class Converter implements ITypeConverter<PictureSize> {

        @Override
        public PictureSize convert(String text) {
            String[] sides = text.trim().split("[xX\u00d7]", -1);
            if (sides.length == 1) {
                return new PictureSize(side(text, sides[0]), side(text, sides[0]));
            }
            if (sides.length != 2) {
                throw refusal(text);
            }
            return new PictureSize(side(text, sides[0]), side(text, sides[1]));
        }

        private static int side(String text, String digits) {
            try {
                int side = Integer.parseInt(digits.trim());
                if (side > 0) {
                    return side;
                }
            } catch (NumberFormatException e) {
                throw refusal(text);
            }
            throw refusal(text);
        }

        private static BadValue refusal(String text) {
            return new BadValue(
                    text,
                    "WIDTHxHEIGHT, each from 1 to " + Integer.MAX_VALUE + ", such as 1024x1024");
        }
    }
}
