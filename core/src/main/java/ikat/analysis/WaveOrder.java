package ikat.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings peaks into the order in which a generator needs them as waves: first the shortest vectors
 * of the lattice that the strongest ones span, then the other peaks by strength, then whole
 * multiples of an earlier one, which a network makes from it.
 */
final class WaveOrder {

    private static final int HIGHEST_MULTIPLE = 6;
    private static final double LEAST_SINE = Math.sin(Math.toRadians(20));

    private static final int MOST_FUNDAMENTALS = 3;

    private final List<Peak> peaks;
    private final double tolerance;
    private final Expectation expectation;
    private final List<Peak> basic;
    private final List<Peak> leading;

    /** Looks for a weak peak at one place. */
    @FunctionalInterface
    interface Expectation {
        Optional<Peak> at(double fx, double fy);
    }

    /**
     * Orders peaks.
     *
     * @param byStrength peaks, the strongest first
     * @param tolerance distance at which two frequencies count as one, in cycles per pixel
     * @param expectation asked for vectors of the lattice that are not among the peaks
     */
    WaveOrder(List<Peak> byStrength, double tolerance, Expectation expectation) {
        peaks = List.copyOf(byStrength);
        this.tolerance = tolerance;
        this.expectation = expectation;
        basic = withoutMultiples();
        leading = fundamentals(basic);
    }

    /** All peaks, the most useful first. */
    List<Peak> ordered() {
        Set<Peak> ordered = new LinkedHashSet<>(leading);
        ordered.addAll(basic);
        ordered.addAll(peaks);
        return List.copyOf(ordered);
    }

    /**
     * The shortest waves of the lattice: none, one where all run in one direction, or up to three.
     */
    List<Peak> fundamentals() {
        return leading.subList(0, Math.min(MOST_FUNDAMENTALS, leading.size()));
    }

    private List<Peak> withoutMultiples() {
        List<Peak> basic = new ArrayList<>();
        for (Peak peak : peaks) {
            if (basic.stream().noneMatch(other -> isMultiple(peak, other))) {
                basic.add(peak);
            }
        }
        return basic;
    }

    private boolean isMultiple(Peak peak, Peak other) {
        for (int n = 2; n <= HIGHEST_MULTIPLE; n++) {
            if (distance(peak, n * other.fx(), n * other.fy()) < n * tolerance / 2) {
                return true;
            }
        }
        return false;
    }

    // The first peak, the first that is not parallel to it, and what lattice they span, as far as
    // there are peaks.
    private List<Peak> fundamentals(List<Peak> basic) {
        if (basic.isEmpty()) {
            return List.of();
        }
        Peak first = basic.get(0);
        Optional<Peak> second =
                basic.stream().filter(peak -> sine(first, peak) > LEAST_SINE).findFirst();
        if (second.isEmpty()) {
            return List.of(first);
        }
        Lattice spanned = new Lattice(first.fx(), first.fy(), second.get().fx(), second.get().fy());
        List<Peak> shortest = onLattice(spanned.reduced());
        Set<Peak> found = new LinkedHashSet<>();
        if (shortest.containsAll(List.of(first, second.get()))) {
            found.add(first);
            found.add(second.get());
        }
        found.addAll(shortest);
        found.add(first);
        found.add(second.get());
        return List.copyOf(found);
    }

    private List<Peak> onLattice(Lattice lattice) {
        List<Peak> found = new ArrayList<>();
        find(lattice.ax(), lattice.ay()).ifPresent(found::add);
        find(lattice.bx(), lattice.by()).ifPresent(found::add);
        // reduced vectors enclose 60 to 90 degrees, so their difference is the third shortest
        find(lattice.ax() - lattice.bx(), lattice.ay() - lattice.by()).ifPresent(found::add);
        return found;
    }

    private Optional<Peak> find(double fx, double fy) {
        return peaks.stream()
                .filter(peak -> distance(peak, fx, fy) < tolerance)
                .findFirst()
                .or(() -> expectation.at(fx, fy));
    }

    private static double distance(Peak peak, double fx, double fy) {
        return Math.min(
                Math.hypot(peak.fx() - fx, peak.fy() - fy),
                Math.hypot(peak.fx() + fx, peak.fy() + fy));
    }

    private static double sine(Peak a, Peak b) {
        return Math.abs(a.fx() * b.fy() - a.fy() * b.fx()) / (a.frequency() * b.frequency());
    }
}
