package ikat.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Sorts peaks by their use as waves of a generator: first the shortest vectors of the lattice that
 * the strongest ones span, then the other peaks by strength, then whole multiples of an earlier
 * one, which a network can make from it.
 */
final class WaveOrder {

    private static final int HIGHEST_MULTIPLE = 6;

    /** Two main lobes: steps of a lattice that are closer are not separate peaks. */
    private static final double LEAST_TOLERANCES = 4;

    private final List<Peak> peaks;
    private final double tolerance;
    private final BiFunction<Double, Double, Optional<Peak>> expectation;
    private final List<Peak> basic;
    private final Optional<Lattice> lattice;
    private final List<Peak> leading;

    /**
     * Orders peaks.
     *
     * @param byStrength peaks, the strongest first
     * @param tolerance distance at which two frequencies count as one, in cycles per pixel
     * @param expectation looks for a weak peak at a frequency fx, fy: asked for vectors of the
     *     lattice that are not among the peaks
     */
    WaveOrder(
            List<Peak> byStrength,
            double tolerance,
            BiFunction<Double, Double, Optional<Peak>> expectation) {
        peaks = List.copyOf(byStrength);
        this.tolerance = tolerance;
        this.expectation = expectation;
        basic = withoutMultiples();
        double slowest = Math.max(LEAST_TOLERANCES * tolerance, 1 / PeakFinder.LONGEST_PERIOD);
        lattice = new LatticeFit(peaks, tolerance / 2, slowest).lattice();
        leading = shortestFirst();
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
        return leading;
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
            if (peak.distance(n * other.fx(), n * other.fy()) < n * tolerance / 2) {
                return true;
            }
        }
        return false;
    }

    /** The lattice of wave vectors on which most of the peaks lie, reduced. */
    Optional<Lattice> lattice() {
        return lattice;
    }

    /** Whether there are waves, all of one direction. */
    boolean oneDirection() {
        return !peaks.isEmpty()
                && peaks.stream().noneMatch(peak -> LatticeFit.cross(peaks.get(0), peak));
    }

    private List<Peak> shortestFirst() {
        if (basic.isEmpty()) {
            return List.of();
        }
        return lattice.map(this::shortest).orElseGet(this::slowestOfEachDirection);
    }

    private List<Peak> slowestOfEachDirection() {
        List<Peak> found = new ArrayList<>();
        for (Peak peak : basic) {
            if (found.size() < 2
                    && found.stream().allMatch(other -> LatticeFit.cross(peak, other))) {
                found.add(rootOf(peak));
            }
        }
        return found;
    }

    /** The slowest peak of which this one is a multiple. */
    private Peak rootOf(Peak peak) {
        return basic.stream()
                .filter(other -> isMultiple(peak, other))
                .min(Comparator.comparingDouble(Peak::frequency))
                .orElse(peak);
    }

    private List<Peak> shortest(Lattice lattice) {
        List<Peak> found = new ArrayList<>();
        found.add(findOrHidden(lattice.ax(), lattice.ay()));
        found.add(findOrHidden(lattice.bx(), lattice.by()));
        // reduced vectors enclose 60 to 90 degrees, so their difference is the third shortest
        find(lattice.ax() - lattice.bx(), lattice.ay() - lattice.by()).ifPresent(found::add);
        return found;
    }

    /** A basis vector may lack power of its own, as in a pattern that mirrors or shifts itself. */
    private Peak findOrHidden(double fx, double fy) {
        return find(fx, fy).orElseGet(() -> Peak.of(fx, fy, 0, 0, 1));
    }

    private Optional<Peak> find(double fx, double fy) {
        return peaks.stream()
                .filter(peak -> peak.distance(fx, fy) < tolerance)
                .findFirst()
                .or(() -> expectation.apply(fx, fy));
    }
}
