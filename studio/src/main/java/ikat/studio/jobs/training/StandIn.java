package ikat.studio.jobs.training;

import ikat.image.Averaging;
import ikat.image.PixelRegion;
import ikat.image.Pixels;
import ikat.quilt.QuiltedPlane;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is shown of a training before anything is learned: a plane sewn from the picture. From the
 * second level on, each level is sewn from the picture at its size, so that one far out is as quick
 * as one nearby. Thread-safe.
 */
final class StandIn {

    private static final int WHOLE_LEVELS = 1; // that show the same plane, halved

    private final Pixels picture;
    private final long seed;
    private final Map<Integer, QuiltedPlane> planes = new ConcurrentHashMap<>();

    StandIn(Pixels picture, long seed) {
        this.picture = picture;
        this.seed = seed;
    }

    /** Renders a region of a level. */
    Pixels render(PixelRegion region, int level) {
        int sewn = level <= WHOLE_LEVELS ? 0 : Math.min(level, mostHalvings());
        int rest = level - sewn;
        PixelRegion larger =
                new PixelRegion(
                        region.left() << rest,
                        region.top() << rest,
                        region.width() << rest,
                        region.height() << rest);
        Pixels pixels = Pixels.of(planes.computeIfAbsent(sewn, this::sew), larger);
        return rest == 0 ? pixels : pixels.halved(rest, Averaging.LIGHT);
    }

    private QuiltedPlane sew(int halvings) {
        return new QuiltedPlane(
                halvings == 0 ? picture : picture.halved(halvings, Averaging.LIGHT), seed);
    }

    private int mostHalvings() {
        int side = Math.min(picture.width(), picture.height());
        int most = 0;
        while (side >> most + 1 >= QuiltedPlane.LEAST_SIDE) {
            most++;
        }
        return most;
    }
}
