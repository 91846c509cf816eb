package ikat.studio.jobs.renders;

import ikat.export.Export;
import ikat.export.ExportListener;
import ikat.export.TileChoice;
import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.studio.serve.OpenModels;
import ikat.studio.serve.Planes;
import ikat.studio.web.Json;
import ikat.zoom.ZoomablePlane;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes the files of renders.
 *
 * @param models by their ids
 * @param planes of them
 * @param threads that one render may keep busy, at least 1
 * @param version of the program, on which pixels may depend
 */
record Press(OpenModels models, Planes planes, int threads, String version) {

    /**
     * Refuses what there is not.
     *
     * @throws ikat.studio.web.Problem 404 if the model or map has gone
     * @throws IllegalArgumentException one sentence, if there is no such texture
     */
    void check(RenderOrder order) {
        plane(order);
    }

    private ZoomablePlane plane(RenderOrder order) {
        return planes.plane(models.get(String.valueOf(order.model())), order.choice());
    }

    /**
     * Writes a file, or what an earlier try has left out of it.
     *
     * @throws IOException one sentence, if it cannot be written
     * @throws java.util.concurrent.CancellationException if nobody wants it any more
     */
    void write(RenderTask task, Path file) throws IOException {
        RenderOrder order = task.order();
        PixelRegion region = order.region();
        PixelSource plane = new WatchedSource(plane(order).level(order.halvings()), task);
        if (Export.takes(file, region, plane.channels())) {
            new Export(plane, region, file, TileChoice.USUAL, threads)
                    .write(identity(order), new Gained(task));
            return;
        }
        try (BlockSource blocks = new BlockSource(plane, threads);
                OnDemandImage image = new OnDemandImage(blocks, region)) {
            ImageFiles.write(image, file);
        }
    }

    /** The id of a model is a digest of its file, and that of a map one of its strokes. */
    private String identity(RenderOrder order) {
        return version + " " + Json.MAPPER.writeValueAsString(order);
    }

    /** What an earlier try has made counts as well. */
    private record Gained(RenderTask task) implements ExportListener {

        @Override
        public void resumed(long pixels) {
            task.count(pixels);
        }

        @Override
        public void written(long pixels) {
            // counted when they were rendered
        }
    }
}
