package ikat.studio.serve.iiif;

import ikat.image.Depth;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.image.Resampler;
import ikat.image.Resampler.Axis;
import ikat.studio.serve.OpenModel;
import ikat.studio.serve.Planes;
import ikat.studio.web.Problem;

/** Renders images: the next larger level of the plane, scaled down. */
final class ImagePainter {

    private static final long BAND_PIXELS = 1 << 20; // of the plane, held at once
    private static final long MOST_PIXELS = 1L << 26;
    private static final long MOST_ROW_PIXELS = 1L << 22; // that become one row of an image

    private ImagePainter() {}

    /** The part of a level that an image is scaled from. */
    private record Cut(int level, Axis across, Axis down) {

        static Cut of(ImageRequest request) {
            Region region = request.region();
            Size size = request.size();
            double scale =
                    Math.max(
                            (double) size.width() / region.width(),
                            (double) size.height() / region.height());
            int level = 0;
            while (level < Planes.OVERVIEW_LEVEL && scale * (2 << level) <= 1) {
                level++;
            }
            double times = 1 << level;
            return new Cut(
                    level,
                    Axis.area(region.left() / times, region.width() / times, size.width()),
                    Axis.area(region.top() / times, region.height() / times, size.height()));
        }

        long pixels() {
            return across.length() * down.length();
        }

        long rowPixels() {
            return across.length() * down.weights()[0].length;
        }
    }

    /** Refuses a region that is far larger along one side than what it is scaled to. */
    static void check(ImageRequest request) {
        Cut cut = Cut.of(request);
        if (cut.pixels() > MOST_PIXELS || cut.rowPixels() > MOST_ROW_PIXELS) {
            throw Problem.badRequest(
                    "the image would be made of "
                            + cut.pixels()
                            + " pixels, which are too many; scale width and height alike");
        }
    }

    /** Renders an image and encodes it. */
    static byte[] paint(Planes planes, OpenModel model, ImageRequest request) {
        Cut cut = Cut.of(request);
        PixelSource level =
                cut.level() == Planes.OVERVIEW_LEVEL
                        ? planes.overview(model, request.choice())
                        : planes.level(model, request.choice(), cut.level()).onOneThread();
        Pixels scaled =
                new Resampler(level.at(Depth.EIGHT), cut.across(), cut.down()).picture(BAND_PIXELS);
        Pixels coloured = request.quality().apply(scaled);
        return request.format().pack(request.rotation().apply(coloured));
    }
}
