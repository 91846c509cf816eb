package ikat.studio.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ikat.image.PixelRegion;

/**
 * Planes as pictures of finite size, for interfaces that know no others: {@link #SIDE} pixels a
 * side, right of and below the origin. This keeps them at their smallest level, which all smaller
 * ones are made of. Safe for many threads.
 */
public final class Overviews {

    /** What a picture measures at full size, in pixels. */
    public static final int SIDE = 1 << 16;

    /** The level that is kept. */
    public static final int LEVEL = 8;

    /** What a picture measures at that level, in pixels. */
    public static final int LEVEL_SIDE = SIDE >> LEVEL;

    private static final int MOST = 64;

    private final Planes planes;
    private final Cache<Key, byte[]> overviews = Caffeine.newBuilder().maximumSize(MOST).build();

    private record Key(OpenModel model, PlaneChoice choice) {}

    public Overviews(Planes planes) {
        this.planes = planes;
    }

    /**
     * The whole picture, small; works on the calling thread where it is not there yet.
     *
     * @return {@code [LEVEL_SIDE, LEVEL_SIDE, channels]}, not to be changed
     */
    public byte[] overview(OpenModel model, PlaneChoice choice) {
        return overviews.get(
                new Key(model, choice),
                key ->
                        planes.plane(model, choice)
                                .level(LEVEL)
                                .onOneThread()
                                .render(new PixelRegion(0, 0, LEVEL_SIDE, LEVEL_SIDE)));
    }
}
