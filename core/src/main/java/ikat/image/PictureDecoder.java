package ikat.image;

import ikat.text.Excerpt;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes the first picture of a file with ImageIO. Exceptions of decoders are rewritten as one
 * sentence.
 */
final class PictureDecoder {

    /** Some decoders fill missing data with grey and only issue a warning. */
    private static final Pattern DAMAGE =
            Pattern.compile(
                    "premature|truncat|missing eoi|bad huffman|bad arithmetic|instead of rst");

    /** Under which names people know them; decoders have several for each. */
    private static final List<String> FORMATS =
            List.of("PNG", "JPEG", "WebP", "TIFF", "GIF", "BMP", "TGA", "PSD", "PNM", "ICO");

    private static final int LONGEST_REASON = 200;

    private final String name;
    private final long mostPixels;
    private final List<String> notes;

    PictureDecoder(String name, long mostPixels, List<String> notes) {
        this.name = name;
        this.mostPixels = mostPixels;
        this.notes = notes;
    }

    BufferedImage decode(PictureStream stream) throws IOException {
        ImageReader reader = readerOf(stream);
        String format = "picture";
        try {
            format = reader.getFormatName().toUpperCase(Locale.ROOT);
            return decode(reader, stream);
        } catch (ImageFormatException | InterruptedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw failure(format, e);
        } finally {
            reader.dispose();
        }
    }

    /** A reader of the format, which the caller disposes of. */
    ImageReader readerOf(ImageInputStream stream) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            throw new ImageFormatException(name, unknown(stream));
        }
        return readers.next();
    }

    private static String unknown(ImageInputStream stream) throws IOException {
        byte[] start = new byte[ForeignFormat.LONGEST_START];
        stream.seek(0);
        stream.read(start);
        return ForeignFormat.of(start)
                .map(ForeignFormat::refusal)
                .orElseGet(
                        () ->
                                "is not a picture of a known format; the known ones are "
                                        + formats());
    }

    private static String formats() {
        Set<String> known = new TreeSet<>(Arrays.asList(ImageIO.getReaderFormatNames()));
        return FORMATS.stream().filter(known::contains).collect(Collectors.joining(", "));
    }

    private BufferedImage decode(ImageReader reader, PictureStream stream) throws IOException {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        reader.setInput(stream, false, true);
        checkSize(reader.getWidth(0), reader.getHeight(0));
        stream.allow((long) reader.getWidth(0) * reader.getHeight(0));
        BufferedImage image = reader.read(0);
        warnings.stream().distinct().forEach(this::judge);
        if (warnings.stream().anyMatch(PictureDecoder::tellsOfDamage)) {
            throw new ImageFormatException(
                    name, "is damaged or cut off (" + warnings.get(0) + "); save it again");
        }
        if (isCmyk(reader, image)) {
            notes.add("the picture was converted from CMYK to RGB, which may shift its colours");
        }
        if (hasMore(reader)) {
            notes.add("the file holds several pictures; the first was taken");
        }
        return image;
    }

    /** Checks the size in the header, before anything is decoded. */
    private void checkSize(int width, int height) throws ImageFormatException {
        if (width < 1 || height < 1) {
            throw new ImageFormatException(
                    name, "claims to be " + width + "x" + height + " pixels; save it again");
        }
        if ((long) width * height > mostPixels) {
            throw new ImageFormatException(
                    name,
                    String.format(
                            Locale.ROOT,
                            "is %dx%d pixels, but at most %.1f million pixels are read;"
                                    + " crop it or scale it down",
                            width,
                            height,
                            mostPixels / 1e6));
        }
    }

    /** Checks colours: numbers without a known white would have to be clipped somewhere. */
    void checkColours(BufferedImage image) throws ImageFormatException {
        int type = image.getColorModel().getTransferType();
        if (type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE) {
            throw new ImageFormatException(
                    name,
                    "stores floating-point numbers, of which none is known to be white; save it"
                            + " with 8 or 16 bits a channel");
        }
    }

    private void judge(String warning) {
        if (!tellsOfDamage(warning)) {
            notes.add("the decoder says: " + warning);
        }
    }

    private static boolean tellsOfDamage(String warning) {
        return DAMAGE.matcher(warning.toLowerCase(Locale.ROOT)).find();
    }

    /** Checks the raw type, since a plug-in may already have converted the picture. */
    private static boolean isCmyk(ImageReader reader, BufferedImage image) {
        try {
            ImageTypeSpecifier raw = reader.getRawImageType(0);
            ColorModel model = raw == null ? image.getColorModel() : raw.getColorModel();
            return model.getColorSpace().getType() == ColorSpace.TYPE_CMYK;
        } catch (IOException | RuntimeException e) {
            // The picture was read; only this note is lost.
            return false;
        }
    }

    private static boolean hasMore(ImageReader reader) {
        try {
            return reader.getWidth(1) > 0;
        } catch (IOException | RuntimeException e) {
            // A missing or unreadable second picture does not affect the first.
            return false;
        }
    }

    private ImageFormatException failure(String format, Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof ImageFormatException refused) {
            return refused;
        }
        if (root instanceof EOFException) {
            return new ImageFormatException(
                    name, "is cut off: the " + format + " data ends too early; save it again", e);
        }
        String reason = reason(root);
        if (reason.contains("Unsupported Image Type")) {
            return new ImageFormatException(
                    name,
                    ("is a %s in colours that cannot be converted here, such as CMYK; save"
                                    + " it as RGB")
                            .formatted(format),
                    e);
        }
        return new ImageFormatException(
                name,
                ("is damaged, cut off or of an unknown kind: the %s decoder says"
                                + " \"%s\"; save it again as PNG")
                        .formatted(format, reason),
                e);
    }

    /** What a decoder says; of a fault of its own, no word would mean anything to users. */
    private static String reason(Throwable root) {
        String message = root.getMessage();
        return message == null || root instanceof NullPointerException
                ? "that something is wrong"
                : Excerpt.plain(message.lines().findFirst().orElse("nothing"), LONGEST_REASON);
    }
}
