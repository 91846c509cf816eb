package ikat.lab.method;

import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.service.Rendering;
import ikat.service.Workshop;

/**
 * Renders pictures from a trained model, each seed another part of the noise.
 *
 * @param name of the pictures
 */
public record TrainedTexture(String name, TextureModel model, Effort effort)
        implements LearnedTexture {

    private static final int BAND_ROWS = 512;

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
        LearnedTexture.checkSize(
                width,
                height,
                (Integer.MAX_VALUE - 8) / channels,
                ", and the picture must fit into an array");
        float[] pixels = new float[channels * width * height];
        try (Rendering rendering =
                Workshop.ofThisMachine().open(model, effort.threads(), Workshop.FASTEST)) {
            PixelSource plane = rendering.plane(NoiseField.endless(model, seed));
            for (int top = 0; top < height; top += BAND_ROWS) {
                effort.check();
                int rows = Math.min(BAND_ROWS, height - top);
                PixelRegion region = new PixelRegion(0, top, width, rows);
                float[] band = Exemplar.rendered(name, plane, region).pixels();
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
