package ikat.studio.renders;

import ikat.export.Export;
import ikat.export.ExportListener;
import ikat.export.TileChoice;
import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes the file of a render.
 *
 * @param threads that render, at least 1
 */
record RenderWork(int threads) {

    /**
     * Writes it.
     *
     * @throws IOException one sentence, if it cannot be written
     * @throws java.util.concurrent.CancellationException if it was stopped; nothing is left then
     */
    void write(RenderJob job, PixelSource plane, Path file) throws IOException {
        PixelRegion region = job.order().region();
        PixelSource watched = new WatchedSource(plane, job);
        if (Export.takes(file, region, plane.channels())) {
            new Export(watched, region, file, TileChoice.USUAL, threads)
                    .write(null, ExportListener.SILENT);
            return;
        }
        try (BlockSource blocks = new BlockSource(watched, threads);
                OnDemandImage image = new OnDemandImage(blocks, region)) {
            ImageFiles.write(image, file);
        }
    }
}
