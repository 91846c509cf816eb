package ikat.noise;

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
     * Rounds a wave. As the axes are independent, rounding each gives the nearest vector. A long
     * wave would become a constant; the nearest vector that does not is taken instead.
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
        return Math.hypot(cyclesX(givenX, wrapping) - givenX, cyclesY(givenY, wrapping) - givenY);
    }
}
