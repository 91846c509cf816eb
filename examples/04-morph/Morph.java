import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.TextureRenderer;
import ikat.texture.Corners;
import ikat.texture.Easing;
import ikat.texture.Textures;
import java.nio.file.Path;

/** Makes a part of a large morph between four textures. */
public class Morph {

    public static void main(String[] arguments) throws Exception {
        TextureModel model = TextureModel.read(Path.of("samples.safetensors"));
        Textures textures = Textures.of(model);
        PixelRegion whole = new PixelRegion(0, 0, 1_000_000, 1_000_000);
        Corners morph =
                new Corners(
                        whole,
                        textures.named("knit"),
                        textures.named("brick"),
                        textures.named("scales"),
                        textures.named("pebbles"),
                        Easing.LINEAR);
        NoiseField field = new NoiseField(model, 42, morph, Boundary.ENDLESS);
        PixelRegion middle = new PixelRegion(500_000, 500_000, 512, 512);
        try (TextureRenderer renderer = new TextureRenderer(Engines.fastest(model, 2), field);
                OnDemandImage picture = new OnDemandImage(renderer, middle)) {
            ImageFiles.write(picture, Path.of("middle.png"));
        }
    }
}
