package ikat.service.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One axis of a chart, from 0.
 *
 * @param end the greatest value, above 0
 * @param start where 0 lies, in units of the chart
 * @param length to the greatest value, negative for upwards
 */
record Axis(double end, double start, double length) {

    private static final int MOST_TICKS = 5;

    double place(double value) {
        return start + length * Math.min(1.05, Math.max(0, value / end));
    }

    /** Round values with even distances: 1, 2 or 5 times a power of ten. */
    List<Double> ticks() {
        double step = Math.pow(10, Math.floor(Math.log10(end)) - 1);
        int[] factors = {2, 5, 10, 20, 50, 100};
        double distance = step;
        for (int i = 0; end / distance > MOST_TICKS && i < factors.length; i++) {
            distance = step * factors[i];
        }
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * distance <= end * 1.0001; i++) {
            ticks.add(i * distance);
        }
        return ticks;
    }

    static String label(double value) {
        if (value >= 10_000) {
            return String.format(Locale.ROOT, value % 1000 == 0 ? "%.0fk" : "%.1fk", value / 1000);
        }
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
