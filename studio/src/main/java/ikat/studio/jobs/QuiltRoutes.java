package ikat.studio.jobs;

import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.image.ImageFormatException;
import ikat.image.PixelRegion;
import ikat.image.Pixels;
import ikat.quilt.QuiltedPlane;
import ikat.studio.queue.FairQueue;
import ikat.studio.queue.LateAnswer;
import ikat.studio.serve.TileFormat;
import ikat.studio.web.Feature;
import ikat.studio.web.Problem;
import ikat.text.Checks;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/quilts}: a piece of a plane that is sewn from a picture, which shows at once
 * what will be learned. Nothing is kept.
 *
 * @param queue in which planes are sewn
 */
public record QuiltRoutes(FairQueue queue) implements Feature {

    private static final int MOST_SIDE = 2048;
    private static final int USUAL_SIDE = 512;
    private static final int PICTURE_SIDE = 512; // of the middle, from which it is sewn

    /** What is wanted, with null for the usual. */
    private record Choices(@Nullable Integer width, @Nullable Integer height, @Nullable Long seed) {

        private static int side(String name, @Nullable Integer value) {
            return value == null ? USUAL_SIDE : Checks.range(name, value, 16, MOST_SIDE);
        }

        /** Around the origin of the plane. */
        PixelRegion region() {
            int across = side("width", width);
            int down = side("height", height);
            return new PixelRegion(-across / 2, -down / 2, across, down);
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/quilts", this::quilt);
    }

    private void quilt(Context context) {
        List<UploadedFile> picture = Uploads.files(context, "picture", 1);
        Choices choices = Uploads.settings(context, Choices.class);
        PixelRegion region = choices.region();
        long seed = choices.seed() == null ? 0 : choices.seed();
        LateAnswer.send(
                context,
                queue,
                () -> sew(picture, seed, region),
                bytes -> context.contentType(TileFormat.PNG.mediaType()).result(bytes));
    }

    private static byte[] sew(List<UploadedFile> picture, long seed, PixelRegion region)
            throws IOException {
        Path folder = Files.createTempDirectory("ikat-quilt");
        try {
            Exemplar exemplar = ImageFiles.read(Uploads.save(picture, folder).get(0));
            int width = Math.min(PICTURE_SIDE, exemplar.width());
            int height = Math.min(PICTURE_SIDE, exemplar.height());
            Exemplar middle =
                    exemplar.crop(
                            (exemplar.width() - width) / 2,
                            (exemplar.height() - height) / 2,
                            width,
                            height);
            return TileFormat.PNG.pack(
                    Pixels.of(new QuiltedPlane(middle.toPixels(), seed), region));
        } catch (ImageFormatException e) {
            throw Problem.badRequest(e.withoutFolders());
        } finally {
            JobStore.remove(folder);
        }
    }
}
