package ikat.studio.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ikat.image.PixelRegion;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.TextureRenderer;
import ikat.studio.serve.OpenModel;
import ikat.studio.serve.ShelvedModel;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import java.util.List;

/** What colour textures have on the whole, measured once on a piece of each. For many threads. */
final class MeanColours {

    private static final int MOST = 1024;
    private static final PixelRegion PIECE = new PixelRegion(0, 0, 192, 192);

    private final Cache<Key, Lab> measured = Caffeine.newBuilder().maximumSize(MOST).build();

    private record Key(ShelvedModel model, GlobalVector texture) {}

    /** The colours of textures, in their order. */
    List<Lab> of(OpenModel model, List<GlobalVector> textures) {
        return textures.stream()
                .map(
                        texture ->
                                measured.get(
                                        new Key(model.shelved(), texture),
                                        key -> measure(model, texture)))
                .toList();
    }

    private static Lab measure(OpenModel model, GlobalVector texture) {
        NoiseField field =
                new NoiseField(
                        model.model(), 0, new GlobalField.Constant(texture), Boundary.ENDLESS);
        byte[] pixels =
                new TextureRenderer(model.levels().generator(), field).onOneThread().render(PIECE);
        int channels = model.model().spec().colourChannels();
        double[] sums = new double[3];
        for (int i = 0; i < pixels.length; i += channels) {
            for (int c = 0; c < 3; c++) {
                sums[c] += pixels[i + Math.min(c, channels - 1)] & 255;
            }
        }
        double count = (double) pixels.length / channels;
        return Lab.of(sums[0] / count, sums[1] / count, sums[2] / count);
    }
}
