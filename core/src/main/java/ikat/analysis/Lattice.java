package ikat.analysis;

/**
 * The points {@code m·a + n·b} of a plane, for all whole m and n.
 *
 * @param ax x of the first basis vector
 * @param ay y of the first basis vector
 * @param bx x of the second basis vector, which is not parallel to the first
 * @param by y of the second basis vector
 */
record Lattice(double ax, double ay, double bx, double by) {

    /** Area of a cell. */
    double area() {
        return Math.abs(ax * by - ay * bx);
    }

    /**
     * The same points, spanned by the two shortest vectors, at 60 to 90 degrees to each other
     * (Lagrange, Gauss).
     */
    Lattice reduced() {
        Lattice lattice = this;
        for (int round = 0; round < 64; round++) {
            if (Math.hypot(lattice.ax, lattice.ay) > Math.hypot(lattice.bx, lattice.by)) {
                lattice = new Lattice(lattice.bx, lattice.by, lattice.ax, lattice.ay);
            }
            double squared = lattice.ax * lattice.ax + lattice.ay * lattice.ay;
            double product = lattice.ax * lattice.bx + lattice.ay * lattice.by;
            double times = Math.rint(product / squared);
            if (times == 0) {
                return product < 0
                        ? new Lattice(lattice.ax, lattice.ay, -lattice.bx, -lattice.by)
                        : lattice;
            }
            lattice =
                    new Lattice(
                            lattice.ax,
                            lattice.ay,
                            lattice.bx - times * lattice.ax,
                            lattice.by - times * lattice.ay);
        }
        return lattice;
    }

    /**
     * The lattice of those steps over which each of the waves of this lattice does whole periods,
     * reduced.
     */
    Lattice reciprocal() {
        double determinant = ax * by - ay * bx;
        return new Lattice(by / determinant, -bx / determinant, -ay / determinant, ax / determinant)
                .reduced();
    }
}
