package ikat.image;

import java.util.function.DoubleConsumer;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOWriteProgressListener;

/**
 * Forwards the progress of an image writer as fractions.
 *
 * @param fraction receives numbers from 0 to 1
 */
record WriteProgress(DoubleConsumer fraction) implements IIOWriteProgressListener {

    @Override
    public void imageStarted(ImageWriter source, int index) {
        fraction.accept(0);
    }

    @Override
    public void imageProgress(ImageWriter source, float percent) {
        fraction.accept(Math.min(1, percent / 100));
    }

    @Override
    public void imageComplete(ImageWriter source) {
        fraction.accept(1);
    }

    @Override
    public void thumbnailStarted(ImageWriter source, int image, int thumbnail) {}

    @Override
    public void thumbnailProgress(ImageWriter source, float percent) {}

    @Override
    public void thumbnailComplete(ImageWriter source) {}

    @Override
    public void writeAborted(ImageWriter source) {}
}
