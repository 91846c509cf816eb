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

    /** How many a's lead to a point. */
    double alongA(double x, double y) {
        return (x * by - y * bx) / (ax * by - ay * bx);
    }

    /** How many b's lead to a point. */
    double alongB(double x, double y) {
        return (ax * y - ay * x) / (ax * by - ay * bx);
    }

    /** Distance from a point to the one nearest to it in coordinates of the basis. */
    double distance(double x, double y) {
        double m = Math.rint(alongA(x, y));
        double n = Math.rint(alongB(x, y));
        return Math.hypot(x - m * ax - n * bx, y - m * ay - n * by);
    }

    /**
     * The finer lattice that has, besides all points of this one, the point of it nearest to {@code
     * x, y} divided by {@code parts}, reduced.
     */
    Lattice dividedAt(double x, double y, int parts) {
        double m = Math.rint(alongA(x, y)) / parts;
        double n = Math.rint(alongB(x, y)) / parts;
        Lattice finest = this;
        for (int times = 1; times < parts; times++) {
            double along = times * m - Math.rint(times * m);
            double beside = times * n - Math.rint(times * n);
            double px = along * ax + beside * bx;
            double py = along * ay + beside * by;
            finest = finest.withReplaced(px, py, area() / parts);
        }
        return finest.reduced();
    }

    /** A basis of the wanted area that has the point, if it replaces a or b; else this basis. */
    private Lattice withReplaced(double px, double py, double wanted) {
        for (Lattice candidate :
                new Lattice[] {new Lattice(px, py, bx, by), new Lattice(ax, ay, px, py)}) {
            if (Math.abs(candidate.area() - wanted) < 1e-6 * wanted) {
                return candidate;
            }
        }
        return this;
    }
}
