import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.TextureRenderer;
import ikat.texture.Textures;
import ikat.texture.Tiles;
import java.nio.file.Path;

/** Lays two textures out like the fields of a chess board. */
public class TexturesInTiles {

    public static void main(String[] arguments) throws Exception {
        TextureModel model = TextureModel.read(Path.of("samples.safetensors"));
        Textures textures = Textures.of(model);
        PixelRegion board = new PixelRegion(0, 0, 512, 512);
        Tiles tiles = new Tiles(board, 2, 2, textures.parseAll("knit,brick,brick,knit"), 0.3);
        NoiseField field = new NoiseField(model, 42, tiles, Boundary.ENDLESS);
        try (TextureRenderer renderer = new TextureRenderer(Engines.fastest(model, 2), field);
                OnDemandImage picture = new OnDemandImage(renderer, board)) {
            ImageFiles.write(picture, Path.of("board.png"));
        }
    }
}
