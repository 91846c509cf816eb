package ikat.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The colour space of a PNG file. Of several chunks the first of cICP, iCCP, sRGB and gAMA counts
 * (PNG specification, third edition, section 4.3).
 *
 * @param profile an ICC profile; empty if it cannot be unpacked, null if the file has none
 * @param curve the conversion to the tones of sRGB
 */
record PngColours(byte @Nullable [] profile, ToneCurve curve) {

    private static final int LARGEST_PROFILE = 16 << 20;
    private static final PngColours SRGB = new PngColours(null, ToneCurve.NONE);

    /** Code points of ITU-T H.273: primaries, transfer, matrix of RGB, full range. */
    private static final int SRGB_CODES = 0x010D_0001;

    private static final int DISPLAY_P3_CODES = 0x0C0D_0001;

    /** The exponent of gAMA that stands for sRGB, whose curve is close to a power of 2.2. */
    private static final double USUAL_EXPONENT = 0.45455;

    private static final double UNSEEN = 0.05;

    static PngColours of(PngFile png, List<String> notes) {
        Map<String, byte[]> chunks = png.chunks();
        PngColours coded = ofCodes(chunks.get("cICP"), notes);
        if (coded != null) {
            return coded;
        }
        byte[] packed = chunks.get("iCCP");
        if (packed != null) {
            return new PngColours(unpacked(packed), ToneCurve.NONE);
        }
        return chunks.containsKey("sRGB") ? SRGB : ofGamma(chunks.get("gAMA"), notes);
    }

    private static @Nullable PngColours ofCodes(byte @Nullable [] codes, List<String> notes) {
        if (codes == null || codes.length != 4) {
            return null;
        }
        switch (ByteBuffer.wrap(codes).getInt()) {
            case SRGB_CODES:
                return SRGB;
            case DISPLAY_P3_CODES:
                return new PngColours(DisplayP3.profile(), ToneCurve.NONE);
            default:
                notes.add(
                        "the colour space in the file%s was left out (cICP %d, %d); convert the picture to sRGB if it looks wrong"
                                .formatted(range(codes[1]), codes[0] & 0xFF, codes[1] & 0xFF));
                return null;
        }
    }

    private static String range(byte transfer) {
        return switch (transfer) {
            case 16 -> ", of high dynamic range (PQ),";
            case 18 -> ", of high dynamic range (HLG),";
            default -> "";
        };
    }

    private static PngColours ofGamma(byte @Nullable [] chunk, List<String> notes) {
        double exponent =
                chunk == null || chunk.length != 4 ? 0 : ByteBuffer.wrap(chunk).getInt() / 1e5;
        if (exponent <= 0 || Math.abs(exponent / USUAL_EXPONENT - 1) <= UNSEEN) {
            return SRGB;
        }
        notes.add("its tones were converted to sRGB from the gamma in the file");
        return new PngColours(null, ToneCurve.ofPower(exponent));
    }

    /**
     * The chunk holds a zero-terminated name, the compression method, and the profile compressed by
     * zlib.
     */
    private static byte[] unpacked(byte[] chunk) {
        int packed = 0;
        while (packed < chunk.length && chunk[packed] != 0) {
            packed++;
        }
        int from = Math.min(chunk.length, packed + 2);
        try (InputStream unpacked =
                new InflaterInputStream(
                        new ByteArrayInputStream(chunk, from, chunk.length - from))) {
            return unpacked.readNBytes(LARGEST_PROFILE);
        } catch (IOException e) {
            // An empty profile is reported as damaged.
            return new byte[0];
        }
    }
}
