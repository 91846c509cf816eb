package ikat.lab.statistics;

import ikat.io.Workers;
import ikat.signal.ComplexPlane;
import ikat.signal.SteerableFilters;
import java.util.ArrayList;
import java.util.List;

/**
 * Steerable pyramids of all channels of a picture. The bands of a scale are numbered {@code channel
 * · orientations + orientation}.
 *
 * @param filters of the pyramids
 * @param high spectra of the high-pass residual, one per channel
 * @param lows low-pass spectra {@code [scale][channel]}, with one scale more than the bands
 * @param bands complex bands, {@code [scale][band]}
 */
record Layers(
        SteerableFilters filters,
        ComplexPlane[] high,
        List<ComplexPlane[]> lows,
        List<ComplexPlane[]> bands) {

    /** Decomposes planes {@code [channel][pixel]}. */
    static Layers of(double[][] planes, SteerableFilters filters, Workers workers) {
        int channels = planes.length;
        int orientations = filters.orientations();
        ComplexPlane[] high = new ComplexPlane[channels];
        ComplexPlane[] low = new ComplexPlane[channels];
        workers.each(
                channels,
                c -> {
                    ComplexPlane spectrum = filters.fourier(0).forward(planes[c]);
                    high[c] = filters.highpass(spectrum);
                    low[c] = filters.lowpass(spectrum);
                });
        List<ComplexPlane[]> lows = new ArrayList<>();
        lows.add(low);
        List<ComplexPlane[]> bands = new ArrayList<>();
        for (int s = 0; s < filters.scales(); s++) {
            int scale = s;
            ComplexPlane[] from = lows.get(scale);
            ComplexPlane[] coarser = new ComplexPlane[channels];
            ComplexPlane[] ofScale = new ComplexPlane[channels * orientations];
            workers.each(
                    ofScale.length,
                    b ->
                            ofScale[b] =
                                    filters.band(scale, b % orientations, from[b / orientations]));
            workers.each(channels, c -> coarser[c] = filters.coarser(scale, from[c]));
            bands.add(ofScale);
            lows.add(coarser);
        }
        return new Layers(filters, high, lows, bands);
    }

    int channels() {
        return high.length;
    }

    /** The parents of a scale. */
    Parents parents(int scale, Workers workers) {
        return scale == filters.scales() - 1
                ? Parents.ofLow(filters, lows.get(scale + 1), workers)
                : Parents.ofBands(
                        filters,
                        scale + 1,
                        realSpectra(scale + 1, bands.get(scale + 1), workers),
                        workers);
    }

    /** The spectra of the real parts of all bands of a scale. */
    private ComplexPlane[] realSpectra(int scale, ComplexPlane[] ofScale, Workers workers) {
        ComplexPlane[] spectra = new ComplexPlane[ofScale.length];
        workers.each(
                ofScale.length,
                b -> spectra[b] = filters.fourier(scale).forward(ofScale[b].real()));
        return spectra;
    }
}
