package ikat.service.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures as data URIs for embedding in a page. */
public final class DataUri {

    private static final int MOST_PNG_BYTES = 600_000;
    private static final float CROP_QUALITY = 0.95f;
    private static final float THUMBNAIL_QUALITY = 0.85f;

    private DataUri() {}

    /** A lossless picture unless that is too large, otherwise one with little loss. */
    public static String ofCrop(BufferedImage picture) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        if (ImageIO.write(picture, "png", png) && png.size() <= MOST_PNG_BYTES) {
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        }
        return jpeg(picture, CROP_QUALITY);
    }

    /** A small picture. */
    public static String ofThumbnail(BufferedImage picture) throws IOException {
        return jpeg(picture, THUMBNAIL_QUALITY);
    }

    private static String jpeg(BufferedImage picture, float quality) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
