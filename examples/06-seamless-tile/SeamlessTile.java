import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.TextureRenderer;
import ikat.texture.GlobalField;
import java.nio.file.Path;

/** Makes a tile that repeats after 16 cells to the right and downwards. */
public class SeamlessTile {

    public static void main(String[] arguments) throws Exception {
        TextureModel model = TextureModel.read(Path.of("honeycomb.safetensors"));
        int cells = 16;
        int side = cells * model.spec().cellPixels();
        NoiseField field =
                new NoiseField(
                        model, 42, GlobalField.NONE, new Boundary.Wrapping(cells, cells));
        try (TextureRenderer renderer = new TextureRenderer(Engines.fastest(model, 2), field);
                OnDemandImage picture =
                        new OnDemandImage(renderer, new PixelRegion(0, 0, side, side))) {
            ImageFiles.write(picture, Path.of("seamless.png"));
        }
    }
}
