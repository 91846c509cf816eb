package ikat.score;

import ikat.analysis.Peak;
import ikat.analysis.Spectrum;
import java.util.List;

/**
 * The exemplar's lattice peaks in the power spectrum of a swatch: the centre of the power around
 * each, its share of all power, and the share of that in the middle. An irregular lattice has its
 * power beside the peak.
 *
 * @param peaks of the exemplar, at least one
 */
record LatticeStatistic(List<Peak> peaks) implements Statistic {

    private static final double NEAR = 1; // half main lobes
    private static final double AROUND = 2.5;
    private static final double TOLERANCE = 0.05;

    /** Share of the power below which a peak counts as absent. */
    private static final double GONE = 1e-4;

    @Override
    public List<Part> parts(Swatch swatch) {
        Spectrum spectrum = Spectrum.of(swatch.main(), swatch.side());
        double total = spectrum.total();
        float[] heights = new float[peaks.size()];
        float[] sharpnesses = new float[peaks.size()];
        float[] places = new float[2 * peaks.size()];
        for (int i = 0; i < peaks.size(); i++) {
            Surroundings found = Surroundings.of(spectrum, peaks.get(i));
            heights[i] = (float) Math.log(2 * found.near / total + GONE);
            sharpnesses[i] = (float) Math.log(found.near / found.around + GONE);
            places[2 * i] = (float) found.x;
            places[2 * i + 1] = (float) found.y;
        }
        return List.of(
                new Part(Respect.LATTICE, "height", heights, TOLERANCE),
                new Part(Respect.LATTICE, "sharpness", sharpnesses, TOLERANCE),
                new Part(Respect.LATTICE, "position", places, TOLERANCE));
    }

    /**
     * The power around a frequency.
     *
     * @param near within the window's main lobe
     * @param around within two and a half of its half widths
     * @param x of the centre of the power around, in half main lobes from the frequency
     * @param y likewise
     */
    private record Surroundings(double near, double around, double x, double y) {

        static Surroundings of(Spectrum spectrum, Peak peak) {
            double lobe = spectrum.lobe();
            int reachU = (int) Math.ceil(AROUND * lobe * spectrum.columns());
            int reachV = (int) Math.ceil(AROUND * lobe * spectrum.rows());
            int u0 = (int) Math.round(peak.fx() * spectrum.columns());
            int v0 = (int) Math.round(peak.fy() * spectrum.rows());
            double near = 0;
            double around = Double.MIN_NORMAL;
            double x = 0;
            double y = 0;
            for (int u = u0 - reachU; u <= u0 + reachU; u++) {
                for (int v = v0 - reachV; v <= v0 + reachV; v++) {
                    double dx = (spectrum.fx(u) - peak.fx()) / lobe;
                    double dy = (spectrum.fy(v) - peak.fy()) / lobe;
                    double distance = Math.hypot(dx, dy);
                    if (distance <= AROUND) {
                        double power = spectrum.power(u, v);
                        near += distance <= NEAR ? power : 0;
                        around += power;
                        x += power * dx;
                        y += power * dy;
                    }
                }
            }
            return new Surroundings(near, around, x / around, y / around);
        }
    }
}
