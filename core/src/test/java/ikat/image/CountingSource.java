package ikat.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A cheap pattern, different at every pixel, that remembers what it was asked for. */
final class CountingSource implements PixelSource {

    private final int channels;
    final List<PixelRegion> asked = Collections.synchronizedList(new ArrayList<>());

    CountingSource(int channels) {
        this.channels = channels;
    }

    @Override
    public int channels() {
        return channels;
    }

    static byte level(long x, long y, int channel) {
        return (byte) (x * 7 + y * 13 + channel * 50L + ((x * y) >> 4));
    }

    @Override
    public byte[] render(PixelRegion region) {
        asked.add(region);
        byte[] pixels = new byte[region.width() * region.height() * channels];
        int to = 0;
        for (long y = region.top(); y < region.bottom(); y++) {
            for (long x = region.left(); x < region.right(); x++) {
                for (int channel = 0; channel < channels; channel++) {
                    pixels[to++] = level(x, y, channel);
                }
            }
        }
        return pixels;
    }
}
