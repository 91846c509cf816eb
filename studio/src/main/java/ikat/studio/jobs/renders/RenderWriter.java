package ikat.studio.jobs.renders;

import ikat.export.Export;
import ikat.export.ExportListener;
import ikat.export.TileChoice;
import ikat.export.WrappedSides;
import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.image.PlaneView;
import ikat.io.AtomicFile;
import ikat.io.Workers;
import ikat.model.ModelSpec;
import ikat.render.WrapCertificate;
import ikat.render.WrapCertificate.Axes;
import ikat.service.render.WrapSize;
import ikat.studio.serve.OpenModel;
import ikat.studio.serve.Planes;
import ikat.studio.serve.WrappedPlane;
import ikat.studio.web.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the files of renders, each on so many threads; pixels may depend on the version. */
record RenderWriter(Planes planes, int threads, String version) {

    /**
     * The plane of an order, unless it names something that does not exist.
     *
     * @throws ikat.service.Refusal if the picture is to repeat and its size does not fit
     */
    PixelSource plane(RenderOrder order) {
        return repeating(order)
                .map(WrappedPlane::pixels)
                .orElseGet(() -> planes.level(model(order), order.choice(), order.halvings()));
    }

    private OpenModel model(RenderOrder order) {
        return planes.models().get(String.valueOf(order.model()));
    }

    private Optional<WrappedPlane> repeating(RenderOrder order) {
        return order.axes()
                .map(
                        axes ->
                                WrappedPlane.of(
                                        planes, model(order), order.choice(), size(order, axes)));
    }

    /** The size of one period, all of whose smaller levels in the file repeat as well. */
    private WrapSize size(RenderOrder order, Axes axes) {
        ModelSpec spec = model(order).model().spec();
        PixelRegion region = order.region();
        Path file = Path.of("file." + order.fileFormat().ending);
        return new WrapSize(
                axes,
                region.width(),
                region.height(),
                spec.cellPixels(),
                order.halvings(),
                (width, height) ->
                        Export.evenHalvings(
                                file,
                                new PixelRegion(0, 0, width, height),
                                spec.colourChannels(),
                                TileChoice.USUAL));
    }

    /**
     * Writes a file, or the rest of one that an earlier attempt began, and the certificate of a
     * picture that repeats.
     *
     * @throws IOException one sentence, if it cannot be written
     * @throws java.util.concurrent.CancellationException if the job is asked to end
     */
    void write(RenderTask task, Path file) throws IOException {
        RenderOrder order = task.order();
        Optional<WrappedPlane> repeating = repeating(order);
        PixelSource plane = repeating.map(WrappedPlane::pixels).orElseGet(() -> plane(order));
        write(task, file, new WatchedSource(plane, task, true));
        if (repeating.isPresent()) {
            PixelSource measured = new WatchedSource(plane.onOneThread(), task, false);
            WrapCertificate found =
                    WrapCertificate.of(measured, order.region(), repeating.get().size().axes());
            byte[] text = repeating.get().facts(version).certificate(task.name(), found);
            AtomicFile.write(task.certificate(), part -> Files.write(part, text));
        }
    }

    private void write(RenderTask task, Path file, PixelSource plane) throws IOException {
        RenderOrder order = task.order();
        PixelRegion region = order.region();
        if (Export.takes(file, region, plane)) {
            // ids of models and maps are digests of their content
            String identity =
                    version
                            + " "
                            + Json.MAPPER.writeValueAsString(order)
                            + planes.versions(order.choice());
            WrappedSides sides =
                    order.axes()
                            .map(axes -> new WrappedSides(axes.across(), axes.down()))
                            .orElse(WrappedSides.NONE);
            new Export(plane, region, file, TileChoice.USUAL, threads)
                    .wrapping(sides)
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

    /** The plane of a render; may count the pixels, and stops when the job is asked to end. */
    private record WatchedSource(PixelSource plane, RenderTask task, boolean counts)
            implements PlaneView {

        @Override
        public byte[] render(PixelRegion region) {
            task.checkRequest();
            byte[] pixels = plane.render(region);
            if (counts) {
                task.count((long) region.width() * region.height());
            }
            return pixels;
        }

        @Override
        public PixelSource onOneThread() {
            return new WatchedSource(plane.onOneThread(), task, counts);
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
