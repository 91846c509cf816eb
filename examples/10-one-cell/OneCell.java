import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.render.TextureRenderer;
import java.nio.file.Path;

/** Makes three of the pictures of a model of one cell: a seed is a picture. */
public class OneCell {

    public static void main(String[] arguments) throws Exception {
        TextureModel model = TextureModel.read(Path.of("dcgan.safetensors"));
        int side = model.spec().picturePixels();
        for (int seed = 0; seed < 3; seed++) {
            try (TextureRenderer renderer = TextureRenderer.open(model, seed);
                    OnDemandImage picture =
                            new OnDemandImage(renderer, new PixelRegion(0, 0, side, side))) {
                ImageFiles.write(picture, Path.of("one-cell-" + seed + ".png"));
            }
        }
    }
}
