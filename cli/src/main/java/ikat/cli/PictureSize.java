package ikat.cli;

import ikat.text.Checks;

/**
 * The size of a picture in pixels.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record PictureSize(int width, int height) {
    static final String ALLOWED =
            "WIDTHxHEIGHT, each from 1 to " + Integer.MAX_VALUE + ", such as 1024x1024";

    public PictureSize {
        Checks.atLeast("width", width, 1);
        Checks.atLeast("height", height, 1);
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
