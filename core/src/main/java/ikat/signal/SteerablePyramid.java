package ikat.signal;

import java.util.ArrayList;
import java.util.List;

/**
 * A plane taken apart by scale and orientation: complex bands whose real part answers edges and
 * lines and whose magnitude says how much of them there is (Simoncelli and Freeman 1995; Portilla
 * and Simoncelli 2000, section 2.1). Filtering is circular. The squares of the high-pass plane, of
 * the real parts of all bands and of the last low-pass plane sum up to the squares of the plane.
 */
public final class SteerablePyramid {

    private final SteerableFilters filters;
    private final int width;
    private final int height;
    private final ComplexPlane high;
    private final List<ComplexPlane> lows = new ArrayList<>();
    private final List<List<ComplexPlane>> bands = new ArrayList<>();

    private SteerablePyramid(Plane plane, SteerableFilters filters) {
        this.filters = filters;
        width = plane.width();
        height = plane.height();
        ComplexPlane spectrum = filters.fourier(0).forward(plane);
        high = filters.highpass(spectrum);
        lows.add(filters.lowpass(spectrum));
        for (int scale = 0; scale < filters.scales(); scale++) {
            ComplexPlane low = lows.get(scale);
            List<ComplexPlane> ofScale = new ArrayList<>();
            for (int k = 0; k < filters.orientations(); k++) {
                ofScale.add(filters.band(scale, k, low));
            }
            bands.add(ofScale);
            lows.add(filters.coarser(scale, low));
        }
    }

    /**
     * The pyramid of a plane.
     *
     * @param scales how often the plane is halved, at least 1
     * @param orientations bands a scale, at least 2
     * @throws IllegalArgumentException if a side of the plane is not divisible by 2^scales
     */
    public static SteerablePyramid of(Plane plane, int scales, int orientations) {
        return of(plane, new SteerableFilters(plane.width(), plane.height(), scales, orientations));
    }

    /** The pyramid of a plane by filters made for its size; they can be shared by many planes. */
    public static SteerablePyramid of(Plane plane, SteerableFilters filters) {
        return new SteerablePyramid(plane, filters);
    }

    /** How often the plane was halved. */
    public int scales() {
        return filters.scales();
    }

    /** Bands a scale. */
    public int orientations() {
        return filters.orientations();
    }

    /** What lies above all bands, in the plane's size; computed when asked for. */
    public Plane highpass() {
        return plane(0, high);
    }

    /**
     * A complex band.
     *
     * @param scale from 0, the finest, in the plane's size, to scales - 1, each half as wide and
     *     high as the one before
     * @param orientation k from 0 to orientations - 1: answers waves that run along the angle πk /
     *     orientations, from x towards y
     */
    public ComplexPlane band(int scale, int orientation) {
        return bands.get(scale).get(orientation);
    }

    /**
     * A complex band, twice as wide and high; computed when asked for.
     *
     * @param scale from 1 to scales - 1
     */
    public ComplexPlane expandedBand(int scale, int orientation) {
        ComplexPlane spectrum = filters.fourier(scale).forward(band(scale, orientation));
        return filters.fourier(scale - 1).inverse(Frequencies.padded(spectrum));
    }

    /**
     * The plane without what is above a scale; computed when asked for.
     *
     * @param scale from 0, in the plane's size, to scales, each half as wide and high as the one
     *     before and with numbers twice as large
     */
    public Plane lowpass(int scale) {
        return plane(scale, lows.get(scale));
    }

    /** The plane, put together from all its parts. */
    public Plane reconstruct() {
        ComplexPlane low = lows.get(scales());
        for (int scale = scales() - 1; scale >= 0; scale--) {
            PlaneFourier fourier = filters.fourier(scale);
            List<ComplexPlane> spectra =
                    bands.get(scale).stream().map(band -> fourier.forward(band.real())).toList();
            low = filters.combine(scale, spectra, low);
        }
        return plane(0, filters.whole(low, high));
    }

    private Plane plane(int scale, ComplexPlane spectrum) {
        return Plane.of(
                width >> scale, height >> scale, filters.fourier(scale).inverseReal(spectrum));
    }
}
