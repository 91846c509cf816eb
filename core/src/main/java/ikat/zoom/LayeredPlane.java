package ikat.zoom;

import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.text.Checks;
import ikat.texture.StrokeShares;
import ikat.weave.BlockCache;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A plane on which planes of several models lie over each other, each where strokes of its paints
 * show it, at any level. Where two meet they are joined as {@link Border} says. A pixel is a pure
 * function of the planes, the strokes, the seed and its place, so that tiles join. Thread-safe.
 */
public final class LayeredPlane {

    private final List<ZoomablePlane> planes;
    private final int[] planeOf;
    private final StrokeShares shares;
    private final long seed;
    private final BlockCache<Pixels> blocks;
    private final Map<Integer, PixelSource> levels = new ConcurrentHashMap<>();

    /**
     * Creates a plane.
     *
     * @param planes at least one; left open
     * @param planeOf for each paint the index of the plane that it shows
     * @param shares of the paints
     * @param seed gives borders other shapes
     * @param blocks a cache, of any number of planes, of pieces with borders
     * @throws IllegalArgumentException if a paint has no plane
     */
    public LayeredPlane(
            List<ZoomablePlane> planes,
            int[] planeOf,
            StrokeShares shares,
            long seed,
            BlockCache<Pixels> blocks) {
        if (planeOf.length != shares.paints()) {
            throw new IllegalArgumentException(
                    "%s paints have a plane, but there are %s; each must have one"
                            .formatted(planeOf.length, shares.paints()));
        }
        for (int plane : planeOf) {
            Checks.range("the plane of a paint", plane, 0, planes.size() - 1);
        }
        this.planes = List.copyOf(planes);
        this.planeOf = planeOf.clone();
        this.shares = shares;
        this.seed = seed;
        this.blocks = blocks;
    }

    /**
     * A level as a plane of its own.
     *
     * @param level from 0 to {@link ZoomablePlane#MOST_LEVEL}
     */
    public PixelSource level(int level) {
        Checks.range("the level", level, 0, ZoomablePlane.MOST_LEVEL);
        return levels.computeIfAbsent(level, this::open);
    }

    private PixelSource open(int level) {
        return new JoinedPlane(
                planes.stream().map(plane -> plane.level(level)).toList(),
                new PlaneShares(shares.seenEvery(1L << level), planeOf, planes.size(), level),
                new Border(seed, level),
                blocks);
    }
}
