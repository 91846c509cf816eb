package ikat.weave;

import ikat.image.Averaging;
import ikat.image.PixelRegion;
import ikat.image.Pixels;
import ikat.io.Interrupts;
import ikat.io.Workers;
import ikat.model.Weave;
import ikat.model.Weave.Source;
import ikat.model.Weight;
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
     * passes (PlaceGrid.agreed). Where pieces that meet do not suit each other, what they show there
     * is searched for again, and neighbours agree on that. The grid is enlarged, they agree again,
     * down to full size. This is the parallel, order-independent synthesis of Lefebvre and Hoppe [1]
     * with a guide in place of a coarsest level, as in image analogies [2].
     *
     * All steps look a bounded distance away, at even places of the plane, so what is woven depends
     * neither on the region asked for nor on threads. The coarser the start, the larger are the
     * pieces of the exemplar, and the less is left of what the generator invents.
     *
     * [1] Lefebvre, Hoppe: Parallel controllable texture synthesis. SIGGRAPH 2005.
     * [2] Hertzmann et al.: Image analogies. SIGGRAPH 2001, section 4, texture transfer.
     */

    /** Passes at the start: before places are searched for again, and after the last time. */
    private static final int[] START_PASSES = {3, 3};

    /** Passes at other coarse levels, and at full size. */
    private static final int COARSE_PASSES = 2;

    private static final int FULL_PASSES = 1;

    /** Radius of the neighbourhoods that are compared below the start. */
    private static final int FINE_RADIUS = 2;

    /** Parts in which the guide is rendered, each on one thread. */
    private static final int GUIDE_PARTS = 2;

    /** 68 MB: two rows of blocks of a picture of 16,384 columns. */
    private static final int MOST_BLOCKS = 64;

    private final int start;
    private final float chroma;
    private final ExemplarLevel[][] levels; // [level][source]
    private final List<PlaceIndex> indexes = new ArrayList<>();
    private final List<Source> sources;
    private final MapLevels maps;
    private final BlockCache<PlaceGrid> blocks = new BlockCache<>(MOST_BLOCKS);

    /** Prepares to weave, in a fraction of a second for an exemplar of 512x512 pixels. */
    public Weaver(Weave weave) {
        this.start = weave.start();
        this.chroma = (float) weave.chroma();
        this.sources = weave.sources();
        this.maps = new MapLevels(weave);
        float relief = maps.relief();
        this.levels = new ExemplarLevel[start + 1][sources.size()];
        for (int i = 0; i < sources.size(); i++) {
            for (int level = 0; level <= start; level++) {
                levels[level][i] =
                        ExemplarLevel.of(
                                sources.get(i).picture(),
                                sources.get(i).domain(),
                                maps.heights(i),
                                relief,
                                level,
                                chroma);
            }
            indexes.add(new PlaceIndex(levels[start][i], sources.get(i)));
        }
    }

    /** How often the size is halved where places are first chosen. */
    public int start() {
        return start;
    }

    BlockCache<PlaceGrid> blocks() {
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

    /** The maps of the exemplars, at all levels. */
    MapLevels maps() {
        return maps;
    }

    /**
     * Weaves a region of the plane.
     *
     * @param region in pixels of the level
     * @param level number of halvings, from 0 to the start
     * @param guide renders the generator's picture, halved {@link Weave#guideHalvings} times
     * @param shares of the exemplars on the plane
     * @return the place at each pixel of the region, and one pixel farther on each side
     */
    PlaceGrid weave(
            PixelRegion region,
            int level,
            Function<PixelRegion, Pixels> guide,
            Shares shares,
            Workers workers) {
        Checks.range("level", level, 0, start);
        Span[] across = spans(new Span(region.left(), region.right()), level, start);
        Span[] down = spans(new Span(region.top(), region.bottom()), level, start);
        PlaceGrid grid = started(across[start], down[start], guide, shares, workers);
        for (int at = start - 1; at >= level; at--) {
            Span x = across[at].grown(passes(at) * FINE_RADIUS);
            Span y = down[at].grown(passes(at) * FINE_RADIUS);
            grid = grid.enlarged(levels[at], x, y, workers);
            grid = agreed(grid, at, passes(at), FINE_RADIUS, workers);
        }
        return grid;
    }

    /** The exemplars at a level. */
    ExemplarLevel[] exemplars(int level) {
        return levels[level];
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
            Span seen =
                    startSpans(spans(new Span(at, at + 1), 0, start)[start])[0].grown(Weave.RADIUS);
            most = Math.max(most, at - (seen.from() << start));
            most = Math.max(most, (seen.to() << start) - 1 - at);
        }
        return (int) most;
    }

    /** Passes at a level below the start. */
    private static int passes(int level) {
        return level > 0 ? COARSE_PASSES : FULL_PASSES;
    }

    /** What is needed of each level, after its passes, for a span of a level. */
    private static Span[] spans(Span wanted, int level, int start) {
        Span[] spans = new Span[start + 1];
        spans[level] = wanted.grown(1);
        for (int at = level; at < start; at++) {
            spans[at + 1] = spans[at].grown(passes(at) * FINE_RADIUS).halved();
        }
        return spans;
    }

    /** What must be searched for, each time, for a span after all passes at the start. */
    private static Span[] startSpans(Span wanted) {
        Span[] spans = new Span[START_PASSES.length];
        Span output = wanted;
        for (int i = spans.length - 1; i >= 0; i--) {
            spans[i] = output.grown(START_PASSES[i] * Weave.RADIUS).even();
            output = spans[i].grown(Weave.RADIUS);
        }
        return spans;
    }

    private PlaceGrid agreed(PlaceGrid grid, int level, int passes, int radius, Workers workers) {
        PlaceGrid next = grid;
        for (int pass = 0; pass < passes; pass++) {
            Interrupts.check();
            next = next.agreed(levels[level], radius, workers);
        }
        return next;
    }

    private PlaceGrid started(
            Span x, Span y, Function<PixelRegion, Pixels> guide, Shares shares, Workers workers) {
        Span[] across = startSpans(x);
        Span[] down = startSpans(y);
        Colours seen =
                Colours.of(
                        seen(
                                across[0].grown(Weave.RADIUS),
                                down[0].grown(Weave.RADIUS),
                                guide,
                                workers),
                        chroma);
        PlaceGrid grid = PlaceGrid.empty(start, across[0], down[0]);
        everySecond(
                grid,
                workers,
                (chooser, column, row) -> chooser.choose(grid, column, row, seen, shares));
        PlaceGrid agreed = agreed(grid, start, START_PASSES[0], Weave.RADIUS, workers);
        for (int i = 1; i < START_PASSES.length; i++) {
            PlaceGrid again = chosenAgain(agreed, across[i], down[i], workers);
            agreed = agreed(again, start, START_PASSES[i], Weave.RADIUS, workers);
        }
        return agreed.cut(x, y);
    }

    /** Chooses places for what a grid shows where its pieces meet. */
    private PlaceGrid chosenAgain(PlaceGrid grid, Span x, Span y, Workers workers) {
        Colours shown = grid.shown(levels[start], workers);
        PlaceGrid next = grid.cut(x, y);
        int left = (int) (next.left() - grid.left());
        int top = (int) (next.top() - grid.top());
        everySecond(
                next,
                workers,
                (chooser, column, row) -> chooser.chooseAgain(next, column, row, shown, left, top));
        return next;
    }

    /** Runs work for every second column of every second row, with scratch space of its thread. */
    private void everySecond(PlaceGrid grid, Workers workers, Choice work) {
        PlaceGrid.bands(
                workers,
                grid.height() / 2,
                (from, to) -> {
                    Chooser chooser = new Chooser();
                    for (int row = 2 * from; row < 2 * to; row += 2) {
                        for (int column = 0; column < grid.width(); column += 2) {
                            work.at(chooser, column, row);
                        }
                    }
                });
    }

    /** Work for a pixel of a grid. */
    private interface Choice {
        void at(Chooser chooser, int column, int row);
    }

    private Pixels seen(Span x, Span y, Function<PixelRegion, Pixels> guide, Workers workers) {
        int more = start - Weave.guideHalvings(start);
        PixelRegion region =
                new PixelRegion(
                        x.from() << more, y.from() << more, x.length() << more, y.length() << more);
        Pixels picture = parts(region, guide, workers);
        Pixels small = more == 0 ? picture : picture.halved(more, Averaging.VALUES);
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

        private final float[] neighbourhood = new float[Weave.NEIGHBOURS * channels()];
        private final float[] theirs = new float[Weave.NEIGHBOURS * channels()];
        private final double[] costs = new double[sources.size()];
        private final List<PlaceIndex.Search> searches = new ArrayList<>();
        private final List<float[]> queries = new ArrayList<>();

        Chooser() {
            for (int i = 0; i < sources.size(); i++) {
                searches.add(indexes.get(i).new Search());
                queries.add(new float[sources.get(i).components()]);
            }
        }

        /**
         * Chooses the place for a pixel, which its three neighbours to the right and below
         * continue.
         *
         * @param seen the guide, larger than the grid by the radius on each side
         */
        void choose(PlaceGrid grid, int column, int row, Colours seen, Shares shares) {
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
                PlaceIndex.Search search = found(i, sources.get(i).queries());
                double cost = search.distance() / sources.get(i).distance() + costs[i];
                if (cost < least) {
                    least = cost;
                    best = i;
                }
            }
            set(grid, column, row, best);
        }

        /**
         * Chooses again among the places of the same exemplar, and keeps what is more like the
         * neighbourhood that is shown.
         *
         * @param left column of the grid in what is shown
         * @param top row of the grid in what is shown
         */
        void chooseAgain(PlaceGrid grid, int column, int row, Colours shown, int left, int top) {
            int own = grid.places()[row * grid.width() + column];
            int source = PlaceGrid.source(own);
            shown.neighbourhood(left + column, top + row, 1, neighbourhood);
            float difference = difference(source, PlaceGrid.x(own), PlaceGrid.y(own));
            if (difference == 0) {
                return; // within a piece
            }
            PlaceIndex.Search search = found(source, sources.get(source).keys());
            if (difference(source, search.column(), search.row()) < difference) {
                set(grid, column, row, source);
            }
        }

        private PlaceIndex.Search found(int source, Weight map) {
            float[] query = queries.get(source);
            PlaceIndex.apply(map, neighbourhood, query, 0);
            PlaceIndex.Search search = searches.get(source);
            search.find(query, 0);
            return search;
        }

        private float difference(int source, int x, int y) {
            levels[start][source].neighbourhood(x, y, theirs);
            float sum = 0;
            for (int i = 0; i < theirs.length; i++) {
                float difference = theirs[i] - neighbourhood[i];
                sum += difference * difference;
            }
            return sum;
        }

        /** Sets a pixel and its three neighbours to the place that was found. */
        private void set(PlaceGrid grid, int column, int row, int source) {
            ExemplarLevel exemplar = levels[start][source];
            PlaceIndex.Search found = searches.get(source);
            for (int dy = 0; dy < 2; dy++) {
                for (int dx = 0; dx < 2; dx++) {
                    int x = exemplar.column(found.column() + dx * exemplar.stride());
                    int y = exemplar.row(found.row() + dy * exemplar.stride());
                    int rightmost = Math.min(x, exemplar.columns() - 1);
                    int lowest = Math.min(y, exemplar.rows() - 1);
                    boolean there = exemplar.isThere(rightmost, lowest);
                    grid.places()[(row + dy) * grid.width() + column + dx] =
                            there
                                    ? PlaceGrid.place(source, rightmost, lowest)
                                    : PlaceGrid.place(source, found.column(), found.row());
                }
            }
        }
    }
}
