package ikat.weave;

import ikat.image.PixelRegion;
import ikat.image.Pixels;
import ikat.io.Workers;
import ikat.model.Weave;
import ikat.model.Weave.Source;
import ikat.text.Checks;
import ikat.weave.PlaceGrid.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Weaves pictures: for each pixel it finds the place of an exemplar that looks most like the
 * generator's picture there, makes neighbours agree, and looks the pixel up. Thread-safe.
 */
public final class Weaver {

    /*
     * Design. The generator's picture, the guide, says what is where; only pixels of the exemplars
     * are shown. Places are chosen at 1/2^start of the size: the neighbourhood of every second pixel
     * is searched for among those of the exemplar (PlaceIndex). Then neighbours agree in a few
     * passes (PlaceGrid.agreed), the grid is enlarged, they agree again, down to full size. This is
     * the parallel, order-independent synthesis of Lefebvre and Hoppe [1] with a guide in place of a
     * coarsest level, as in image analogies [2].
     *
     * All steps look a bounded distance away, at even places of the plane, so what is woven depends
     * neither on the region asked for nor on threads. The coarser the start, the larger are the
     * pieces of the exemplar, and the less is left of what the generator invents.
     *
     * [1] Lefebvre, Hoppe: Parallel controllable texture synthesis. SIGGRAPH 2005.
     * [2] Hertzmann et al.: Image analogies. SIGGRAPH 2001, section 4, texture transfer.
     */

    /** Passes at the start, at other coarse levels, and at full size. */
    private static final int START_PASSES = 3;

    private static final int COARSE_PASSES = 2;
    private static final int FULL_PASSES = 1;

    /** Radius of the neighbourhoods that are compared below the start. */
    private static final int FINE_RADIUS = 2;

    /** Parts in which the guide is rendered, each on one thread. */
    private static final int GUIDE_PARTS = 2;

    private final int start;
    private final ExemplarLevel[][] levels; // [level][source]
    private final List<PlaceIndex> indexes = new ArrayList<>();
    private final List<Source> sources;
    private final BlockCache blocks = new BlockCache();

    /** Prepares to weave, in a fraction of a second for an exemplar of 512x512 pixels. */
    public Weaver(Weave weave) {
        this(weave.start(), weave.sources());
    }

    Weaver(int start, List<Source> sources) {
        this.start = start;
        this.sources = sources;
        this.levels = new ExemplarLevel[start + 1][sources.size()];
        for (int i = 0; i < sources.size(); i++) {
            for (int level = 0; level <= start; level++) {
                levels[level][i] = ExemplarLevel.of(sources.get(i).picture(), level);
            }
            indexes.add(new PlaceIndex(levels[start][i], sources.get(i)));
        }
    }

    /** How often the size is halved where places are first chosen. */
    public int start() {
        return start;
    }

    BlockCache blocks() {
        return blocks;
    }

    /** Channels of the pictures. */
    public int channels() {
        return levels[0][0].colours().channels();
    }

    /** The number of exemplars. */
    public int exemplars() {
        return sources.size();
    }

    /**
     * Weaves a region of the plane.
     *
     * @param region in pixels of the level
     * @param level number of halvings, from 0 to the start
     * @param guide renders the generator's picture, halved {@link Weave#guideHalvings} times
     * @param shares of the exemplars on the plane
     */
    Pixels weave(
            PixelRegion region,
            int level,
            Function<PixelRegion, Pixels> guide,
            Shares shares,
            Workers workers) {
        Checks.range("level", level, 0, start);
        Span[] across = spans(new Span(region.left(), region.right()), level, start);
        Span[] down = spans(new Span(region.top(), region.bottom()), level, start);
        PlaceGrid grid = first(across[start], down[start], guide, shares, workers);
        for (int at = start; ; at--) {
            ExemplarLevel[] exemplars = levels[at];
            for (int pass = 0; pass < passes(at, start); pass++) {
                grid = grid.agreed(exemplars, radius(at, start), workers);
            }
            if (at == level) {
                break;
            }
            grid = grid.enlarged(levels[at - 1], across[at - 1], down[at - 1], workers);
        }
        Pixels picture = Pixels.empty(region.width(), region.height(), channels());
        grid.paint(levels[level], picture, workers);
        return picture;
    }

    /**
     * How far away, in pixels of full size, the guide may be that a pixel depends on.
     *
     * @param start how often the size is halved where places are first chosen
     */
    public static int reach(int start) {
        long most = 0;
        int repeat = 2 << start;
        for (int at = 0; at < repeat; at++) {
            Span seen = spans(new Span(at, at + 1), 0, start)[start].even().grown(Weave.RADIUS);
            most = Math.max(most, at - (seen.from() << start));
            most = Math.max(most, (seen.to() << start) - 1 - at);
        }
        return (int) most;
    }

    private static int passes(int level, int start) {
        return level == start ? START_PASSES : level > 0 ? COARSE_PASSES : FULL_PASSES;
    }

    private static int radius(int level, int start) {
        return level == start ? Weave.RADIUS : FINE_RADIUS;
    }

    /** What is needed at each level, before its passes, for a span of a level. */
    private static Span[] spans(Span wanted, int level, int start) {
        Span[] spans = new Span[start + 1];
        Span output = wanted.grown(1);
        for (int at = level; at <= start; at++) {
            spans[at] = output.grown(passes(at, start) * radius(at, start));
            output = spans[at].halved();
        }
        return spans;
    }

    /** Chooses a place for every second pixel, which three neighbours continue. */
    private PlaceGrid first(
            Span x, Span y, Function<PixelRegion, Pixels> guide, Shares shares, Workers workers) {
        Span evenX = x.even();
        Span evenY = y.even();
        PlaceGrid even = PlaceGrid.empty(start, evenX, evenY);
        Colours seen =
                Colours.of(
                        seen(evenX.grown(Weave.RADIUS), evenY.grown(Weave.RADIUS), guide, workers));
        PlaceGrid.bands(
                workers,
                even.height() / 2,
                (from, to) -> {
                    Chooser chooser = new Chooser(seen, shares);
                    for (int row = 2 * from; row < 2 * to; row += 2) {
                        for (int column = 0; column < even.width(); column += 2) {
                            chooser.fill(even, column, row);
                        }
                    }
                });
        return even.cut(x, y);
    }

    private Pixels seen(Span x, Span y, Function<PixelRegion, Pixels> guide, Workers workers) {
        int more = start - Weave.guideHalvings(start);
        PixelRegion region =
                new PixelRegion(
                        x.from() << more, y.from() << more, x.length() << more, y.length() << more);
        Pixels picture = parts(region, guide, workers);
        Pixels small = more == 0 ? picture : picture.halved(more);
        return small.channels() == channels() ? small : small.inColour();
    }

    /** The guide, always in the same parts, so that they are the same on any number of threads. */
    private static Pixels parts(
            PixelRegion region, Function<PixelRegion, Pixels> guide, Workers workers) {
        int rows = (region.height() + GUIDE_PARTS - 1) / GUIDE_PARTS;
        Pixels[] parts = new Pixels[GUIDE_PARTS];
        workers.each(
                GUIDE_PARTS,
                i -> {
                    int top = Math.min(region.height() - 1, i * rows);
                    int height = Math.max(1, Math.min(rows, region.height() - top));
                    parts[i] =
                            guide.apply(
                                    new PixelRegion(
                                            region.left(),
                                            region.top() + top,
                                            region.width(),
                                            height));
                });
        Pixels picture = Pixels.empty(region.width(), region.height(), parts[0].channels());
        for (int i = 0; i < GUIDE_PARTS; i++) {
            parts[i].copyInto(picture, 0, Math.min(region.height() - 1, i * rows));
        }
        return picture;
    }

    /** Chooses places with the scratch space of one thread. */
    private final class Chooser {

        private final Colours seen;
        private final Shares shares;
        private final float[] neighbourhood;
        private final double[] costs;
        private final List<PlaceIndex.Search> searches;
        private final List<float[]> queries;

        Chooser(Colours seen, Shares shares) {
            this.seen = seen;
            this.shares = shares;
            this.neighbourhood = new float[Weave.NEIGHBOURS * seen.channels()];
            this.costs = new double[sources.size()];
            this.searches = new ArrayList<>();
            this.queries = new ArrayList<>();
            for (int i = 0; i < sources.size(); i++) {
                searches.add(indexes.get(i).new Search());
                queries.add(new float[sources.get(i).components()]);
            }
        }

        /** Fills a pixel and its three neighbours to the right and below. */
        void fill(PlaceGrid grid, int column, int row) {
            int half = (1 << start) / 2;
            shares.costs(
                    (grid.left() + column << start) + half,
                    (grid.top() + row << start) + half,
                    costs);
            seen.neighbourhood(column + Weave.RADIUS, row + Weave.RADIUS, 1, neighbourhood);
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < costs.length; i++) {
                if (costs[i] == Double.POSITIVE_INFINITY) {
                    continue; // a search takes long
                }
                float[] query = queries.get(i);
                PlaceIndex.apply(sources.get(i).queries(), neighbourhood, query, 0);
                PlaceIndex.Search search = searches.get(i);
                search.find(query, 0);
                double cost = search.distance() / sources.get(i).distance() + costs[i];
                if (cost < least) {
                    least = cost;
                    best = i;
                }
            }
            ExemplarLevel exemplar = levels[start][best];
            PlaceIndex.Search found = searches.get(best);
            for (int dy = 0; dy < 2; dy++) {
                for (int dx = 0; dx < 2; dx++) {
                    int x =
                            Math.min(
                                    found.column() + dx * exemplar.stride(),
                                    exemplar.columns() - 1);
                    int y = Math.min(found.row() + dy * exemplar.stride(), exemplar.rows() - 1);
                    grid.places()[(row + dy) * grid.width() + column + dx] =
                            PlaceGrid.place(best, x, y);
                }
            }
        }
    }
}
