package ikat.analysis;

import java.util.List;
import java.util.Optional;

/**
 * Finds the lattice on which the peaks of a spectrum lie. The strongest peaks are often harmonics,
 * as the joints of bricks are narrow; each peak that lies off the lattice of the stronger ones, but
 * at a simple fraction of a step, makes the lattice finer.
 *
 * @param peaks the strongest first
 * @param tolerance distance at which two frequencies count as one, in cycles per pixel
 * @param shortest length of the shortest wave vector of use, in cycles per pixel
 */
record LatticeFit(List<Peak> peaks, double tolerance, double shortest) {

    private static final double LEAST_SINE = Math.sin(Math.toRadians(20));
    private static final int FINEST_FRACTION = 4;
    private static final int MOST_ROUNDS = 8;
    private static final int LEAST_SUPPORT = 2;

    /** Part of all peaks' power that must support a finer lattice. */
    private static final double LEAST_GAIN = 0.05;

    /**
     * Two lattices explain the same if their parts of the power differ by less than this factor.
     */
    private static final double EQUAL = 1.03;

    /** Part of all peaks' power that must lie on a lattice, or there is none. */
    private static final double LEAST_EXPLAINED = 0.5;

    /**
     * The lattice of wave vectors, reduced; empty if all waves have one direction or lie on none.
     * Of those that the strongest peak spans with another, the one on which most power lies is
     * taken, or the coarsest of equals.
     */
    Optional<Lattice> lattice() {
        Optional<Lattice> best = Optional.empty();
        double most = LEAST_EXPLAINED * power(peaks);
        for (Peak second : peaks) {
            if (cross(peaks.get(0), second)) {
                Lattice lattice = spanned(peaks.get(0), second);
                double explained = explained(lattice);
                boolean coarser = best.isPresent() && lattice.area() > 1.1 * best.get().area();
                if (explained > EQUAL * most || coarser && explained * EQUAL >= most) {
                    best = Optional.of(lattice);
                    most = Math.max(most, explained);
                }
            }
        }
        return best;
    }

    private double explained(Lattice lattice) {
        return power(peaks.stream().filter(peak -> explains(lattice, peak)).toList());
    }

    private Lattice spanned(Peak first, Peak second) {
        Lattice lattice = new Lattice(first.fx(), first.fy(), second.fx(), second.fy()).reduced();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Lattice> finer = finer(lattice);
            if (finer.isEmpty()) {
                break;
            }
            lattice = refitted(finer.get());
        }
        return refitted(lattice);
    }

    private Optional<Lattice> finer(Lattice lattice) {
        for (Peak peak : peaks) {
            for (int parts = 2; !explains(lattice, peak) && parts <= FINEST_FRACTION; parts++) {
                double x = parts * peak.fx();
                double y = parts * peak.fy();
                if (lattice.distance(x, y) < 2 * tolerance) {
                    Lattice finer = lattice.dividedAt(x, y, parts);
                    if (Math.hypot(finer.ax(), finer.ay()) >= shortest
                            && supported(finer, lattice)) {
                        return Optional.of(finer);
                    }
                    break;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether peaks of some power lie on the finer lattice only, as it is nearer to every peak. */
    private boolean supported(Lattice finer, Lattice lattice) {
        List<Peak> gained =
                peaks.stream().filter(p -> explains(finer, p) && !explains(lattice, p)).toList();
        double basis = Math.hypot(finer.bx(), finer.by()) + tolerance;
        boolean several = gained.size() >= LEAST_SUPPORT;
        return power(gained) >= LEAST_GAIN * power(peaks)
                && (several || gained.stream().anyMatch(peak -> peak.frequency() <= basis));
    }

    private static double power(List<Peak> some) {
        return some.stream().mapToDouble(Peak::share).sum();
    }

    private boolean explains(Lattice lattice, Peak peak) {
        return lattice.distance(peak.fx(), peak.fy()) < tolerance;
    }

    /**
     * The same lattice with the basis that fits the peaks on it best, by least squares weighted by
     * their shares.
     */
    private Lattice refitted(Lattice lattice) {
        double mm = 0;
        double mn = 0;
        double nn = 0;
        double mx = 0;
        double my = 0;
        double nx = 0;
        double ny = 0;
        for (Peak peak : peaks) {
            if (explains(lattice, peak)) {
                double m = Math.rint(lattice.alongA(peak.fx(), peak.fy()));
                double n = Math.rint(lattice.alongB(peak.fx(), peak.fy()));
                mm += peak.share() * m * m;
                mn += peak.share() * m * n;
                nn += peak.share() * n * n;
                mx += peak.share() * m * peak.fx();
                my += peak.share() * m * peak.fy();
                nx += peak.share() * n * peak.fx();
                ny += peak.share() * n * peak.fy();
            }
        }
        double determinant = mm * nn - mn * mn;
        if (determinant <= 1e-9 * mm * nn) {
            return lattice;
        }
        return new Lattice(
                        (nn * mx - mn * nx) / determinant,
                        (nn * my - mn * ny) / determinant,
                        (mm * nx - mn * mx) / determinant,
                        (mm * ny - mn * my) / determinant)
                .reduced();
    }

    /** Whether two waves run in clearly different directions. */
    static boolean cross(Peak a, Peak b) {
        double product = Math.abs(a.fx() * b.fy() - a.fy() * b.fx());
        return product > LEAST_SINE * a.frequency() * b.frequency();
    }
}
