package ikat.export;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import java.util.concurrent.atomic.AtomicLong;

/** A plane of colours that are a function of the place, and a count of the pixels made. */
final class Paint implements PixelSource {

    final AtomicLong pixels = new AtomicLong();
    private final int channels;

    Paint(int channels) {
        this.channels = channels;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public byte[] render(PixelRegion region) {
        pixels.addAndGet((long) region.width() * region.height());
        byte[] picture = new byte[region.width() * region.height() * channels];
        int at = 0;
        for (int y = 0; y < region.height(); y++) {
            for (int x = 0; x < region.width(); x++) {
                for (int c = 0; c < channels; c++) {
                    picture[at++] = level(region.left() + x, region.top() + y, c);
                }
            }
        }
        return picture;
    }

    static byte level(long x, long y, int channel) {
        double wave = Math.sin(0.05 * x + 0.01 * y * channel) + Math.cos(0.037 * y - channel);
        return (byte) (127 + 50 * wave + (x * 31 + y * 17 & 7));
    }
}
