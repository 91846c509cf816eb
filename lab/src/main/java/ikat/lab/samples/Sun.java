package ikat.lab.samples;

/**
 * The direction that light comes from, of length 1; z points to the viewer, y down.
 *
 * @param reachPixels how far a height may throw its shadow, 0 for no shadows
 */
record Sun(float x, float y, float z, float reachPixels) {

    /** Light from the top left, whose height over the surface is {@code rise}. */
    static Sun fromTopLeft(float rise, float reachPixels) {
        float length = (float) Math.sqrt(0.36f + 0.64f + rise * rise);
        return new Sun(-0.6f / length, -0.8f / length, rise / length, reachPixels);
    }
}
