package ikat.studio.serve.iiif;

import ikat.studio.web.Problem;

/**
 * How a scaled picture is turned.
 *
 * @param mirrored left to right, before it is turned
 * @param quarters clockwise, 0 to 3
 */
record Rotation(boolean mirrored, int quarters) {

    /**
     * Reads a rotation.
     *
     * @throws Problem 400 if it is no angle from 0 to 360, 501 if it is no quarter
     */
    static Rotation of(String text) {
        boolean mirrored = text.startsWith("!");
        double angle = Words.decimals("rotation", mirrored ? text.substring(1) : text, 1)[0];
        if (angle > 360) {
            throw Problem.badRequest("the rotation is " + angle + ", but must be from 0 to 360");
        }
        if (angle % 90 != 0) {
            throw Problem.notImplemented(
                    "the rotation is " + angle + ", but only quarters are made: 0, 90, 180, 270");
        }
        return new Rotation(mirrored, (int) (angle / 90) % 4);
    }

    /** Whether width and height change places. */
    boolean swaps() {
        return quarters % 2 == 1;
    }

    /** Turns a picture {@code [height, width, channels]}. */
    byte[] apply(byte[] pixels, int width, int height, int channels) {
        if (!mirrored && quarters == 0) {
            return pixels;
        }
        byte[] turned = new byte[pixels.length];
        int columns = swaps() ? height : width;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int from = (y * width + (mirrored ? width - 1 - x : x)) * channels;
                int to =
                        channels
                                * switch (quarters) {
                                    case 1 -> x * columns + height - 1 - y;
                                    case 2 -> (height - 1 - y) * columns + width - 1 - x;
                                    case 3 -> (width - 1 - x) * columns + y;
                                    default -> y * columns + x;
                                };
                System.arraycopy(pixels, from, turned, to, channels);
            }
        }
        return turned;
    }

    /** The canonical form. */
    @Override
    public String toString() {
        return (mirrored ? "!" : "") + 90 * quarters;
    }
}
