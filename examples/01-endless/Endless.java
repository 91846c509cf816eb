import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.zoom.ZoomablePlane;
import java.nio.file.Path;

/** Makes a window of an endless texture, far from its origin. */
public class Endless {

    public static void main(String[] arguments) throws Exception {
        TextureModel model = TextureModel.read(Path.of("honeycomb.safetensors"));
        PixelRegion window = new PixelRegion(1_000_000_000L, 0, 512, 512);
        try (ZoomablePlane plane = ZoomablePlane.open(model, 42);
                OnDemandImage picture = new OnDemandImage(plane.level(0), window)) {
            ImageFiles.write(picture, Path.of("window.png"));
        }
    }
}
