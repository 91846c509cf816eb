package ikat.studio.renders;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;

/**
 * The plane of a render, which counts what it gives and gives nothing more once the render is to
 * stop.
 */
record WatchedSource(PixelSource plane, RenderJob job) implements PixelSource {

    @Override
    public int channels() {
        return plane.channels();
    }

    @Override
    public byte[] render(PixelRegion region) {
        job.checkWanted();
        byte[] pixels = plane.render(region);
        job.count((long) region.width() * region.height());
        return pixels;
    }

    @Override
    public PixelSource onOneThread() {
        return new WatchedSource(plane.onOneThread(), job);
    }
}
