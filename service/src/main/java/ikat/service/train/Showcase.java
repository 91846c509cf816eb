package ikat.service.train;

import ikat.image.PixelRegion;
import ikat.model.ModelSpec;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import ikat.texture.Tiles;
import java.util.List;

/**
 * What is shown of a model by default: its texture, or a grid of its named textures.
 *
 * @param field the plane of noise
 * @param window the part of it to show
 */
record Showcase(NoiseField field, PixelRegion window) {

    private static final long SEED = 0;
    private static final int MOST_TILES_A_SIDE = 4;
    private static final double SOFTNESS = 0.1;

    /** All of a model's named textures, as far as they find room, or its only texture. */
    static Showcase ofAll(TextureModel model, int width, int height) {
        PixelRegion window = window(model.spec(), width, height);
        Textures textures = Textures.of(model);
        if (textures.names().size() < 2) {
            return ofFirst(model, width, height);
        }
        List<GlobalVector> named = textures.names().stream().map(textures::named).toList();
        int tiles = Math.min(named.size(), MOST_TILES_A_SIDE * MOST_TILES_A_SIDE);
        int side = (int) Math.ceil(Math.sqrt(tiles));
        return of(model, new Tiles(window, side, side, named, SOFTNESS), window);
    }

    /** A model's first named or only texture. */
    static Showcase ofFirst(TextureModel model, int width, int height) {
        Textures textures = Textures.of(model);
        GlobalVector first =
                textures.names().isEmpty()
                        ? textures.random(SEED)
                        : textures.named(textures.names().get(0));
        PixelRegion window = window(model.spec(), width, height);
        return of(model, new GlobalField.Constant(first), window);
    }

    private static Showcase of(TextureModel model, GlobalField field, PixelRegion window) {
        return new Showcase(new NoiseField(model, SEED, field, Boundary.ENDLESS), window);
    }

    /** A model of one cell shows no more than its picture. */
    private static PixelRegion window(ModelSpec spec, int width, int height) {
        int most = spec.picturePixels() == 0 ? Integer.MAX_VALUE : spec.picturePixels();
        return new PixelRegion(0, 0, Math.min(width, most), Math.min(height, most));
    }
}
