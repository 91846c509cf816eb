package ikat.weave;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.io.Interrupts;
import ikat.io.Workers;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import java.util.ArrayList;
import java.util.List;

/**
 * A plane of woven pixels, at full size or at a reduced one. Thread-safe.
 *
 * <p>It is woven in blocks that lie on a fixed grid of the plane, and the guide of a block is
 * always rendered in one piece on one thread. So no rounding of a convolution, which may differ
 * with the shape of a picture, can turn a choice between two places: any window, any tiling and any
 * number of threads give the same pixels bit for bit. On a plane that repeats, the grid restarts
 * with every period.
 */
public final class WovenPlane implements PixelSource {

    /** Side of a block in pixels of full size: large against the margin, small enough to wait. */
    static final int BLOCK = 512;

    private final Weaver weaver;
    private final Shares shares;
    private final PixelSource guide;
    private final int level;
    private final long periodX;
    private final long periodY;
    private final Workers workers;

    /**
     * Creates a plane.
     *
     * @param model that weaves
     * @param weaver of the model
     * @param field the noise of the plane at full size
     * @param guide the same plane as the generator renders it, halved {@link
     *     ikat.model.Weave#guideHalvings} times
     * @param level number of halvings of the woven plane, from 0 to the weaver's start
     * @param threads that share out a large region or a block, at least 1
     */
    public WovenPlane(
            TextureModel model,
            Weaver weaver,
            NoiseField field,
            PixelSource guide,
            int level,
            int threads) {
        this.weaver = weaver;
        this.shares = new Shares(model, weaver.exemplars(), field);
        this.guide = guide.onOneThread();
        this.level = level;
        int cell = model.spec().cellPixels();
        this.periodX = field.boundary().cellsX() * cell >> level;
        this.periodY = field.boundary().cellsY() * cell >> level;
        this.workers = new Workers("ikat-weave", threads);
    }

    @Override
    public int channels() {
        return weaver.channels();
    }

    @Override
    public byte[] render(PixelRegion region) {
        return render(region, workers);
    }

    @Override
    public PixelSource onOneThread() {
        Workers one = new Workers("ikat-weave", 1);
        return new PixelSource() {
            @Override
            public int channels() {
                return WovenPlane.this.channels();
            }

            @Override
            public byte[] render(PixelRegion region) {
                return WovenPlane.this.render(region, one);
            }
        };
    }

    private byte[] render(PixelRegion region, Workers threads) {
        List<PixelRegion> blocks = new ArrayList<>();
        for (long top = start(region.top(), periodY); top < region.bottom(); ) {
            long bottom = end(top, periodY);
            for (long left = start(region.left(), periodX); left < region.right(); ) {
                long right = end(left, periodX);
                blocks.add(new PixelRegion(left, top, (int) (right - left), (int) (bottom - top)));
                left = right;
            }
            top = bottom;
        }
        Pixels picture = Pixels.empty(region.width(), region.height(), channels());
        if (blocks.size() == 1) {
            copy(block(blocks.get(0), threads), blocks.get(0), picture, region);
        } else {
            Workers one = new Workers("ikat-weave", 1);
            threads.each(
                    blocks.size(),
                    i -> copy(block(blocks.get(i), one), blocks.get(i), picture, region));
        }
        return picture.bytes();
    }

    private int side() {
        return BLOCK >> level;
    }

    /** Where the block that contains a column or row begins. */
    private long start(long at, long period) {
        long origin = period == 0 ? 0 : Math.floorDiv(at, period) * period;
        return origin + Math.floorDiv(at - origin, side()) * side();
    }

    private long end(long start, long period) {
        long end = start + side();
        return period == 0 ? end : Math.min(end, (Math.floorDiv(start, period) + 1) * period);
    }

    private Pixels block(PixelRegion block, Workers threads) {
        Interrupts.check();
        return weaver.blocks()
                .get(
                        this,
                        block,
                        () ->
                                weaver.weave(
                                        block,
                                        level,
                                        part -> Pixels.of(guide, part),
                                        shares,
                                        threads));
    }

    private static void copy(Pixels block, PixelRegion from, Pixels picture, PixelRegion region) {
        int left = (int) (Math.max(from.left(), region.left()) - from.left());
        int top = (int) (Math.max(from.top(), region.top()) - from.top());
        int right = (int) (Math.min(from.right(), region.right()) - from.left());
        int bottom = (int) (Math.min(from.bottom(), region.bottom()) - from.top());
        block.cut(left, top, right - left, bottom - top)
                .copyInto(
                        picture,
                        (int) (from.left() + left - region.left()),
                        (int) (from.top() + top - region.top()));
    }
}
