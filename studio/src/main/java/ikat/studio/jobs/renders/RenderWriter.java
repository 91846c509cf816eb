package ikat.studio.jobs.renders;

import ikat.export.Export;
import ikat.export.ExportListener;
import ikat.export.TileChoice;
import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.image.PlaneView;
import ikat.io.Workers;
import ikat.studio.serve.Planes;
import ikat.studio.web.Json;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the files of renders, each on so many threads; pixels may depend on the version. */
record RenderWriter(Planes planes, int threads, String version) {

    /** The plane of an order, unless it names something that does not exist. */
    PixelSource plane(RenderOrder order) {
        return planes.level(
                planes.models().get(String.valueOf(order.model())),
                order.choice(),
                order.halvings());
    }

    /**
     * Writes a file, or the rest of one that an earlier attempt began.
     *
     * @throws IOException one sentence, if it cannot be written
     * @throws java.util.concurrent.CancellationException if the job is asked to end
     */
    void write(RenderTask task, Path file) throws IOException {
        RenderOrder order = task.order();
        PixelRegion region = order.region();
        PixelSource plane = new WatchedSource(plane(order), task);
        if (Export.takes(file, region, plane)) {
            // ids of models and maps are digests of their content
            String identity = version + " " + Json.MAPPER.writeValueAsString(order);
            new Export(plane, region, file, TileChoice.USUAL, threads)
                    .write(
                            identity,
                            new ExportListener() {
                                @Override
                                public void resumed(long pixels) {
                                    task.count(pixels); // the others, when they are rendered
                                }
                            });
            return;
        }
        try (BlockSource blocks = new BlockSource(plane, threads);
                OnDemandImage image = new OnDemandImage(blocks, region)) {
            ImageFiles.write(image, file);
        }
    }

    /** The plane of a render; counts the pixels, and stops when the job is asked to end. */
    private record WatchedSource(PixelSource plane, RenderTask task) implements PlaneView {

        @Override
        public byte[] render(PixelRegion region) {
            task.checkRequest();
            byte[] pixels = plane.render(region);
            task.count((long) region.width() * region.height());
            return pixels;
        }

        @Override
        public PixelSource onOneThread() {
            return new WatchedSource(plane.onOneThread(), task);
        }
    }

    /** A plane whose regions are rendered in blocks, on several threads. */
    private static final class BlockSource implements PlaneView, AutoCloseable {

        private static final int SIDE = 512;

        private final PixelSource plane;
        private final Workers workers;

        BlockSource(PixelSource plane, int count) {
            this.plane = plane.onOneThread();
            this.workers = new Workers("studio-export", count);
        }

        @Override
        public PixelSource plane() {
            return plane;
        }

        @Override
        public byte[] render(PixelRegion region) {
            Pixels picture = Pixels.empty(this, region.width(), region.height());
            int columns = (region.width() + SIDE - 1) / SIDE;
            int rows = (region.height() + SIDE - 1) / SIDE;
            workers.each(
                    columns * rows,
                    i -> make(region, i % columns * SIDE, i / columns * SIDE, picture));
            return picture.bytes();
        }

        private void make(PixelRegion region, int left, int top, Pixels picture) {
            PixelRegion block =
                    new PixelRegion(
                            region.left() + left,
                            region.top() + top,
                            Math.min(SIDE, region.width() - left),
                            Math.min(SIDE, region.height() - top));
            Pixels.of(plane, block).copyInto(picture, left, top);
        }

        /** Waits for the blocks that are being made. */
        @Override
        public void close() {
            workers.close();
        }
    }
}
