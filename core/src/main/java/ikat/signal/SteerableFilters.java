package ikat.signal;

import ikat.text.Checks;
import java.util.ArrayList;
import java.util.List;

/**
 * The filters of a complex steerable pyramid for planes of one fixed size, as masks over their
 * spectrum (Simoncelli and Freeman 1995; Portilla and Simoncelli 2000, section 2.1). The masks form
 * a tight frame: the squares of all coefficients sum up to those of the plane, where a complex band
 * counts with its real part. Immutable: any number of threads may share it.
 *
 * <p>"Low spectrum" is the spectrum of the low-pass plane of a scale. Scale 0 has the size of the
 * plane, each further one half of it along both sides.
 */
public final class SteerableFilters {

    private final int orientations;
    private final PlaneFourier fourier;
    private final double[] high;
    private final double[] low;
    private final List<SteerableScale> levels = new ArrayList<>();

    /**
     * Creates filters for planes of a size.
     *
     * @param width divisible by 2^scales
     * @param height divisible by 2^scales
     * @param scales at least 1
     * @param orientations at least 2
     */
    public SteerableFilters(int width, int height, int scales, int orientations) {
        check(width, height, scales, orientations);
        this.orientations = orientations;
        fourier = new PlaneFourier(width, height);
        high = new double[width * height];
        low = new double[width * height];
        Frequencies frequencies = new Frequencies(width, height);
        for (int i = 0; i < high.length; i++) {
            double radius = frequencies.radius(i);
            high[i] = Frequencies.above(radius, 1);
            low[i] = Frequencies.below(radius, 1);
        }
        for (int scale = 0; scale < scales; scale++) {
            levels.add(new SteerableScale(width >> scale, height >> scale, orientations));
        }
    }

    private static void check(int width, int height, int scales, int orientations) {
        Checks.range("scales", scales, 1, 30);
        Checks.atLeast("orientations", orientations, 2);
        int step = 1 << scales;
        if (width < step || height < step || width % step != 0 || height % step != 0) {
            throw new IllegalArgumentException(
                    "the size is %sx%s, but %s scales need sides divisible by %s"
                            .formatted(width, height, scales, step));
        }
    }

    /** Number of scales. */
    public int scales() {
        return levels.size();
    }

    /** Bands per scale. */
    public int orientations() {
        return orientations;
    }

    /** The transform of planes of a scale, 0 to {@link #scales()}. */
    public PlaneFourier fourier(int scale) {
        return scale == 0 ? fourier : levels.get(scale - 1).coarserFourier();
    }

    /** The part of a plane's spectrum above all bands. */
    public ComplexPlane highpass(ComplexPlane spectrum) {
        return Frequencies.masked(spectrum, high);
    }

    /** The part of a plane's spectrum in all bands and below: the low spectrum of scale 0. */
    public ComplexPlane lowpass(ComplexPlane spectrum) {
        return Frequencies.masked(spectrum, low);
    }

    /**
     * The complex band of a scale and orientation.
     *
     * @param scale from 0 to scales - 1
     * @param orientation k from 0 to orientations - 1: responds to waves along the angle πk /
     *     orientations, from x towards y
     * @param lowSpectrum of that scale
     */
    public ComplexPlane band(int scale, int orientation, ComplexPlane lowSpectrum) {
        return fourier(scale).inverse(levels.get(scale).bandSpectrum(orientation, lowSpectrum));
    }

    /** The low spectrum of the next scale, whose amplitudes are doubled to keep the squares. */
    public ComplexPlane coarser(int scale, ComplexPlane lowSpectrum) {
        return levels.get(scale).coarser(lowSpectrum);
    }

    /**
     * The low spectrum of a scale from its bands and the next low spectrum.
     *
     * @param bands spectra of the real parts of the bands, in the order of the orientations
     */
    public ComplexPlane combine(int scale, List<ComplexPlane> bands, ComplexPlane coarser) {
        return levels.get(scale).combine(bands, coarser);
    }

    /**
     * A complex band, twice as wide and high as its scale is.
     *
     * @param scale from 1 to scales - 1
     * @param band spectrum of the real part of the band
     */
    public ComplexPlane expandedBand(int scale, int orientation, ComplexPlane band) {
        ComplexPlane analytic = levels.get(scale).analytic(orientation, band);
        return fourier(scale - 1).inverse(Frequencies.padded(analytic));
    }

    /**
     * The low-pass plane of a scale, twice as wide and high.
     *
     * @param scale from 1 to scales
     */
    public double[] expandedLow(int scale, ComplexPlane lowSpectrum) {
        return fourier(scale - 1).inverseReal(Frequencies.padded(lowSpectrum));
    }

    /**
     * The spectrum of a plane from both of its parts.
     *
     * @param lowSpectrum of scale 0
     * @param highSpectrum of the high-pass plane
     */
    public ComplexPlane whole(ComplexPlane lowSpectrum, ComplexPlane highSpectrum) {
        ComplexPlane sum = lowpass(lowSpectrum);
        ComplexPlane top = highpass(highSpectrum);
        for (int i = 0; i < high.length; i++) {
            sum.real()[i] += top.real()[i];
            sum.imaginary()[i] += top.imaginary()[i];
        }
        return sum;
    }
}
