package ikat.service.colour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Box of median cut: similar colours, in bins of 64 levels per channel. */
final class ColourBox {

    /** Only every so many pixels of a frame are sampled. */
    private static final int STRIDE = 3;

    /** Pixels whose colours share a bin: their number, and the sums of their values. */
    static final class Bin {

        private long count;
        private final long[] sums = new long[3];

        int value(int channel) {
            return (int) (sums[channel] / count);
        }
    }

    private final List<Bin> bins;
    private final int channel;
    private final double spread;

    ColourBox(List<Bin> bins) {
        this.bins = bins;
        int widest = 0;
        double most = 0;
        for (int c = 0; c < 3; c++) {
            double variance = variance(c);
            if (variance > most) {
                most = variance;
                widest = c;
            }
        }
        this.channel = widest;
        this.spread = bins.size() < 2 ? 0 : most;
    }

    /** The bins of the colours of some frames {@code [height, width, 3]}. */
    static List<Bin> bins(List<byte[]> frames) {
        Bin[] bins = new Bin[1 << 18];
        for (byte[] frame : frames) {
            for (int i = 0; i < frame.length; i += 3 * STRIDE) {
                int red = frame[i] & 255;
                int green = frame[i + 1] & 255;
                int blue = frame[i + 2] & 255;
                int key = red >> 2 << 12 | green >> 2 << 6 | blue >> 2;
                if (bins[key] == null) {
                    bins[key] = new Bin();
                }
                bins[key].count++;
                bins[key].sums[0] += red;
                bins[key].sums[1] += green;
                bins[key].sums[2] += blue;
            }
        }
        List<Bin> used = new ArrayList<>();
        for (Bin bin : bins) {
            if (bin != null) {
                used.add(bin);
            }
        }
        return used;
    }

    /** The sum of squared deviations along the widest channel. */
    private double variance(int c) {
        double count = 0;
        double sum = 0;
        double squares = 0;
        for (Bin bin : bins) {
            double value = bin.value(c);
            count += bin.count;
            sum += bin.count * value;
            squares += bin.count * value * value;
        }
        return squares - sum * sum / count;
    }

    /** The spread of the colours; 0 if the box cannot be split. */
    double spread() {
        return spread;
    }

    /** Splits the box into two with half of the pixels each. */
    List<ColourBox> halves() {
        List<Bin> sorted = new ArrayList<>(bins);
        sorted.sort(Comparator.comparingInt(bin -> bin.value(channel)));
        long all = sorted.stream().mapToLong(bin -> bin.count).sum();
        long below = 0;
        int middle = 0;
        while (middle < sorted.size() - 1 && (middle == 0 || 2 * below < all)) {
            below += sorted.get(middle++).count;
        }
        return List.of(
                new ColourBox(List.copyOf(sorted.subList(0, middle))),
                new ColourBox(List.copyOf(sorted.subList(middle, sorted.size()))));
    }

    /** The mean colour as 0xRRGGBB. */
    int mean() {
        long count = 0;
        long[] sums = new long[3];
        for (Bin bin : bins) {
            count += bin.count;
            for (int c = 0; c < 3; c++) {
                sums[c] += bin.sums[c];
            }
        }
        int colour = 0;
        for (int c = 0; c < 3; c++) {
            colour = colour << 8 | (int) ((sums[c] + count / 2) / count);
        }
        return colour;
    }
}
