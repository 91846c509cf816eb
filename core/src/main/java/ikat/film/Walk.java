package ikat.film;

import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import java.util.List;

/**
 * A path through textures. From one station to the next takes the same time everywhere, gently
 * begun and ended. On the way, the noise of both is mixed and not their vectors: wave vectors that
 * changed in time would sweep over the plane, the faster the farther from the origin.
 *
 * <p>In a loop, the path goes on from the last station to the first.
 *
 * @param stations at least one; a single one is stayed at
 */
public record Walk(List<GlobalField> stations) {

    public Walk {
        stations = List.copyOf(stations);
        if (stations.isEmpty()) {
            throw new IllegalArgumentException(
                    "the walk has no stations, but needs at least one texture");
        }
    }

    /** No walk: the field that stands still. */
    public static Walk stay(GlobalField field) {
        return new Walk(List.of(field));
    }

    /** A walk through textures, each of them everywhere on the plane. */
    public static Walk through(List<GlobalVector> textures) {
        return new Walk(textures.stream().<GlobalField>map(GlobalField.Constant::new).toList());
    }

    /**
     * Where the walk is.
     *
     * @param timeline over which the whole walk is made, once or round and round
     * @param frame in a loop any, else the walk stands at its ends before 0 and after the last
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
        double eased = smooth((double) (way % steps) / steps);
        return mixed(from, eased);
    }

    private GlobalField mixed(int from, double share) {
        GlobalField here = stations.get(from % stations.size());
        GlobalField next = stations.get((from + 1) % stations.size());
        return share == 0 || here.equals(next)
                ? here
                : new GlobalField.Mixture(List.of(here, next), List.of(1 - share, share));
    }

    /** From 0 to 1, at rest at both ends. */
    private static double smooth(double share) {
        return share * share * (3 - 2 * share);
    }
}
