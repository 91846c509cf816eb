package ikat.service.colour;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.image.PlaneView;
import java.util.HashMap;
import java.util.Map;

/**
 * A plane in the colours of a palette and no others: each pixel in the nearest.
 *
 * @param plane of 1 or 3 channels of 8 bits
 * @param palette the colours
 * @param dithered whether shades between two colours are shown by a pattern of both that repeats
 *     every {@link #PATTERN} pixels (Bayer 1973)
 */
public record FewColours(PixelSource plane, Palette palette, boolean dithered)
        implements PlaneView {

    /** Pixels after which the pattern of shades repeats. */
    public static final int PATTERN = 8;

    /** Levels by which the pattern moves a channel up or down: what 16 evenly laid colours need. */
    private static final int REACH = 48;

    @Override
    public int channels() {
        return 3;
    }

    @Override
    public PixelSource onOneThread() {
        return new FewColours(plane.onOneThread(), palette, dithered);
    }

    @Override
    public byte[] render(PixelRegion region) {
        Pixels picture = Pixels.of(plane, region).inColour();
        byte[] pixels = picture.bytes().clone();
        Map<Integer, Integer> known = new HashMap<>();
        for (int i = 0; i < palette.size(); i++) {
            known.put(palette.colour(i), palette.colour(i));
        }
        for (int i = 0; i < region.width() * region.height(); i++) {
            int moved =
                    dithered
                            ? move(
                                    region.left() + i % region.width(),
                                    region.top() + i / region.width())
                            : 0;
            int own = 0;
            for (int c = 0; c < 3; c++) {
                int level = (pixels[3 * i + c] & 0xff) + moved;
                own = own << 8 | Math.max(0, Math.min(255, level));
            }
            int colour = known.computeIfAbsent(own, this::nearest);
            for (int c = 0; c < 3; c++) {
                pixels[3 * i + c] = (byte) Palette.component(colour, c);
            }
        }
        return pixels;
    }

    private int nearest(int colour) {
        return palette.colour(
                palette.find(
                        Palette.component(colour, 0),
                        Palette.component(colour, 1),
                        Palette.component(colour, 2)));
    }

    /** The threshold of a place of the pattern, from -REACH / 2 to REACH / 2. */
    private static int move(long x, long y) {
        int column = (int) Math.floorMod(x, (long) PATTERN);
        int row = (int) Math.floorMod(y, (long) PATTERN);
        int value = 0;
        for (int bit = 0; bit < 3; bit++) {
            int a = column >> bit & 1;
            int b = row >> bit & 1;
            value = value << 2 | (a ^ b) << 1 | b;
        }
        return REACH * (2 * value - 63) / 126;
    }
}
