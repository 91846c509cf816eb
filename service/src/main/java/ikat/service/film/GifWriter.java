package ikat.service.film;

import ikat.film.Film;
import ikat.film.Timeline;
import ikat.image.Pixels;
import ikat.service.colour.Palette;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * Writes an animated GIF with one palette. Delays are in hundredths of a second; their rounding
 * does not accumulate.
 */
final class GifWriter implements FrameWriter {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private final Film film;
    private final Palette palette;
    private final IndexColorModel colours;
    private final ImageWriter writer;
    private final ImageOutputStream out;
    private int count;

    GifWriter(Film film, Palette palette, Path target) throws IOException {
        this.film = film;
        this.palette = palette;
        this.colours =
                new IndexColorModel(
                        8,
                        palette.size(),
                        palette.channel(0),
                        palette.channel(1),
                        palette.channel(2));
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("gif");
        if (!writers.hasNext()) {
            throw new IOException("this Java has no writer of GIF files");
        }
        writer = writers.next();
        out = ImageIO.createImageOutputStream(target.toFile());
        if (out == null) {
            throw new IOException("it cannot be opened");
        }
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    @Override
    public void add(Pixels frame) throws IOException {
        BufferedImage image =
                new BufferedImage(
                        film.width(), film.height(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        byte[] indices = dithered(palette, frame);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(indices, 0, pixels, 0, pixels.length);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        describe(root);
        metadata.setFromTree(FORMAT, root);
        writer.writeToSequence(new IIOImage(image, List.of(), metadata), null);
        count++;
    }

    /**
     * The index of a colour for each pixel of a frame of 3 channels, with Floyd-Steinberg error
     * diffusion (Floyd and Steinberg 1976).
     */
    static byte[] dithered(Palette palette, Pixels frame) {
        byte[] rgb = frame.bytes();
        int width = frame.width();
        int height = frame.height();
        byte[] indices = new byte[width * height];
        float[][] here = new float[3][width + 2];
        float[][] below = new float[3][width + 2];
        for (int y = 0; y < height; y++) {
            int step = y % 2 == 0 ? 1 : -1; // alternating, so that errors do not drift one way
            for (int i = 0; i < width; i++) {
                int x = step > 0 ? i : width - 1 - i;
                int at = y * width + x;
                int[] wanted = new int[3];
                for (int c = 0; c < 3; c++) {
                    float value = (rgb[3 * at + c] & 255) + here[c][x + 1];
                    wanted[c] = Math.round(Math.max(0, Math.min(255, value)));
                }
                int index = palette.nearest(wanted[0], wanted[1], wanted[2]);
                indices[at] = (byte) index;
                int colour = palette.colour(index);
                for (int c = 0; c < 3; c++) {
                    float error = (wanted[c] - Palette.component(colour, c)) / 16f;
                    here[c][x + 1 + step] += 7 * error;
                    below[c][x + 1 - step] += 3 * error;
                    below[c][x + 1] += 5 * error;
                    below[c][x + 1 + step] += error;
                }
            }
            float[][] next = below;
            below = here;
            here = next;
            for (float[] row : below) {
                Arrays.fill(row, 0);
            }
        }
        return indices;
    }

    private void describe(IIOMetadataNode root) {
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Long.toString(time(count + 1) - time(count)));
        if (count == 0 && film.timeline().course() == Timeline.Course.LOOP) {
            IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
            extension.setAttribute("applicationID", "NETSCAPE");
            extension.setAttribute("authenticationCode", "2.0");
            extension.setUserObject(new byte[] {1, 0, 0}); // loop endlessly
            child(root, "ApplicationExtensions").appendChild(extension);
        }
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode child = new IIOMetadataNode(name);
        root.appendChild(child);
        return child;
    }

    /** When a frame begins, in hundredths of a second. */
    private long time(int frame) {
        return Math.round(100 * frame / film.timeline().rate());
    }

    @Override
    public void end() throws IOException {
        writer.endWriteSequence();
        out.close();
    }

    @Override
    public void close() {
        writer.dispose();
        try {
            out.close();
        } catch (IOException e) {
            return; // already completed or discarded
        }
    }
}
