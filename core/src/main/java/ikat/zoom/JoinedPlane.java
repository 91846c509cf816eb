package ikat.zoom;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.io.Interrupts;
import ikat.weave.BlockCache;
import java.util.ArrayList;
import java.util.List;

/**
 * A level of several planes, each of which is seen in its share of every place. Thread-safe.
 *
 * <p>Where several are seen, pixels are made in blocks on a fixed grid, in which each plane is
 * always rendered in one piece on one thread. So no rounding of a convolution, which may differ
 * with the shape of a picture, can turn the choice between two planes.
 */
final class JoinedPlane implements PixelSource {

    /** Side of a block in pixels: that of most tiles. */
    static final int BLOCK = 256;

    private final List<PixelSource> planes;
    private final PlaneShares shares;
    private final Border border;
    private final BlockCache<Pixels> blocks;
    private final Object cached;
    private final int channels;

    JoinedPlane(
            List<PixelSource> planes,
            PlaneShares shares,
            Border border,
            BlockCache<Pixels> blocks) {
        this(planes, shares, border, blocks, new Object());
    }

    /**
     * @param cached what blocks are kept under
     */
    private JoinedPlane(
            List<PixelSource> planes,
            PlaneShares shares,
            Border border,
            BlockCache<Pixels> blocks,
            Object cached) {
        this.planes = planes;
        this.shares = shares;
        this.border = border;
        this.blocks = blocks;
        this.cached = cached;
        this.channels = planes.stream().mapToInt(PixelSource::channels).max().orElseThrow();
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public PixelSource onOneThread() {
        List<PixelSource> slower = planes.stream().map(PixelSource::onOneThread).toList();
        return new JoinedPlane(slower, shares, border, blocks, cached);
    }

    @Override
    public byte[] render(PixelRegion region) {
        if (!shares.touch(region)) {
            return picture(0, region).bytes();
        }
        Pixels picture = Pixels.empty(this, region.width(), region.height());
        for (long top = start(region.top()); top < region.bottom(); top += BLOCK) {
            for (long left = start(region.left()); left < region.right(); left += BLOCK) {
                copy(new PixelRegion(left, top, BLOCK, BLOCK), region, picture);
            }
        }
        return picture.bytes();
    }

    private static long start(long at) {
        return Math.floorDiv(at, BLOCK) * BLOCK;
    }

    /** Copies what of a block lies in a region. */
    private void copy(PixelRegion block, PixelRegion region, Pixels picture) {
        Interrupts.check();
        long left = Math.max(block.left(), region.left());
        long top = Math.max(block.top(), region.top());
        int width = (int) (Math.min(block.right(), region.right()) - left);
        int height = (int) (Math.min(block.bottom(), region.bottom()) - top);
        PixelRegion part = new PixelRegion(left, top, width, height);
        Pixels made = shares.touch(part) ? part(block, part) : picture(0, part);
        made.copyInto(picture, (int) (left - region.left()), (int) (top - region.top()));
    }

    private Pixels part(PixelRegion block, PixelRegion part) {
        float[][] seen = shares.in(block);
        List<Integer> there = new ArrayList<>();
        for (int plane = 0; plane < seen.length; plane++) {
            if (seen[plane] != null) {
                there.add(plane);
            }
        }
        if (there.size() == 1) {
            return picture(there.get(0), part);
        }
        return blocks.get(cached, block, () -> joined(block, there, seen))
                .cut(
                        (int) (part.left() - block.left()),
                        (int) (part.top() - block.top()),
                        part.width(),
                        part.height());
    }

    private Pixels joined(PixelRegion block, List<Integer> there, float[][] seen) {
        int margin = border.margin();
        PixelRegion around =
                new PixelRegion(
                        block.left() - margin,
                        block.top() - margin,
                        BLOCK + 2 * margin,
                        BLOCK + 2 * margin);
        List<Border.Side> sides = new ArrayList<>();
        for (int plane : there) {
            PixelSource alone = planes.get(plane).onOneThread();
            sides.add(new Border.Side(plane, coloured(Pixels.of(alone, around)), seen[plane]));
        }
        return border.join(block, sides);
    }

    /** What a plane shows of a region. */
    private Pixels picture(int plane, PixelRegion region) {
        return coloured(Pixels.of(planes.get(plane), region));
    }

    private Pixels coloured(Pixels picture) {
        return picture.channels() == channels ? picture : picture.inColour();
    }
}
