package ikat.texture;

import java.util.Arrays;

/** Selects from a row of textures by brightness, from black, the first, to white. */
public final class BrightnessPath {

    private BrightnessPath() {}

    /** The brightness of a colour, luma of ITU-R BT.709, on the scale of its channels. */
    public static double luma(double red, double green, double blue) {
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    /**
     * Divides a place between the two textures of the path that enclose its brightness.
     *
     * @param brightness from 0 (black) to 1 (white); beyond, the end of the path
     * @param shares filled with one share per texture of the path, at least one
     */
    public static void share(double brightness, float[] shares) {
        Arrays.fill(shares, 0);
        int last = shares.length - 1;
        double place = Math.max(0, Math.min(1, brightness)) * last;
        int before = Math.max(0, Math.min((int) place, last - 1));
        shares[before] = (float) (1 - (place - before));
        if (last > 0) {
            shares[before + 1] = (float) (place - before);
        }
    }
}
