package ikat.signal;

import java.util.ArrayList;
import java.util.List;

/**
 * The steerable pyramid of a plane: complex bands by scale and orientation, whose real part
 * responds to edges and lines and whose magnitude is their strength (Simoncelli and Freeman 1995;
 * Portilla and Simoncelli 2000, section 2.1). Filtering is circular.
 */
public final class SteerablePyramid {

    private final SteerableFilters filters;
    private final int width;
    private final int height;
    private final List<ComplexPlane> lows = new ArrayList<>();
    private final List<List<ComplexPlane>> bands = new ArrayList<>();

    /** The pyramid of a plane by filters for its size, which many planes can share. */
    public SteerablePyramid(Plane plane, SteerableFilters filters) {
        this.filters = filters;
        width = plane.width();
        height = plane.height();
        ComplexPlane spectrum = filters.fourier(0).forward(plane.doubles());
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
     * A complex band.
     *
     * @param scale from 0, the finest, in the plane's size, to scales - 1, each half as wide and
     *     high as the one before
     * @param orientation k from 0 to orientations - 1: responds to waves along the angle πk /
     *     orientations, from x towards y
     */
    public ComplexPlane band(int scale, int orientation) {
        return bands.get(scale).get(orientation);
    }

    /**
     * A complex band, twice as wide and high; computed on each call.
     *
     * @param scale from 1 to scales - 1
     */
    public ComplexPlane expandedBand(int scale, int orientation) {
        ComplexPlane spectrum = filters.fourier(scale).forward(band(scale, orientation));
        return filters.fourier(scale - 1).inverse(Frequencies.padded(spectrum));
    }

    /**
     * The low-pass plane of a scale; computed on each call.
     *
     * @param scale from 0, in the plane's size, to scales, each half as wide and high as the one
     *     before and with numbers twice as large
     */
    public Plane lowpass(int scale) {
        double[] values = filters.fourier(scale).inverseReal(lows.get(scale));
        return Plane.of(width >> scale, height >> scale, values);
    }
}
