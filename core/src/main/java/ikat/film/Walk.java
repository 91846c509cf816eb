package ikat.film;

import ikat.texture.Easing;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import java.util.List;

/**
 * A path through textures. All legs take equally long and are eased at both ends. Along a leg, the
 * noise of the two stations is mixed instead of their vectors: wave vectors that change in time
 * would sweep over the plane, faster the farther from the origin.
 *
 * <p>In a loop, the path returns from the last station to the first.
 *
 * @param stations at least one; a single station means no motion
 */
public record Walk(List<GlobalField> stations) {

    public Walk {
        stations = List.copyOf(stations);
        if (stations.isEmpty()) {
            throw new IllegalArgumentException(
                    "the walk has no stations, but needs at least one texture");
        }
    }

    /** A walk that stays at one field. */
    public static Walk stay(GlobalField field) {
        return new Walk(List.of(field));
    }

    /** A walk through textures, each constant over the whole plane. */
    public static Walk through(List<GlobalVector> textures) {
        return new Walk(textures.stream().<GlobalField>map(GlobalField.Constant::new).toList());
    }

    /** Whether it stays at one station. */
    boolean isStill() {
        return stations.size() == 1;
    }

    /**
     * The field at a frame.
     *
     * @param timeline duration of the whole walk, and whether it loops
     * @param frame any frame; without a loop, frames before 0 and after the last are clamped to the
     *     ends
     */
    public GlobalField at(Timeline timeline, long frame) {
        int legs = timeline.loops() ? stations.size() : stations.size() - 1;
        if (legs == 0 || timeline.frames() == 1) {
            return stations.get(0);
        }
        long steps = timeline.loops() ? timeline.frames() : timeline.frames() - 1;
        long way =
                timeline.loops()
                        ? legs * Math.floorMod(frame, steps)
                        : Math.max(0, Math.min(legs * frame, legs * steps));
        int from = (int) (way / steps);
        return mixed(from, Easing.SMOOTH.share((double) (way % steps) / steps));
    }

    private GlobalField mixed(int from, double share) {
        GlobalField here = stations.get(from % stations.size());
        GlobalField next = stations.get((from + 1) % stations.size());
        return share == 0 || here.equals(next)
                ? here
                : new GlobalField.Mixture(List.of(here, next), List.of(1 - share, share));
    }
}
