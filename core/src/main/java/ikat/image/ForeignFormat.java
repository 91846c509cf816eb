package ikat.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Formats that are not read, by the first bytes of their files, each with a way to convert it. */
enum ForeignFormat {
    AVIF("AVIF", 4, "ftypavi", "as PNG or JPEG, as with \"heif-convert FILE out.png\""),
    HEIC("HEIC", 4, "ftyp", "as PNG or JPEG, as with \"heif-convert FILE out.png\""),
    EXR("OpenEXR", 0, "v/1\1", ForeignFormat.BY_MAGICK),
    HDR("Radiance HDR", 0, "#?R", ForeignFormat.BY_MAGICK),
    COLOUR_PFM("PFM", 0, "PF\n", ForeignFormat.BY_MAGICK),
    GREY_PFM("PFM", 0, "Pf\n", ForeignFormat.BY_MAGICK),
    DDS("DDS", 0, "DDS ", ForeignFormat.BY_MAGICK),
    JPEG_2000("JPEG 2000", 4, "jP  ", ForeignFormat.BY_MAGICK),
    JPEG_XL("JPEG XL", 0, "\377\n", "as PNG, as with \"djxl FILE out.png\""),
    BOXED_JPEG_XL("JPEG XL", 4, "JXL ", "as PNG, as with \"djxl FILE out.png\"");

    private static final String BY_MAGICK =
            "as PNG with 8 or 16 bits a channel, as with \"magick FILE out.png\"";

    static final int LONGEST_START = 12;

    private final String title;
    private final int offset;
    private final byte[] mark;
    private final String advice;

    ForeignFormat(String title, int offset, String mark, String advice) {
        this.title = title;
        this.offset = offset;
        this.mark = mark.getBytes(StandardCharsets.ISO_8859_1);
        this.advice = advice;
    }

    /** The format of a file. */
    static Optional<ForeignFormat> of(byte[] start) {
        return Arrays.stream(values()).filter(format -> format.begins(start)).findFirst();
    }

    private boolean begins(byte[] start) {
        int end = offset + mark.length;
        return end <= start.length && Arrays.equals(start, offset, end, mark, 0, mark.length);
    }

    /** The end of a sentence about the file. */
    String refusal() {
        return "is a picture in %s, which is not read; save it %s".formatted(title, advice);
    }
}
