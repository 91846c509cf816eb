package ikat.lab.samples;

import java.awt.image.BufferedImage;

/** Takes a picture of a surface from straight above: light, four samples a pixel, film grain. */
final class Photograph {

    private static final float GRAIN = 0.005f;

    private final Surface surface;
    private final HeightMap heights;
    private final long seed;

    private Photograph(Surface surface, int sizePixels, long seed) {
        this.surface = surface;
        this.heights = new HeightMap(surface, sizePixels);
        this.seed = seed;
    }

    /** The picture [size, size], red, green and blue in 128 levels of 0 to 254. */
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
        for (int part = 0; part < HeightMap.FINE * HeightMap.FINE; part++) {
            int i = x * HeightMap.FINE + part % HeightMap.FINE;
            int j = y * HeightMap.FINE + part / HeightMap.FINE;
            Light light = heights.light(i, j, surface.sun(), surface.hollowPixels());
            float u = (i + 0.5f) / HeightMap.FINE;
            float v = (j + 0.5f) / HeightMap.FINE;
            sum = sum.plus(surface.colour(u, v, light), 0.25f);
        }
        float grain = GRAIN * (CellHash.signed(seed, x, y, 11) + CellHash.signed(seed, x, y, 12));
        return level(sum.red() + grain) << 16
                | level(sum.green() + grain) << 8
                | level(sum.blue() + grain);
    }

    /** One of 128 even levels: the eye sees no less, and the files are smaller by a quarter. */
    private static int level(float value) {
        return 2 * Math.round(Curves.unit(value) * 127);
    }
}
