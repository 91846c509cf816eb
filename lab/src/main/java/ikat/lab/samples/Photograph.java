package ikat.lab.samples;

import ikat.lab.samples.Surface.Light;
import ikat.lab.samples.Surface.Sun;
import java.awt.image.BufferedImage;

/**
 * Renderer of a surface seen from straight above, with light, four samples per pixel and film
 * grain.
 */
final class Photograph {

    /** Samples per pixel along each axis. */
    private static final int FINE = 2;

    private static final float GRAIN = 0.005f;

    private final Surface surface;
    private final HeightMap heights;
    private final long seed;

    private Photograph(Surface surface, int sizePixels, long seed) {
        this.surface = surface;
        this.heights = new HeightMap(surface, sizePixels);
        this.seed = seed;
    }

    /** Renders a picture [size, size] with red, green and blue in 128 levels from 0 to 254. */
    static BufferedImage of(Surface surface, int sizePixels, long seed) {
        Photograph photograph = new Photograph(surface, sizePixels, seed);
        BufferedImage image = new BufferedImage(sizePixels, sizePixels, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < sizePixels; y++) {
            for (int x = 0; x < sizePixels; x++) {
                image.setRGB(x, y, photograph.pixel(x, y));
            }
        }
        return image;
    }

    private int pixel(int x, int y) {
        Colour sum = new Colour(0, 0, 0);
        for (int part = 0; part < FINE * FINE; part++) {
            int i = x * FINE + part % FINE;
            int j = y * FINE + part / FINE;
            Light light = heights.light(i, j, surface.sun(), surface.hollowPixels());
            float u = (i + 0.5f) / FINE;
            float v = (j + 0.5f) / FINE;
            sum = sum.plus(surface.colour(u, v, light), 0.25f);
        }
        float grain = GRAIN * (CellHash.signed(seed, x, y, 11) + CellHash.signed(seed, x, y, 12));
        return level(sum.red() + grain) << 16
                | level(sum.green() + grain) << 8
                | level(sum.blue() + grain);
    }

    /**
     * Quantises to 128 even levels: the eye sees no difference, and files are a quarter smaller.
     */
    private static int level(float value) {
        return 2 * Math.round(Curves.unit(value) * 127);
    }

    /** Heights of a surface at every half pixel of a picture and of a margin around it. */
    private static final class HeightMap {

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

        /** The height at a sample, with indices relative to the corner of the picture. */
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
}
