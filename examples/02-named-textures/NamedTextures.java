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

/** Makes a picture of each texture that a model knows by name. */
public class NamedTextures {

    public static void main(String[] arguments) throws Exception {
        TextureModel model = TextureModel.read(Path.of("samples.safetensors"));
        Textures textures = Textures.of(model);
        for (String name : textures.names()) {
            GlobalField everywhere = new GlobalField.Constant(textures.parse(name));
            NoiseField field = new NoiseField(model, 42, everywhere, Boundary.ENDLESS);
            try (TextureRenderer renderer = new TextureRenderer(Engines.fastest(model, 2), field);
                    OnDemandImage picture =
                            new OnDemandImage(renderer, new PixelRegion(0, 0, 256, 256))) {
                ImageFiles.write(picture, Path.of("texture-" + name + ".png"));
            }
        }
    }
}
