package ikat.weave;

import ikat.image.Averaging;
import ikat.image.Depth;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.io.Interrupts;
import ikat.io.Workers;
import ikat.model.MapKind;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** Side of a block at full size, in pixels: large against the margin, small enough to wait. */
    static final int BLOCK = 512;

    /**
     * The least side at a reduced size. Half of it would have a margin as wide as itself at the
     * start, and four times as many margins would be woven for a tile.
     */
    private static final int LEAST_BLOCK = 256;

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
        return new View(null, workers).render(region);
    }

    @Override
    public PixelSource onOneThread() {
        return new View(null, new Workers("ikat-weave", 1));
    }

    /**
     * A map of the material, pixel on pixel with the colours, whose blocks it shares.
     *
     * @throws IllegalArgumentException if the exemplars have no map of the kind; one sentence
     */
    public PixelSource map(MapKind kind) {
        return new View(kind, workers);
    }

    /** Colours or a map of the plane, rendered by some threads. */
    private final class View implements PixelSource {

        private final @Nullable MapKind kind;
        private final Pixels @Nullable [] maps;
        private final Workers threads;

        /**
         * @param kind of map, or null for the colours
         */
        View(@Nullable MapKind kind, Workers threads) {
            this.kind = kind;
            this.maps = kind == null ? null : weaver.maps().at(kind, level);
            this.threads = threads;
        }

        @Override
        public int channels() {
            return kind == null ? weaver.channels() : kind.channels();
        }

        @Override
        public Depth depth() {
            return maps == null ? Depth.EIGHT : maps[0].depth();
        }

        @Override
        public Averaging averaging() {
            return kind == null ? Averaging.LIGHT : kind.averaging();
        }

        @Override
        public PixelSource onOneThread() {
            return new View(kind, new Workers("ikat-weave", 1));
        }

        @Override
        public byte[] render(PixelRegion region) {
            Pixels picture = Pixels.empty(this, region.width(), region.height());
            List<PixelRegion> blocks = blocks(region);
            if (blocks.size() == 1) {
                paint(blocks.get(0), threads, region, picture);
            } else {
                Workers one = new Workers("ikat-weave", 1);
                threads.each(blocks.size(), i -> paint(blocks.get(i), one, region, picture));
            }
            return picture.bytes();
        }

        /** Paints the part of a region that lies in a block. */
        private void paint(PixelRegion block, Workers on, PixelRegion region, Pixels picture) {
            PlaceGrid grid = block(block, on);
            long left = Math.max(block.left(), region.left());
            long top = Math.max(block.top(), region.top());
            int width = (int) (Math.min(block.right(), region.right()) - left);
            int height = (int) (Math.min(block.bottom(), region.bottom()) - top);
            Pixels part = Pixels.empty(this, width, height);
            int column = (int) (left - grid.left());
            int row = (int) (top - grid.top());
            if (maps == null) {
                new PlacePainter(grid).paint(weaver.exemplars(level), column, row, part, on);
            } else {
                new PlacePainter(grid).lookUp(maps, column, row, part);
            }
            part.copyInto(picture, (int) (left - region.left()), (int) (top - region.top()));
        }
    }

    /** The blocks that a region meets. */
    private List<PixelRegion> blocks(PixelRegion region) {
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
        return blocks;
    }

    private int side() {
        return Math.max(LEAST_BLOCK, BLOCK >> level);
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

    private PlaceGrid block(PixelRegion block, Workers threads) {
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
}
