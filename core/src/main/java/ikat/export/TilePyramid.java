package ikat.export;

import ikat.export.Levels.Place;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.io.Workers;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Writes the tiles of an image pyramid in little memory.
 *
 * <h2>Design</h2>
 *
 * Building an image pyramid [1] level by level means reading each level back to make the next. Here
 * the tiles are the nodes of a quadtree instead, and a parent is made as soon as its four children
 * exist: each is halved and copied into its quarter, so that each level is the box-filtered level
 * below it. Nodes are visited in postorder, children from left to right and from top to bottom,
 * which is the order of Morton codes [2] at every level.
 *
 * <p>A leaf is a block of at most 1024 pixels a side (one tile if tiles are larger), rendered at
 * once so that margins cost little. It is cut into the tiles of every level up to that on which the
 * block is one tile.
 *
 * <p>Leaves and parents are made by workers, as futures that depend on those of the children. One
 * thread visits the tree, waits for the oldest future and writes its tiles, so that the store needs
 * no lock and the files do not depend on the number of threads.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Tiles reach the store in visiting order.
 *   <li>{@code halves} holds the halved tile of each written node whose parent is not yet written:
 *       at most three per level, plus those of nodes in progress.
 *   <li>At most {@code 4 threads + 4} nodes are in progress.
 *   <li>{@code written}, {@code pixels} and {@code halves} are the whole resume state besides the
 *       store's: a resumed export skips {@code written} nodes, whole subtrees at a time.
 * </ul>
 *
 * <ol>
 *   <li>Burt, Adelson, The Laplacian pyramid as a compact image code, IEEE Transactions on
 *       Communications 31 (1983); with a box filter instead of their Gaussian.
 *   <li>Morton, A computer oriented geodetic data base and a new technique in file sequencing, IBM
 *       1966.
 * </ol>
 */
final class TilePyramid implements Assembly {

    private static final int BLOCK = 1024;

    /** A tile ready for the store. */
    private record Packed(Place place, byte[] bytes) {}

    /** The result of a node: its tiles, and the halved block from which its parent is made. */
    private record Made(List<Packed> tiles, @Nullable Pixels half) {}

    private static final Made NOTHING = new Made(List.of(), null);

    private record Begun(Place place, CompletableFuture<Made> made) {}

    private final PixelSource plane;
    private final Levels levels;
    private final WrappedSides sides;
    private final TileFormat format;
    private final TileStore store;
    private final Workers workers;
    private final int leafLevel;
    private final Deque<Begun> begun = new ArrayDeque<>();
    private final Map<Place, Pixels> halves = new LinkedHashMap<>();
    private long written;
    private long pixels;
    private long skip;

    TilePyramid(
            PixelSource plane,
            Levels levels,
            WrappedSides sides,
            TileFormat format,
            TileStore store,
            Workers workers) {
        this.plane = plane;
        this.levels = levels;
        this.sides = sides;
        this.format = format;
        this.store = store;
        this.workers = workers;
        int leaf = 0;
        while (levels.tile() << leaf + 1 <= BLOCK) {
            leaf++;
        }
        this.leafLevel = leaf;
    }

    @Override
    public void make(Listener listener) throws IOException {
        skip = written;
        visit(top(), listener);
        while (!begun.isEmpty()) {
            write(begun.remove(), listener);
        }
    }

    /** The root of the tree. */
    private Place top() {
        int top = Math.max(leafLevel, levels.count() - 1);
        while (levels.columns(top) > 1 || levels.rows(top) > 1) {
            top++;
        }
        return new Place(top, 0, 0);
    }

    private @Nullable CompletableFuture<Made> visit(Place place, Listener listener)
            throws IOException {
        if (place.column() >= levels.columns(place.level())
                || place.row() >= levels.rows(place.level())) {
            return null;
        }
        long nodes = levels.tilesUnder(place, leafLevel);
        if (nodes <= skip) {
            skip -= nodes;
            Pixels half = halves.get(place);
            return CompletableFuture.completedFuture(new Made(List.of(), half));
        }
        CompletableFuture<Made> made =
                place.level() == leafLevel
                        ? CompletableFuture.supplyAsync(() -> leaf(place), workers)
                        : parent(place, listener);
        begun.add(new Begun(place, made));
        while (begun.size() > 4 * workers.threads() + 4) {
            write(begun.remove(), listener);
        }
        return made;
    }

    private CompletableFuture<Made> parent(Place place, Listener listener) throws IOException {
        Map<Place, CompletableFuture<Made>> children = new LinkedHashMap<>();
        for (Place child : children(place)) {
            CompletableFuture<Made> made = visit(child, listener);
            if (made != null) {
                children.put(child, made);
            }
        }
        CompletableFuture<Void> all =
                CompletableFuture.allOf(children.values().toArray(CompletableFuture[]::new));
        return place.level() >= levels.count()
                ? all.thenApply(done -> NOTHING)
                : all.thenApplyAsync(done -> node(place, children), workers);
    }

    private static List<Place> children(Place place) {
        List<Place> children = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            children.add(
                    new Place(
                            place.level() - 1,
                            2 * place.column() + i % 2,
                            2 * place.row() + i / 2));
        }
        return children;
    }

    private Made leaf(Place place) {
        Pixels block = Pixels.of(plane, region(place));
        List<Packed> tiles = new ArrayList<>();
        for (int level = 0; level <= leafLevel; level++) {
            if (level < levels.count()) {
                cut(block, level, place, tiles);
            }
            if (level + 1 >= levels.count()) {
                return new Made(tiles, null);
            }
            block = half(block, level);
        }
        return new Made(tiles, block);
    }

    /** Cuts all tiles of a level out of a leaf's block. */
    private void cut(Pixels block, int level, Place leaf, List<Packed> tiles) {
        int tile = levels.tile();
        for (int top = 0; top < block.height(); top += tile) {
            for (int left = 0; left < block.width(); left += tile) {
                int width = Math.min(tile, block.width() - left);
                int height = Math.min(tile, block.height() - top);
                int side = 1 << leafLevel - level;
                Place place =
                        new Place(
                                level,
                                leaf.column() * side + left / tile,
                                leaf.row() * side + top / tile);
                tiles.add(new Packed(place, format.pack(block.cut(left, top, width, height))));
            }
        }
    }

    private Made node(Place place, Map<Place, CompletableFuture<Made>> children) {
        Pixels tile = Pixels.empty(plane, levels.tileWidth(place), levels.tileHeight(place));
        int middle = levels.tile() / 2;
        children.forEach(
                (child, made) -> {
                    Pixels part = made.join().half();
                    if (part != null) {
                        part.copyInto(tile, child.column() % 2 * middle, child.row() % 2 * middle);
                    }
                });
        boolean last = place.level() + 1 >= levels.count();
        return new Made(
                List.of(new Packed(place, format.pack(tile))),
                last ? null : half(tile, place.level()));
    }

    private Pixels half(Pixels part, int level) {
        return sides.halved(part, levels.width(level), levels.height(level), plane.averaging());
    }

    private void write(Begun node, Listener listener) throws IOException {
        Place place = node.place();
        Made made = Workers.await(node.made(), "writing");
        for (Packed tile : made.tiles()) {
            store.put(tile.place(), tile.bytes());
        }
        if (made.half() != null) {
            halves.put(place, made.half());
        }
        written++;
        if (place.level() == leafLevel) {
            PixelRegion leaf = region(place);
            pixels += (long) leaf.width() * leaf.height();
            listener.written(pixels);
        } else {
            children(place).forEach(halves::remove);
        }
    }

    /** The pixels of a leaf. */
    private PixelRegion region(Place leaf) {
        int side = levels.tile() << leafLevel;
        PixelRegion window = levels.window();
        int left = leaf.column() * side;
        int top = leaf.row() * side;
        return new PixelRegion(
                window.left() + left,
                window.top() + top,
                Math.min(side, window.width() - left),
                Math.min(side, window.height() - top));
    }

    @Override
    public void save(DataOutputStream state) throws IOException {
        store.save(state);
        state.writeLong(written);
        state.writeLong(pixels);
        state.writeInt(halves.size());
        for (Map.Entry<Place, Pixels> entry : halves.entrySet()) {
            Place place = entry.getKey();
            Pixels half = entry.getValue();
            state.writeInt(place.level());
            state.writeInt(place.column());
            state.writeInt(place.row());
            state.writeInt(half.width());
            state.writeInt(half.height());
            state.write(half.bytes());
        }
    }

    @Override
    public void begin() throws IOException {
        store.begin();
    }

    @Override
    public long restore(DataInputStream saved) throws IOException {
        store.restore(saved);
        written = saved.readLong();
        pixels = saved.readLong();
        PixelRegion window = levels.window();
        if (written < 0
                || written > levels.tilesUnder(top(), leafLevel)
                || pixels < 0
                || pixels > (long) window.width() * window.height()) {
            throw Resume.damaged();
        }
        int count = saved.readInt();
        for (int i = 0; i < count; i++) {
            Place place = new Place(saved.readInt(), saved.readInt(), saved.readInt());
            halves.put(place, half(place, saved));
        }
        skip = written;
        check(top());
        return pixels;
    }

    /** Reads the halved tile of a node. */
    private Pixels half(Place place, DataInputStream saved) throws IOException {
        int width = saved.readInt();
        int height = saved.readInt();
        boolean known =
                place.level() >= leafLevel
                        && place.level() + 1 < levels.count()
                        && place.column() >= 0
                        && place.column() < levels.columns(place.level())
                        && place.row() >= 0
                        && place.row() < levels.rows(place.level());
        if (!known
                || width != (levels.tileWidth(place) + 1) / 2
                || height != (levels.tileHeight(place) + 1) / 2) {
            throw Resume.damaged();
        }
        Pixels half = Pixels.empty(plane, width, height);
        saved.readFully(half.bytes());
        return half;
    }

    /** Checks the tiles of the nodes that were written, in the order of {@link #visit}. */
    private void check(Place place) throws IOException {
        if (place.column() >= levels.columns(place.level())
                || place.row() >= levels.rows(place.level())
                || skip == 0) {
            return;
        }
        if (place.level() > leafLevel) {
            for (Place child : children(place)) {
                check(child);
            }
        }
        if (skip == 0) {
            return;
        }
        skip--;
        int lowest = place.level() == leafLevel ? 0 : place.level();
        for (int level = lowest; level <= Math.min(place.level(), levels.count() - 1); level++) {
            int side = 1 << place.level() - level;
            int right = Math.min(levels.columns(level), (place.column() + 1) * side);
            int bottom = Math.min(levels.rows(level), (place.row() + 1) * side);
            for (int row = place.row() * side; row < bottom; row++) {
                for (int column = place.column() * side; column < right; column++) {
                    store.check(new Place(level, column, row));
                }
            }
        }
    }

    @Override
    public void finish() throws IOException {
        store.finish();
    }

    @Override
    public void discard() throws IOException {
        store.discard();
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
