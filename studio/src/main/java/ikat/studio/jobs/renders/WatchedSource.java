package ikat.studio.jobs.renders;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;

/**
 * The plane of a render, which counts what it gives and gives nothing more once nobody wants the
 * render.
 */
record WatchedSource(PixelSource plane, RenderTask task) implements PixelSource {

    @Override
    public int channels() {
        return plane.channels();
    }

    @Override
    public byte[] render(PixelRegion region) {
        task.checkWanted();
        byte[] pixels = plane.render(region);
        task.count((long) region.width() * region.height());
        return pixels;
    }

    @Override
    public PixelSource onOneThread() {
        return new WatchedSource(plane.onOneThread(), task);
    }
}
