package ikat.studio.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ikat.image.PixelRegion;
import ikat.image.Pixels;

/**
 * A cache of overviews. Standards for finite images see a plane as the {@link #SIDE} by {@link
 * #SIDE} pixels right of and below the origin; its overview is the smallest level rendered, from
 * which smaller ones are scaled. Thread-safe.
 */
public final class Overviews {

    /** Width and height at full size, in pixels. */
    public static final int SIDE = 1 << 16;

    /** The level of the overview. */
    public static final int LEVEL = 8;

    /** Width and height of the overview, in pixels. */
    public static final int LEVEL_SIDE = SIDE >> LEVEL;

    private static final int MAX_CACHED = 64;

    private final Planes planes;
    private final Cache<Key, Pixels> overviews =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    private record Key(OpenModel model, PlaneChoice choice) {}

    public Overviews(Planes planes) {
        this.planes = planes;
    }

    /**
     * Returns an overview; renders it on the calling thread if it is not cached.
     *
     * @return {@link #LEVEL_SIDE} pixels a side, not to be changed
     */
    public Pixels overview(OpenModel model, PlaneChoice choice) {
        return overviews.get(
                new Key(model, choice),
                key ->
                        Pixels.of(
                                planes.plane(model, choice).level(LEVEL).onOneThread(),
                                new PixelRegion(0, 0, LEVEL_SIDE, LEVEL_SIDE)));
    }
}
