package ikat.studio.jobs.renders;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.studio.queue.CachedAnswers;
import ikat.studio.serve.OpenModel;
import ikat.studio.serve.Planes;
import ikat.studio.serve.TileFormat;
import ikat.zoom.ZoomablePlane;
import io.javalin.http.Context;

/**
 * Small pictures of renders: the region on a plane without end, halved until it is small. So no
 * large file is read, and there is one before the file is.
 *
 * @param answers cached pictures
 */
record RenderThumbnails(Planes planes, CachedAnswers answers) {

    private static final int MOST_SIDE = 256;

    /** What a small picture depends on. */
    private record Wanted(RenderOrder order) {}

    /** Answers with the picture of a complete order; 404 if its model is gone. */
    void answer(Context context, RenderOrder order) {
        Wanted wanted = new Wanted(order);
        String id = String.valueOf(order.model());
        if (answers.notModified(context, wanted, id)) {
            return;
        }
        OpenModel model = planes.models().get(id);
        planes.field(model, order.choice()); // what does not exist is refused at once
        answers.send(context, TileFormat.JPG.mediaType(), wanted, () -> make(model, order));
    }

    private byte[] make(OpenModel model, RenderOrder order) {
        PixelRegion whole = order.region();
        int more = 0;
        while (order.halvings() + more < ZoomablePlane.MOST_LEVEL
                && Math.max(whole.width(), whole.height()) >> more > MOST_SIDE) {
            more++;
        }
        PixelSource plane =
                planes.level(model, order.choice(), order.halvings() + more).onOneThread();
        PixelRegion region =
                new PixelRegion(
                        whole.left() >> more,
                        whole.top() >> more,
                        side(whole.width() >> more),
                        side(whole.height() >> more));
        return TileFormat.JPG.pack(Pixels.of(plane, region));
    }

    private static int side(int pixels) {
        return Math.max(1, Math.min(MOST_SIDE, pixels));
    }
}
