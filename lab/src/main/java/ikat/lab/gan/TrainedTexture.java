package ikat.lab.gan;

import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.lab.method.Effort;
import ikat.lab.method.Growth;
import ikat.model.TextureModel;
import ikat.render.TextureRenderer;

/** Renders pictures from a trained model, each seed another part of the noise. */
final class TrainedTexture implements ModelBacked {

    private static final int BAND_ROWS = 512;

    private final String name;
    private final TextureModel model;
    private final Effort effort;

    TrainedTexture(String name, TextureModel model, Effort effort) {
        this.name = name;
        this.model = model;
        this.effort = effort;
    }

    @Override
    public TextureModel model() {
        return model;
    }

    @Override
    public Growth growth() {
        return model.spec().picturePixels() > 0 ? Growth.FIXED : Growth.ENDLESS;
    }

    @Override
    public Exemplar make(int width, int height, long seed) {
        int only = model.spec().picturePixels();
        return only > 0 ? rendered(only, only, seed) : rendered(width, height, seed);
    }

    private Exemplar rendered(int width, int height, long seed) {
        int channels = model.spec().colourChannels();
        long values = (long) channels * width * height;
        if (width < 1 || height < 1 || values > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "the size is "
                            + width
                            + "x"
                            + height
                            + ", but both sides must be at least 1, and the picture must fit into"
                            + " an array");
        }
        float[] pixels = new float[(int) values];
        try (TextureRenderer renderer = TextureRenderer.open(model, seed, effort.threads())) {
            for (int top = 0; top < height; top += BAND_ROWS) {
                effort.check();
                int rows = Math.min(BAND_ROWS, height - top);
                PixelRegion region = new PixelRegion(0, top, width, rows);
                float[] band = Exemplar.rendered(name, renderer, region).pixels();
                for (int c = 0; c < channels; c++) {
                    int to = (c * height + top) * width;
                    System.arraycopy(band, c * rows * width, pixels, to, rows * width);
                }
            }
        }
        return Exemplar.made(name, channels, width, height, pixels);
    }

    @Override
    public void close() {
        // The model is plain Java memory, and each picture closes its engine.
    }
}
