package ikat.noise;

import ikat.model.TextureModel;
import ikat.texture.GlobalVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How the waves of a texture change on a plane that repeats: each vector is rounded to whole cycles
 * per period.
 *
 * @param waves in the order of the model
 */
public record WaveRounding(List<Wave> waves) {

    /** Relative change of a wave from which a pattern looks different. */
    public static final double NOTICEABLE = 0.05;

    /** Change of a wave that outweighs a period of twice the cells. */
    private static final double WAY = 0.05;

    /** Most cells by which a suggested period differs from the given one. */
    private static final int NEIGHBOURS = 32;

    /**
     * One wave, as its vector in radians per pixel.
     *
     * @param beforeX learned, to the right
     * @param beforeY learned, downwards
     * @param afterX rounded, to the right
     * @param afterY rounded, downwards
     */
    public record Wave(double beforeX, double beforeY, double afterX, double afterY) {

        /** {@code |k' - k| / |k|}. */
        public double change() {
            double length = Math.hypot(beforeX, beforeY);
            return length == 0 ? 0 : Math.hypot(afterX - beforeX, afterY - beforeY) / length;
        }
    }

    public WaveRounding {
        waves = List.copyOf(waves);
    }

    /** The waves of a texture on a plane that repeats. */
    public static WaveRounding of(
            TextureModel model, GlobalVector texture, Boundary.Wrapping boundary) {
        return of(vectors(model, texture), boundary, model.spec().cellPixels());
    }

    private static WaveVectors vectors(TextureModel model, GlobalVector texture) {
        return WaveVectors.of(model.spec(), model.weights(), texture.toArray());
    }

    private static WaveRounding of(
            WaveVectors vectors, Boundary.Wrapping boundary, int cellPixels) {
        List<Wave> waves = new ArrayList<>();
        double turn = 2 * Math.PI;
        for (int i = 0; i < vectors.count(); i++) {
            double x = vectors.x()[i] / turn;
            double y = vectors.y()[i] / turn;
            WholeCycles whole = WholeCycles.nearest(x, y, boundary);
            waves.add(
                    new Wave(
                            vectors.x()[i] / cellPixels,
                            vectors.y()[i] / cellPixels,
                            whole.cyclesX(x, boundary) * turn / cellPixels,
                            whole.cyclesY(y, boundary) * turn / cellPixels));
        }
        return new WaveRounding(waves);
    }

    /** The largest change of a wave, 0 if there are no waves. */
    public double largestChange() {
        return waves.stream().mapToDouble(Wave::change).max().orElse(0);
    }

    /**
     * Suggests periods near the given ones at which the waves of the textures change so much less
     * that the other size is worth it; empty if there are none.
     *
     * @param allowed which periods may be suggested
     */
    public static Optional<Boundary.Wrapping> gentler(
            TextureModel model,
            List<GlobalVector> textures,
            Boundary.Wrapping boundary,
            Predicate<Boundary.Wrapping> allowed) {
        List<WaveVectors> vectors = textures.stream().map(t -> vectors(model, t)).toList();
        List<Candidate> candidates = new ArrayList<>();
        for (long x : around(boundary.cellsX())) {
            for (long y : around(boundary.cellsY())) {
                Boundary.Wrapping other = new Boundary.Wrapping(x, y);
                double change = 0;
                for (WaveVectors texture : vectors) {
                    change = Math.max(change, of(texture, other, 1).largestChange());
                }
                long way = Math.abs(x - boundary.cellsX()) + Math.abs(y - boundary.cellsY());
                candidates.add(new Candidate(other, change, way));
            }
        }
        double now = candidates.stream().filter(c -> c.way == 0).findFirst().orElseThrow().change;
        return candidates.stream()
                .filter(candidate -> candidate.cost() < now && allowed.test(candidate.boundary))
                .min(Comparator.comparingDouble(Candidate::cost))
                .map(Candidate::boundary);
    }

    private static List<Long> around(long cells) {
        List<Long> near = new ArrayList<>(List.of(cells));
        for (long way = 1; way <= Math.min(NEIGHBOURS, cells / 2); way++) {
            near.add(cells - way);
            near.add(Math.min(cells + way, 1L << 31));
        }
        return near;
    }

    private record Candidate(Boundary.Wrapping boundary, double change, long way) {

        /** The change of the waves plus a penalty for the change of size. */
        double cost() {
            long cells = Math.max(1, boundary.cellsX() + boundary.cellsY());
            return change + WAY * way / cells;
        }
    }

    /**
     * A wave rounded to whole cycles per period, with the least change of its vector.
     *
     * @param x cycles per period to the right; meaningless if the plane does not repeat there
     * @param y cycles per period downwards; meaningless if the plane does not repeat there
     */
    record WholeCycles(long x, long y) {

        /** A wave that grows by more than this factor has vanished. */
        private static final double VANISHED = 10;

        /**
         * Rounds a wave. As the axes are independent, rounding each gives the nearest vector. A
         * long wave would become a constant; the nearest vector that does not is taken instead.
         *
         * @param cyclesX cycles of the wave per cell to the right
         * @param cyclesY cycles of the wave per cell downwards
         */
        static WholeCycles nearest(double cyclesX, double cyclesY, Boundary.Wrapping wrapping) {
            WholeCycles nearest =
                    new WholeCycles(
                            Math.round(cyclesX * wrapping.cellsX()),
                            Math.round(cyclesY * wrapping.cellsY()));
            double length = Math.hypot(cyclesX, cyclesY);
            if (nearest.length(cyclesX, cyclesY, wrapping) * VANISHED >= length) {
                return nearest;
            }
            WholeCycles kept = nearest;
            double least = Double.POSITIVE_INFINITY;
            for (int step = -1; step <= 1; step += 2) {
                WholeCycles across = new WholeCycles(nearest.x + step, nearest.y);
                WholeCycles down = new WholeCycles(nearest.x, nearest.y + step);
                for (WholeCycles other : new WholeCycles[] {across, down}) {
                    boolean moves =
                            other.x == nearest.x ? wrapping.cellsY() > 0 : wrapping.cellsX() > 0;
                    double change = other.change(cyclesX, cyclesY, wrapping);
                    if (moves && change < least) {
                        kept = other;
                        least = change;
                    }
                }
            }
            return kept;
        }

        /** The component to the right in cycles per cell. */
        double cyclesX(double given, Boundary.Wrapping wrapping) {
            return wrapping.cellsX() == 0 ? given : (double) x / wrapping.cellsX();
        }

        /** The component downwards in cycles per cell. */
        double cyclesY(double given, Boundary.Wrapping wrapping) {
            return wrapping.cellsY() == 0 ? given : (double) y / wrapping.cellsY();
        }

        private double length(double givenX, double givenY, Boundary.Wrapping wrapping) {
            return Math.hypot(cyclesX(givenX, wrapping), cyclesY(givenY, wrapping));
        }

        private double change(double givenX, double givenY, Boundary.Wrapping wrapping) {
            return Math.hypot(
                    cyclesX(givenX, wrapping) - givenX, cyclesY(givenY, wrapping) - givenY);
        }
    }
}
