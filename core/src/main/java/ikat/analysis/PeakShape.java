package ikat.analysis;

/** Position, share and width of a spectrum's peak. */
final class PeakShape {

    /** Noise bandwidth of a Hann window in each direction, in half main lobes (1.5 bins of 2). */
    private static final double HANN_WIDTH = 0.75;

    private static final double REACH = 1.75;

    private final Spectrum spectrum;
    private final double total;

    PeakShape(Spectrum spectrum) {
        this.spectrum = spectrum;
        total = Math.max(spectrum.total(), Double.MIN_NORMAL);
    }

    /** The peak whose highest bin is {@code u, v}. */
    Peak at(int u, int v, double prominence) {
        double summit = spectrum.power(u, v);
        double across = vertex(spectrum.power(u - 1, v), summit, spectrum.power(u + 1, v));
        double down = vertex(spectrum.power(u, v - 1), summit, spectrum.power(u, v + 1));
        double mass = mass(u, v, summit / prominence);
        double regular = HANN_WIDTH * HANN_WIDTH * spectrum.lobeColumns() * spectrum.lobeRows();
        double sharpness = Math.min(1, Math.sqrt(regular * summit / mass));
        double share = Math.min(1, 2 * mass / total);
        double fx = spectrum.fx(u + across);
        double fy = spectrum.fy(v + down);
        return fx < 0
                ? new Peak(-fx, -fy, share, prominence, sharpness)
                : new Peak(fx, fy, share, prominence, sharpness);
    }

    /** The highest point of the parabola through three logarithms, relative to the middle one. */
    private static double vertex(double before, double summit, double after) {
        double a = Math.log(before + 1e-300);
        double b = Math.log(summit + 1e-300);
        double c = Math.log(after + 1e-300);
        double curvature = a - 2 * b + c;
        return curvature < 0 ? Math.max(-0.5, Math.min(0.5, 0.5 * (a - c) / curvature)) : 0;
    }

    /** Power around the summit above the background. */
    private double mass(int u, int v, double background) {
        int reachU = (int) Math.ceil(REACH * spectrum.lobeColumns());
        int reachV = (int) Math.ceil(REACH * spectrum.lobeRows());
        double summit = spectrum.power(u, v);
        double mass = 0;
        for (int du = -reachU; du <= reachU; du++) {
            for (int dv = -reachV; dv <= reachV; dv++) {
                if (spectrum.lobes(du, dv) <= REACH) {
                    // beside a greater peak, its slope does not count
                    double power = Math.min(summit, spectrum.power(u + du, v + dv));
                    mass += Math.max(0, power - background);
                }
            }
        }
        return mass;
    }
}
