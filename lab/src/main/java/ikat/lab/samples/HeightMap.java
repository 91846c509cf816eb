package ikat.lab.samples;

/** The heights of a surface at every half pixel of a picture and of a margin around it. */
final class HeightMap {

    /** Samples per pixel along each axis. */
    static final int FINE = 2;

    private static final int MARGIN_PIXELS = 24;

    private final int side;
    private final float[] heights;

    HeightMap(Surface surface, int sizePixels) {
        side = (sizePixels + 2 * MARGIN_PIXELS) * FINE;
        heights = new float[side * side];
        for (int n = 0; n < heights.length; n++) {
            heights[n] = surface.height(place(n % side), place(n / side));
        }
    }

    private static float place(int sample) {
        return (sample + 0.5f) / FINE - MARGIN_PIXELS;
    }

    /** The height at a sample, counted from the corner of the picture. */
    float at(int i, int j) {
        int margin = MARGIN_PIXELS * FINE;
        int column = Math.max(0, Math.min(side - 1, i + margin));
        int row = Math.max(0, Math.min(side - 1, j + margin));
        return heights[row * side + column];
    }

    /** The light at a sample. */
    Light light(int i, int j, Sun sun, float hollowPixels) {
        float slopeX = (at(i + 1, j) - at(i - 1, j)) * FINE / 2;
        float slopeY = (at(i, j + 1) - at(i, j - 1)) * FINE / 2;
        float scale = 1 / (float) Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1);
        float diffuse = (sun.z() - slopeX * sun.x() - slopeY * sun.y()) * scale;
        float half = (float) Math.sqrt(2 + 2 * sun.z());
        float mirror = (sun.z() + 1 - slopeX * sun.x() - slopeY * sun.y()) * scale / half;
        return new Light(
                Curves.unit(diffuse),
                Curves.unit(mirror),
                sunAt(i, j, sun),
                openAt(i, j, hollowPixels));
    }

    private float sunAt(int i, int j, Sun sun) {
        if (sun.reachPixels() <= 0) {
            return 1;
        }
        float flat = Curves.length(sun.x(), sun.y());
        float rise = sun.z() / flat / FINE;
        float here = at(i, j);
        float above = 0;
        for (int step = 1; step <= sun.reachPixels() * FINE; step++) {
            int column = i + Math.round(step * sun.x() / flat);
            int row = j + Math.round(step * sun.y() / flat);
            above = Math.max(above, at(column, row) - here - step * rise);
        }
        return 1 - Curves.step(0, 1.5f, above);
    }

    private float openAt(int i, int j, float hollowPixels) {
        float here = at(i, j);
        float shut = 0;
        for (int ring = 1; ring <= 2; ring++) {
            int straight = Math.round(hollowPixels * FINE * ring / 2);
            int aslant = Math.round(straight * 0.707f);
            float over = at(i - straight, j) + at(i + straight, j);
            over += at(i, j - straight) + at(i, j + straight);
            over += at(i - aslant, j - aslant) + at(i + aslant, j + aslant);
            over += at(i - aslant, j + aslant) + at(i + aslant, j - aslant);
            shut += (over / 8 - here) / (hollowPixels * ring);
        }
        return Curves.clamp(1 - shut, 0.1f, 1.25f);
    }
}
