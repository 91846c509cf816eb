import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.TextureRenderer;
import ikat.texture.GlobalField;
import ikat.texture.Textures;
import java.nio.file.Path;

/** Makes the texture of one place of a large picture. */
public class Places {

    public static void main(String[] arguments) throws Exception {
        TextureModel model = TextureModel.read(Path.of("places.safetensors"));
        GlobalField place = new GlobalField.Constant(Textures.of(model).at(60, 120));
        NoiseField field = new NoiseField(model, 42, place, Boundary.ENDLESS);
        try (TextureRenderer renderer = new TextureRenderer(Engines.fastest(model, 2), field);
                OnDemandImage picture =
                        new OnDemandImage(renderer, new PixelRegion(0, 0, 256, 256))) {
            ImageFiles.write(picture, Path.of("texture-of-place.png"));
        }
    }
}
