package ikat.zoom;

import ikat.image.Light;
import ikat.image.PixelRegion;
import ikat.image.Pixels;
import java.util.Arrays;
import java.util.List;

/**
 * How planes meet at a level: each place shows mostly one of them, so that no detail is a ghost of
 * two. The border wanders within the soft rim of a stroke, by smooth noise, and follows the detail:
 * of two planes the one that is lighter there, measured against its own surroundings, reaches
 * farther. So stones stay whole and what lies between them gives way; and where the border runs
 * both are equally light, which hides it. Colours mix as light.
 *
 * <p>The share of a plane of weight {@code w} is {@code w^(1/t) exp(g/t)} over the sum of all,
 * where {@code g} is noise and relief. The temperature {@code t} makes full size crisp; it grows to
 * 1 with the levels, while {@code g} fades, as pixels become larger than what {@code g} tells
 * apart: there a pixel is the mean of the choices, which is the weight itself.
 */
final class Border {

    private static final double[] TEMPERATURES = {0.14, 0.2, 0.32, 0.5, 0.75, 1};
    private static final double[] STRENGTHS = {1, 1, 0.95, 0.8, 0.5, 0};
    private static final double NOISE = 1.2;
    private static final double RELIEF = 0.9;
    private static final long STREAM = -11;

    private final double temperature;
    private final double strength;
    private final Relief relief;
    private final long seed;
    private final int level;

    /**
     * A plane at a border.
     *
     * @param plane its number
     * @param picture of the block and a margin around it
     * @param weights one per pixel of the block
     */
    record Side(int plane, Pixels picture, float[] weights) {}

    /**
     * @param level number of halvings
     */
    Border(long seed, int level) {
        int at = Math.min(level, TEMPERATURES.length - 1);
        this.seed = seed;
        this.level = level;
        this.temperature = TEMPERATURES[at];
        this.strength = STRENGTHS[at];
        this.relief = Relief.at(level);
    }

    /** Pixels around a block that pixels in it depend on. */
    int margin() {
        return strength == 0 ? 0 : relief.margin();
    }

    /** The pixels of a block. */
    Pixels join(PixelRegion block, List<Side> sides) {
        double[][] pull = new double[sides.size()][];
        for (int i = 0; i < pull.length; i++) {
            pull[i] = pull(sides.get(i), block);
        }
        int channels = sides.get(0).picture().channels();
        Pixels joined = Pixels.empty(block.width(), block.height(), channels);
        double[] shares = new double[pull.length];
        double[] light = new double[channels];
        for (int i = 0; i < block.width() * block.height(); i++) {
            share(sides, pull, i, shares);
            write(sides, shares, i % block.width(), i / block.width(), light, joined);
        }
        return joined;
    }

    private void share(List<Side> sides, double[][] pull, int at, double[] shares) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shares.length; i++) {
            float weight = sides.get(i).weights()[at];
            shares[i] =
                    weight > 0
                            ? (StrictMath.log(weight) + pull[i][at]) / temperature
                            : Double.NEGATIVE_INFINITY;
            most = Math.max(most, shares[i]);
        }
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = shares[i] == most ? 1 : StrictMath.exp(shares[i] - most);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
    }

    private void write(
            List<Side> sides, double[] shares, int x, int y, double[] light, Pixels joined) {
        Arrays.fill(light, 0);
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] == 0) {
                continue;
            }
            Pixels picture = sides.get(i).picture();
            int from = picture.at(x + margin(), y + margin());
            for (int c = 0; c < light.length; c++) {
                light[c] += shares[i] * Light.of(picture.bytes()[from + c]);
            }
        }
        int to = joined.at(x, y);
        for (int c = 0; c < light.length; c++) {
            joined.bytes()[to + c] = Light.value(Math.round(light[c]));
        }
    }

    /** What a plane's weight is raised by at each pixel of a block where it meets others. */
    private double[] pull(Side side, PixelRegion block) {
        double[] pull = new double[block.width() * block.height()];
        if (strength == 0) {
            return pull;
        }
        Relief.Measured measured = relief.of(side.picture());
        SoftNoise noise = new SoftNoise(seed, STREAM - side.plane());
        int times = 1 << level;
        for (int i = 0; i < pull.length; i++) {
            if (side.weights()[i] == 0 || side.weights()[i] == 1) {
                continue;
            }
            int x = i % block.width();
            int y = i / block.width();
            long placeX = (block.left() + x) * times + times / 2;
            long placeY = (block.top() + y) * times + times / 2;
            pull[i] =
                    strength
                            * (NOISE * noise.at(placeX, placeY)
                                    + RELIEF * measured.at(x + margin(), y + margin()));
        }
        return pull;
    }
}
