package ikat.image;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture file and what becomes of it.
 *
 * @param name what is awkward
 * @param file name of the file
 * @param content bytes of the file
 * @param size {@code WIDTHxHEIGHTxCHANNELS}
 * @param corner colour near the upper left corner
 * @param rest colour near the lower right corner
 * @param tolerance of the colours, in levels
 * @param notes contained in the notes of the exemplar, one each
 * @param refusal contained in the sentence of the refusal; null if the picture is read
 */
record AwkwardPicture(
        String name,
        String file,
        byte[] content,
        String size,
        int corner,
        int rest,
        int tolerance,
        List<String> notes,
        @Nullable String refusal) {

    static final int BLUE = 0x1428DC;
    static final int RUST = 0xC86432;

    /** A picture that is read in the colours of {@link DrawnPictures}. */
    static AwkwardPicture read(String name, byte[] content, String size, String... notes) {
        return new AwkwardPicture(
                name, "picture", content, size, BLUE, RUST, 1, List.of(notes), null);
    }

    static AwkwardPicture refused(String name, byte[] content, String refusal) {
        return new AwkwardPicture(name, "picture", content, "", 0, 0, 0, List.of(), refusal);
    }

    static AwkwardPicture refused(String name, String content, String refusal) {
        return refused(name, content.getBytes(StandardCharsets.ISO_8859_1), refusal);
    }

    AwkwardPicture colours(int newCorner, int newRest) {
        return new AwkwardPicture(
                name, file, content, size, newCorner, newRest, tolerance, notes, refusal);
    }

    AwkwardPicture within(int levels) {
        return new AwkwardPicture(name, file, content, size, corner, rest, levels, notes, refusal);
    }

    AwkwardPicture in(String newFile) {
        return new AwkwardPicture(
                name, newFile, content, size, corner, rest, tolerance, notes, refusal);
    }

    @Override
    public String toString() {
        return name;
    }
}
