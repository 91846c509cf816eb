package ikat.noise;

/**
 * A wave rounded to whole cycles a period, with the least change of its vector.
 *
 * @param x cycles a period to the right; of no meaning where the plane does not repeat there
 * @param y cycles a period downwards; of no meaning where the plane does not repeat there
 */
record WholeCycles(long x, long y) {

    /** A wave longer than this many times its length is none any more. */
    private static final double VANISHED = 10;

    /**
     * Rounds a wave. As the cycles of the axes are independent, the nearest of each are the nearest
     * vector. A long wave would become a constant: then the nearest vector that is none is taken.
     *
     * @param cyclesX of the wave a cell to the right
     * @param cyclesY of the wave a cell downwards
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

    /** The component to the right in cycles a cell. */
    double cyclesX(double given, Boundary.Wrapping wrapping) {
        return wrapping.cellsX() == 0 ? given : (double) x / wrapping.cellsX();
    }

    /** The component downwards in cycles a cell. */
    double cyclesY(double given, Boundary.Wrapping wrapping) {
        return wrapping.cellsY() == 0 ? given : (double) y / wrapping.cellsY();
    }

    private double length(double givenX, double givenY, Boundary.Wrapping wrapping) {
        return Math.hypot(cyclesX(givenX, wrapping), cyclesY(givenY, wrapping));
    }

    private double change(double givenX, double givenY, Boundary.Wrapping wrapping) {
        return Math.hypot(cyclesX(givenX, wrapping) - givenX, cyclesY(givenY, wrapping) - givenY);
    }
}
