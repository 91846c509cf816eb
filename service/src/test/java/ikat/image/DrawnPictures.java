package ikat.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Files of a rust-coloured picture of 32x16 pixels whose upper left 8x8 are blue; in grey, 150 and
 * 40.
 */
final class DrawnPictures {

    static final int WIDTH = 32;
    static final int HEIGHT = 16;

    private static final int BLOCK = 8;

    private DrawnPictures() {}

    static int colour(int x, int y) {
        return x < BLOCK && y < BLOCK ? AwkwardPicture.BLUE : AwkwardPicture.RUST;
    }

    static BufferedImage image(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            image.setRGB(x, y, 0xFF000000 | colour(x, y));
        }
        if (image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            drawGrey(image.getRaster());
        }
        return image;
    }

    /** Java draws grey as linear light, so a level is set as a sample. */
    private static void drawGrey(WritableRaster raster) {
        int unit = raster.getSampleModel().getSampleSize(0) == 16 ? 257 : 1;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            raster.setSample(x, y, 0, unit * (x < BLOCK && y < BLOCK ? 40 : 150));
        }
    }

    /** By the writers of the JDK, since those of the plug-ins share code with what is tested. */
    static byte[] encoded(
            String format, String compression, boolean progressive, BufferedImage... images) {
        ImageWriter writer = jdkWriter(format);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (!compression.isEmpty()) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
        }
        if (progressive) {
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            if (images.length == 1) {
                writer.write(null, new IIOImage(images[0], null, null), param);
            } else {
                writer.prepareWriteSequence(null);
                for (BufferedImage image : images) {
                    writer.writeToSequence(new IIOImage(image, null, null), param);
                }
                writer.endWriteSequence();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] encoded(String format, int type) {
        return encoded(format, "", false, image(type));
    }

    private static ImageWriter jdkWriter(String format) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        ImageWriter writer = writers.next();
        while (writer.getClass().getModule().getName() == null) {
            writer = writers.next();
        }
        return writer;
    }

    /** Red, green and blue of all pixels in turn, or blue first. */
    static byte[] samples(boolean blueFirst) {
        ByteBuffer samples = ByteBuffer.allocate(WIDTH * HEIGHT * 3);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int colour = colour(i % WIDTH, i / WIDTH);
            int turned = blueFirst ? Integer.reverseBytes(colour) >>> 8 : colour;
            samples.put((byte) (turned >> 16)).put((byte) (turned >> 8)).put((byte) turned);
        }
        return samples.array();
    }

    /** Truevision TGA 2.0, uncompressed, from the top downwards. */
    static byte[] tga() {
        return ByteBuffer.allocate(18 + WIDTH * HEIGHT * 3)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(2, (byte) 2)
                .putShort(12, (short) WIDTH)
                .putShort(14, (short) HEIGHT)
                .put(16, (byte) 24)
                .put(17, (byte) 0x20)
                .position(18)
                .put(samples(true))
                .array();
    }

    /** Photoshop, only the merged picture, uncompressed. */
    static byte[] psd() {
        int area = WIDTH * HEIGHT;
        ByteBuffer psd =
                ByteBuffer.allocate(26 + 12 + 2 + area * 3)
                        .put("8BPS".getBytes(StandardCharsets.US_ASCII))
                        .putShort((short) 1)
                        .putShort(12, (short) 3)
                        .putInt(14, HEIGHT)
                        .putInt(18, WIDTH)
                        .putShort(22, (short) 8)
                        .putShort(24, (short) 3)
                        .position(40);
        byte[] samples = samples(false);
        for (int i = 0; i < samples.length; i++) {
            psd.put(samples[i % area * 3 + i / area]);
        }
        return psd.array();
    }

    /** An icon of one BMP of 32 bits without its header, upside down. */
    static byte[] ico() {
        int mask = HEIGHT * 4;
        int length = 40 + WIDTH * HEIGHT * 4 + mask;
        ByteBuffer ico = ByteBuffer.allocate(22 + length).order(ByteOrder.LITTLE_ENDIAN);
        ico.putShort((short) 0).putShort((short) 1).putShort((short) 1);
        ico.put((byte) WIDTH).put((byte) HEIGHT).putShort((short) 0).putShort((short) 1);
        ico.putShort((short) 32).putInt(length).putInt(22);
        ico.putInt(40).putInt(WIDTH).putInt(2 * HEIGHT).putShort((short) 1).putShort((short) 32);
        ico.position(22 + 40);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            ico.putInt(0xFF000000 | colour(i % WIDTH, HEIGHT - 1 - i / WIDTH));
        }
        return ico.array();
    }

    /** A PNM file with binary samples. */
    static byte[] pnm(String header, byte[] samples) {
        byte[] start = header.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(start.length + samples.length).put(start).put(samples).array();
    }

    /** A JPEG with Exif metadata. */
    static byte[] jpegOfOrientation(int tag) {
        byte[] jpeg = encoded("jpeg", BufferedImage.TYPE_INT_RGB);
        byte[] tiff = orientation(tag);
        return ByteBuffer.allocate(jpeg.length + 10 + tiff.length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (8 + tiff.length))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** Exif metadata of a single tag. */
    static byte[] orientation(int tag) {
        return ByteBuffer.allocate(26)
                .putShort((short) 0x4D4D)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) tag)
                .array();
    }
}
