package ikat.weave;

import ikat.model.NamedTexture;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.texture.CounterRandom;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import java.util.Arrays;
import java.util.List;

/**
 * The share of each exemplar of a model at every place of a plane: those of its codes in the
 * textures of the field, weighted by the field. Immutable.
 */
final class Shares {

    /** Outweighed only by what the network shows clearly. */
    private static final double NOT_DRAWN = 8;

    /** Shares below this are left out. */
    private static final double LEAST = 0.05;

    private final GlobalField field;
    private final Boundary boundary;
    private final int cell;
    private final Patches patches;
    private final double[][] ofTextures; // [textures of the field][exemplars]

    Shares(TextureModel model, int exemplars, NoiseField plane) {
        this.field = plane.texture();
        this.boundary = plane.boundary();
        this.cell = model.spec().cellPixels();
        this.patches = new Patches(plane, cell);
        List<GlobalVector> textures = field.textures();
        double[][] shares = new double[textures.size()][];
        for (int t = 0; t < shares.length; t++) {
            shares[t] = of(model, exemplars, textures.get(t));
        }
        this.ofTextures = isUniform(field) ? new double[][] {mixed(shares)} : shares;
    }

    /** Whether the shares of the textures are the same everywhere. */
    private static boolean isUniform(GlobalField field) {
        return field instanceof GlobalField.Mixture mixture
                && mixture.parts().stream().allMatch(GlobalField.Constant.class::isInstance);
    }

    private double[] mixed(double[][] shares) {
        double[] weights = new double[shares.length];
        field.weigh(0, 0, weights);
        double[] mixed = new double[shares[0].length];
        for (int t = 0; t < weights.length; t++) {
            for (int i = 0; i < mixed.length; i++) {
                mixed[i] += weights[t] * shares[t][i];
            }
        }
        return mixed;
    }

    /** The shares of exemplars, one or those of the named textures, in a texture. */
    static double[] of(TextureModel model, int exemplars, GlobalVector texture) {
        if (exemplars == 1) {
            return new double[] {1};
        }
        List<NamedTexture> named = model.spec().textures();
        double[] ofCodes = texture.sharesOf(Textures.of(model).codes());
        double[] shares = new double[named.size()];
        int at = 0;
        for (int i = 0; i < shares.length; i++) {
            for (int code = 0; code < named.get(i).codes(); code++) {
                shares[i] += ofCodes[at++];
            }
        }
        normalise(shares);
        return shares;
    }

    /** Scales to a sum of 1, without those that are next to nothing. */
    private static void normalise(double[] shares) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = shares[i] < LEAST ? 0 : shares[i];
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
    }

    /**
     * What each exemplar costs at a pixel of full size, in usual distances from a query to its key;
     * infinite for those that have no share there.
     *
     * @param costs filled with one number for each exemplar
     */
    void costs(long x, long y, double[] costs) {
        if (ofTextures.length == 1 && ofTextures[0].length == 1) {
            costs[0] = 0;
            return;
        }
        long column = boundary.column(x, cell);
        long row = boundary.row(y, cell);
        double[] weights = new double[ofTextures.length];
        if (weights.length == 1) {
            weights[0] = 1;
        } else {
            field.weigh(column, row, weights);
        }
        double draw = patches.draw(column, row);
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        for (int t = 0; t < weights.length; t++) {
            if (weights[t] < LEAST) {
                continue;
            }
            double dear = -Math.log(weights[t]) / Math.log(2);
            double sum = 0;
            for (int i = 0; i < costs.length; i++) {
                double share = ofTextures[t][i];
                boolean drawn = draw >= sum && draw < sum + share;
                sum += share;
                if (share > 0) {
                    costs[i] = Math.min(costs[i], dear + (drawn ? 0 : NOT_DRAWN));
                }
            }
        }
    }

    /**
     * Patches of the plane, each with a random number: the cells around jittered points of a
     * lattice (Worley 1996). A mixture of textures shows each of them in its share of the patches.
     */
    private static final class Patches {

        private static final long STREAM = -7;
        private static final int MOST_CELLS = 3; // of the noise, from one point to the next

        private final long key;
        private final int sideX;
        private final int sideY;
        private final long columns;
        private final long rows;

        Patches(NoiseField plane, int cell) {
            key = CounterRandom.key(plane.seed(), STREAM);
            int cellsX = cells(plane.boundary().cellsX());
            int cellsY = cells(plane.boundary().cellsY());
            sideX = cellsX * cell;
            sideY = cellsY * cell;
            columns = plane.boundary().cellsX() / cellsX;
            rows = plane.boundary().cellsY() / cellsY;
        }

        /** As many cells as close with the period. */
        private static int cells(long period) {
            int cells = MOST_CELLS;
            while (period % cells != 0) {
                cells--;
            }
            return cells;
        }

        /** The number of the patch around a pixel, in [0, 1). */
        double draw(long x, long y) {
            long column = Math.floorDiv(x, (long) sideX);
            long row = Math.floorDiv(y, (long) sideY);
            double nearest = Double.POSITIVE_INFINITY;
            double draw = 0;
            for (long i = column - 1; i <= column + 1; i++) {
                for (long j = row - 1; j <= row + 1; j++) {
                    long wrappedI = columns == 0 ? i : Math.floorMod(i, columns);
                    long wrappedJ = rows == 0 ? j : Math.floorMod(j, rows);
                    long own = CounterRandom.key(CounterRandom.key(key, wrappedI), wrappedJ);
                    double way = x - sideX * (i + CounterRandom.unit(own, 0));
                    double down = y - sideY * (j + CounterRandom.unit(own, 1));
                    if (way * way + down * down < nearest) {
                        nearest = way * way + down * down;
                        draw = CounterRandom.unit(own, 2);
                    }
                }
            }
            return draw;
        }
    }
}
