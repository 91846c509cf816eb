package ikat.service.report;

import ikat.service.report.RunHistory.Losses.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** SVG chart of the losses over the steps: each drawn faintly as it was, and smoothed. */
final class LossChart {

    /**
     * One curve.
     *
     * @param name for the legend
     * @param style class of the curve in the style sheet
     * @param value of the curve at a point
     */
    record Series(String name, String style, ToDoubleFunction<Point> value) {}

    private static final int WIDTH = 480;
    private static final int HEIGHT = 250;
    private static final int LEFT = 44;
    private static final int TOP = 30;
    private static final int PLOT_WIDTH = WIDTH - LEFT - 12;
    private static final int PLOT_HEIGHT = HEIGHT - TOP - 42;
    private static final double SHOWN_SHARE = 0.98;

    private final List<Point> points;
    private final List<Series> series;
    private final Axis steps;
    private final Axis losses;

    LossChart(List<Point> points, Series... series) {
        this.points = points;
        this.series = List.of(series);
        double last = points.isEmpty() ? 1 : points.get(points.size() - 1).step();
        steps = new Axis(Math.max(1, last), LEFT, PLOT_WIDTH);
        losses = new Axis(greatest(), TOP + PLOT_HEIGHT, -PLOT_HEIGHT);
    }

    /** The end of the axis, chosen so that a few spikes do not flatten the curves. */
    private double greatest() {
        double[] values =
                series.stream()
                        .flatMapToDouble(curve -> points.stream().mapToDouble(curve.value()))
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        double shown = values.length == 0 ? 1 : values[(int) (SHOWN_SHARE * (values.length - 1))];
        return shown > 0 ? 1.1 * shown : 1;
    }

    void draw(Markup out) {
        out.open(
                "svg",
                "viewBox=0 0 " + WIDTH + " " + HEIGHT,
                "class=chart",
                "role=img",
                "aria-label=Chart of "
                        + String.join(", ", series.stream().map(Series::name).toList()));
        drawAxes(out);
        int x = LEFT;
        for (Series curve : series) {
            double[] raw = points.stream().mapToDouble(curve.value()).toArray();
            path(out, raw, curve.style() + " raw");
            path(out, smoothed(raw), curve.style());
            out.empty("circle", "cx=" + (x + 5), "cy=12", "r=5", "class=" + curve.style() + " dot");
            out.leaf("text", curve.name(), "x=" + (x + 15), "y=17");
            x += 30 + 8 * curve.name().length();
        }
        out.close();
    }

    private void drawAxes(Markup out) {
        String right = "" + (LEFT + PLOT_WIDTH);
        for (double tick : losses.ticks()) {
            String y = number(losses.place(tick));
            out.empty("line", "x1=" + LEFT, "x2=" + right, "y1=" + y, "y2=" + y, "class=grid");
            out.leaf(
                    "text",
                    Axis.label(tick),
                    "x=" + (LEFT - 6),
                    "y=" + number(losses.place(tick) + 4),
                    "text-anchor=end");
        }
        String below = "" + (TOP + PLOT_HEIGHT + 18);
        for (double tick : steps.ticks()) {
            String x = number(steps.place(tick));
            out.leaf("text", Axis.label(tick), "x=" + x, "y=" + below, "text-anchor=middle");
        }
        out.leaf("text", "step", "x=" + right, "y=" + (HEIGHT - 6), "text-anchor=end");
    }

    private void path(Markup out, double[] values, String style) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                path.append(drawing ? 'L' : 'M')
                        .append(number(steps.place(points.get(i).step())))
                        .append(' ')
                        .append(number(losses.place(values[i])));
            }
            drawing = Double.isFinite(values[i]);
        }
        if (path.length() > 0) {
            out.empty("path", "d=" + path, "class=" + style);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Moving average over a small part of the curve. */
    private static double[] smoothed(double[] values) {
        int reach = values.length / 50;
        double[] smooth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - reach);
            int to = Math.min(values.length, i + reach + 1);
            smooth[i] =
                    Arrays.stream(values, from, to)
                            .filter(Double::isFinite)
                            .average()
                            .orElse(Double.NaN);
        }
        return smooth;
    }

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
                return String.format(
                        Locale.ROOT, value % 1000 == 0 ? "%.0fk" : "%.1fk", value / 1000);
            }
            String text = String.format(Locale.ROOT, "%.3f", value);
            return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
        }
    }
}
