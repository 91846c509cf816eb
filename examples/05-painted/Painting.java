import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.TextureRenderer;
import ikat.texture.Painted;
import ikat.texture.Textures;
import java.nio.file.Path;

/** Writes a page of text in pebbles on a knitted ground. */
public class Painting {

    public static void main(String[] arguments) throws Exception {
        TextureModel model = TextureModel.read(Path.of("samples.safetensors"));
        Textures textures = Textures.of(model);
        Exemplar page = ImageFiles.read(Path.of("samples/text.png"));
        PixelRegion area = new PixelRegion(0, 0, 1024, 1024);
        Painted painted =
                Painted.byBrightness(
                        page, textures.parseAll("pebbles,knit"), area, Painted.SOFTNESS);
        NoiseField field = new NoiseField(model, 42, painted, Boundary.ENDLESS);
        try (TextureRenderer renderer = new TextureRenderer(Engines.fastest(model, 2), field);
                OnDemandImage picture = new OnDemandImage(renderer, area)) {
            ImageFiles.write(picture, Path.of("page.png"));
        }
    }
}
