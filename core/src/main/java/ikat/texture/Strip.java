package ikat.texture;

import java.util.Arrays;
import java.util.List;

/**
 * A path of textures along one axis, each blended evenly into the next.
 *
 * @param textures in order, at least one
 * @param direction of the path
 * @param start x or y where the path begins, in pixels
 * @param length of the path in pixels, at least 1
 * @param ends what lies before its start and after its end
 */
public record Strip(
        List<GlobalVector> textures, Direction direction, long start, long length, Ends ends)
        implements GlobalField {

    /** The direction of a path. */
    public enum Direction {
        /** From left to right. */
        RIGHT,
        /** From top to bottom. */
        DOWN
    }

    /** What lies beyond the ends of a path. */
    public enum Ends {
        /** The first texture before it, the last after it. */
        OPEN,
        /** The path repeats, blending the last texture into the first. */
        CLOSED
    }

    public Strip {
        textures = List.copyOf(textures);
        if (textures.isEmpty()) {
            throw new IllegalArgumentException(
                    "the strip has no texture, but must have at least 1");
        }
        if (length < 1) {
            throw new IllegalArgumentException(
                    "the strip is " + length + " pixels long, but must be at least 1");
        }
    }

    @Override
    public void weigh(long x, long y, double[] weights) {
        long from = (direction == Direction.RIGHT ? x : y) - start;
        int count = textures.size();
        Arrays.fill(weights, 0);
        double place =
                ends == Ends.CLOSED
                        ? (Math.floorMod(from, length) + 0.5) / length * count
                        : Math.max(0, Math.min(1, (from + 0.5) / length)) * (count - 1);
        int before = Math.min((int) place, count - 1);
        weights[before] += 1 - (place - before);
        weights[(before + 1) % count] += place - before;
    }

    /** The path closed over the whole period of its axis. */
    @Override
    public GlobalField repeating(long width, long height) {
        long period = direction == Direction.RIGHT ? width : height;
        return period == 0 ? this : new Strip(textures, direction, start, period, Ends.CLOSED);
    }
}
