package ikat.render;

import ikat.image.Depth;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.render.WrapCertificate.Difference;
import ikat.render.WrapCertificate.Seam;
import java.util.Arrays;
import java.util.IntSummaryStatistics;

/**
 * Measures the seam of a picture along one axis. Positions are given along the axis (lines) and
 * across it (breadth), so that the same code serves both axes; a line is perpendicular to the axis.
 */
final class SeamMeasure {

    /** Pixels of a line that are rendered at a time. */
    private static final int PIECE = 2048;

    /** Lines at the start of the period that are compared with those one period on. */
    private static final int STRIP = 128;

    /** Largest side of the part of the picture whose lines are compared with the edge. */
    private static final int INSIDE = 1024;

    private final PixelSource plane;
    private final PixelRegion picture;
    private final boolean right;

    private SeamMeasure(PixelSource plane, PixelRegion picture, boolean right) {
        this.plane = plane;
        this.picture = picture;
        this.right = right;
    }

    static SeamMeasure across(PixelSource plane, PixelRegion picture) {
        return new SeamMeasure(plane, picture, true);
    }

    static SeamMeasure down(PixelSource plane, PixelRegion picture) {
        return new SeamMeasure(plane, picture, false);
    }

    Seam seam(boolean wraps) {
        IntSummaryStatistics inside = new IntSummaryStatistics();
        int lines = Math.min(length(), INSIDE);
        double[] means = new double[Math.max(0, lines - 1)];
        int breadth = Math.min(breadth(), INSIDE);
        byte[] part = levels(render(0, lines, 0, breadth));
        for (int line = 1; line < lines; line++) {
            IntSummaryStatistics one = between(part, line - 1, line, lines, breadth);
            means[line - 1] = one.getAverage();
            inside.combine(one);
        }
        Difference edge = difference(edge());
        long[] copies = wraps ? compareCopies() : new long[2];
        return new Seam(
                wraps,
                edge,
                difference(inside),
                Arrays.stream(means).max().orElse(0),
                Arrays.stream(means).filter(mean -> mean >= edge.mean()).count()
                        / (double) Math.max(1, means.length),
                copies[0],
                copies[1]);
    }

    /** Differences between the last line and the first. */
    private IntSummaryStatistics edge() {
        IntSummaryStatistics sum = new IntSummaryStatistics();
        for (int from = 0; from < breadth(); from += PIECE) {
            int breadth = Math.min(PIECE, breadth() - from);
            byte[] last = levels(render(length() - 1L, 1, from, breadth));
            byte[] first = levels(render(0, 1, from, breadth));
            for (int i = 0; i < first.length; i++) {
                sum.accept(difference(first[i], last[i]));
            }
        }
        return sum;
    }

    /** Number of pixels compared with those one period on, and how many differ. */
    private long[] compareCopies() {
        int pixel = plane.channels() * plane.depth().bytes();
        int lines = Math.min(length(), STRIP);
        long compared = 0;
        long different = 0;
        for (int from = 0; from < breadth(); from += PIECE) {
            int breadth = Math.min(PIECE, breadth() - from);
            byte[] here = render(0, lines, from, breadth);
            byte[] there = render(length(), lines, from, breadth);
            for (int i = 0; i < here.length; i += pixel) {
                boolean same = Arrays.equals(here, i, i + pixel, there, i, i + pixel);
                different += same ? 0 : 1;
            }
            compared += (long) lines * breadth;
        }
        return new long[] {compared, different};
    }

    /** Size of the picture in pixels along the axis. */
    private int length() {
        return right ? picture.width() : picture.height();
    }

    private int breadth() {
        return right ? picture.height() : picture.width();
    }

    /** Renders lines from a position in the picture; beyond its end lies the next period. */
    private byte[] render(long line, int lines, int from, int breadth) {
        return plane.render(
                right
                        ? new PixelRegion(
                                picture.left() + line, picture.top() + from, lines, breadth)
                        : new PixelRegion(
                                picture.left() + from, picture.top() + line, breadth, lines));
    }

    /** Samples as 8-bit levels. */
    private byte[] levels(byte[] samples) {
        Depth depth = plane.depth();
        if (depth == Depth.EIGHT) {
            return samples;
        }
        byte[] levels = new byte[samples.length / depth.bytes()];
        for (int i = 0; i < levels.length; i++) {
            double level = 255 * depth.get(samples, i * depth.bytes()) / depth.one();
            levels[i] = (byte) Math.round(Math.max(0, Math.min(255, level)));
        }
        return levels;
    }

    /** Statistics of the absolute differences between two lines of a part of the picture. */
    private IntSummaryStatistics between(byte[] part, int a, int b, int lines, int breadth) {
        IntSummaryStatistics differences = new IntSummaryStatistics();
        int channels = plane.channels();
        int alongLine = right ? lines * channels : channels;
        int toNext = right ? channels : breadth * channels;
        for (int i = 0; i < breadth; i++) {
            for (int c = i * alongLine; c < i * alongLine + channels; c++) {
                differences.accept(difference(part[c + a * toNext], part[c + b * toNext]));
            }
        }
        return differences;
    }

    private static int difference(byte a, byte b) {
        return Math.abs((a & 255) - (b & 255));
    }

    private static Difference difference(IntSummaryStatistics levels) {
        return new Difference(levels.getAverage(), Math.max(levels.getMax(), 0));
    }
}
