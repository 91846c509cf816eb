package ikat.analysis;

import ikat.signal.Plane;

/** Measures the typical element of a picture. */
final class ElementMeasure {

    /** Pixels less correlated than this belong to different elements. */
    private static final double ALIKE = 0.1;

    /**
     * Diameter of a disc over the distance at which a field of discs correlates by {@link #ALIKE}.
     */
    private static final double DIAMETER = 2.1;

    private ElementMeasure() {}

    /** The size of the typical element of a plane, from its spectrum and the waves found there. */
    static ElementSize of(Plane plane, Spectrum spectrum, WaveOrder waves) {
        ElementSize alike = byCorrelation(plane, spectrum);
        if (waves.oneDirection()) {
            Peak wave = waves.fundamentals().get(0);
            return wave.fx() >= Math.abs(wave.fy())
                    ? new ElementSize(1 / wave.fx(), alike.height())
                    : new ElementSize(alike.width(), 1 / Math.abs(wave.fy()));
        }
        return waves.lattice().map(lattice -> ofCell(lattice.reciprocal(), alike)).orElse(alike);
    }

    /**
     * A cell as a box of its area; a staggered lattice leaves two boxes, of which the likelier one
     * is taken.
     */
    private static ElementSize ofCell(Lattice cell, ElementSize alike) {
        double across = Math.max(Math.abs(cell.ax()), Math.abs(cell.bx()));
        double down = Math.max(Math.abs(cell.ay()), Math.abs(cell.by()));
        ElementSize byWidth = new ElementSize(across, cell.area() / across);
        ElementSize byHeight = new ElementSize(cell.area() / down, down);
        return strangeness(byWidth, alike) <= strangeness(byHeight, alike) ? byWidth : byHeight;
    }

    private static double strangeness(ElementSize size, ElementSize alike) {
        return Math.abs(Math.log(size.width() * alike.height() / (size.height() * alike.width())));
    }

    /**
     * Elements too large for a window of the spectrum are measured on the picture at half its size.
     */
    private static ElementSize byCorrelation(Plane plane, Spectrum spectrum) {
        double width = DIAMETER * Correlation.along(spectrum).lagOf(ALIKE);
        double height = DIAMETER * Correlation.down(spectrum).lagOf(ALIKE);
        double most = Spectrum.WINDOW / 8.0;
        if (Math.min(width, height) > most
                && Math.min(plane.width(), plane.height()) > Spectrum.WINDOW) {
            Plane half = plane.halved();
            ElementSize coarse = byCorrelation(half, Spectrum.of(half));
            return new ElementSize(2 * coarse.width(), 2 * coarse.height());
        }
        return new ElementSize(Math.min(width, plane.width()), Math.min(height, plane.height()));
    }
}
