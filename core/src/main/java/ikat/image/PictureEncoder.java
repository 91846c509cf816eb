package ikat.image;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.DoubleConsumer;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOWriteProgressListener;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Encodes an image with the JDK's own writers. They request a few rows at a time and keep none, so
 * the picture may be larger than memory; plug-ins do not guarantee this.
 */
final class PictureEncoder {

    private static final String JPEG_METADATA = "javax_imageio_jpeg_image_1.0";

    private final PictureFormat format;

    PictureEncoder(PictureFormat format) {
        this.format = format;
    }

    /**
     * Writes into {@code file}, which must not exist; {@code progress} receives fractions from 0 to
     * 1.
     */
    void write(RenderedImage image, Path file, DoubleConsumer progress) throws IOException {
        ImageWriter writer = writer();
        try (ImageOutputStream stream = new FileImageOutputStream(file.toFile())) {
            writer.addIIOWriteProgressListener(new Progress(progress));
            writer.setOutput(stream);
            ImageWriteParam param = parameters(writer);
            IIOImage whole = new IIOImage(rowByRow(image), null, metadata(writer, image, param));
            writer.write(null, whole, param);
        } catch (IIOException e) {
            throw reason(e);
        } finally {
            writer.dispose();
        }
    }

    private RenderedImage rowByRow(RenderedImage image) {
        boolean inMemory = image instanceof BufferedImage;
        return format == PictureFormat.JPEG && !inMemory ? new OneTileImage(image) : image;
    }

    private ImageWriter writer() {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format.name());
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if ("java.desktop".equals(writer.getClass().getModule().getName())) {
                return writer;
            }
        }
        throw new IllegalStateException("this Java has no writer for " + format);
    }

    private ImageWriteParam parameters(ImageWriter writer) {
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        switch (format) {
            // zlib level 3 of 9: the smallest output on photographs, and faster than the default
            case PNG -> param.setCompressionQuality(0.65f);
            case JPEG -> param.setCompressionQuality(0.95f);
            case TIFF -> {
                param.setCompressionType("ZLib");
                param.setCompressionQuality(0.35f);
            }
        }
        return param;
    }

    /** Turns off chroma subsampling in JPEG; by default four pixels share one colour. */
    private @Nullable IIOMetadata metadata(
            ImageWriter writer, RenderedImage image, ImageWriteParam param) throws IIOException {
        if (format != PictureFormat.JPEG) {
            return null;
        }
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(
                        ImageTypeSpecifier.createFromRenderedImage(image), param);
        Element tree = (Element) metadata.getAsTree(JPEG_METADATA);
        NodeList components = tree.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            Element component = (Element) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        metadata.setFromTree(JPEG_METADATA, tree);
        return metadata;
    }

    /** Unwraps the cause, such as a full disk, which writers hide behind a generic message. */
    private static IOException reason(IIOException failure) {
        return failure.getCause() instanceof IOException cause ? cause : failure;
    }

    /**
     * A view of another image as a single tile that holds no pixels and fetches rows on demand.
     *
     * <p>The JDK's JPEG writer copies a multi-tile image as a whole, but reads a single tile row by
     * row through {@link Raster#createChild}, the only access that this tile supports.
     */
    private static final class OneTileImage extends TileColumnImage {

        private final RenderedImage image;

        OneTileImage(RenderedImage image) {
            super(
                    image.getColorModel(),
                    image.getSampleModel()
                            .createCompatibleSampleModel(image.getWidth(), image.getHeight()),
                    new Rectangle(
                            image.getMinX(), image.getMinY(), image.getWidth(), image.getHeight()));
            this.image = image;
        }

        @Override
        public Raster getTile(int tileX, int tileY) {
            Point origin = new Point(getMinX(), getMinY());
            return new Raster(getSampleModel(), new DataBufferByte(0), origin) {
                @Override
                public Raster createChild(
                        int x,
                        int y,
                        int width,
                        int height,
                        int newX,
                        int newY,
                        int @Nullable [] bands) {
                    Raster rows = image.getData(new Rectangle(x, y, width, height));
                    return rows.createChild(x, y, width, height, newX, newY, bands);
                }
            };
        }

        @Override
        public Raster getData(Rectangle wanted) {
            return image.getData(wanted);
        }

        @Override
        public WritableRaster copyData(@Nullable WritableRaster target) {
            return image.copyData(target);
        }
    }

    /**
     * Forwards the progress of a writer.
     *
     * @param fraction receives numbers from 0 to 1
     */
    private record Progress(DoubleConsumer fraction) implements IIOWriteProgressListener {

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
}
