package ikat.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A picture's report as aligned lines. */
final class ReportTable {

    private ReportTable() {}

    static List<String> lines(PictureReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(row("picture", report.name()));
        lines.add(row("size", "%dx%d px, %s", report.width(), report.height(), colours(report)));
        lines.add(row("contrast", "%.2f", report.contrast()));
        if (!report.verdict().refuses()) {
            lines.add(row("periods", periods(report)));
            lines.add(
                    row(
                            "elements",
                            "about %.0fx%.0f px",
                            report.element().width(),
                            report.element().height()));
            lines.add(row("isotropy", "%.2f (1: no direction is preferred)", report.isotropy()));
            lines.add(row("grain", "%.2f of the variance is finer than 6 px", report.grain()));
            lines.add(row("uniform", report.homogeneity().uniform() ? "yes" : "no"));
        }
        lines.addAll(verdict(report.verdict()));
        return lines;
    }

    private static String colours(PictureReport report) {
        return report.channels() == 1 ? "grey" : "colour";
    }

    private static String periods(PictureReport report) {
        if (report.periods().isEmpty()) {
            return "none";
        }
        return report.periods().stream().map(ReportTable::period).collect(Collectors.joining(", "));
    }

    private static String period(Period period) {
        long degrees = Math.round(period.degrees());
        return String.format(
                Locale.ROOT, "%.1f px at %d°", period.pixels(), degrees == -90 ? 90 : degrees);
    }

    private static List<String> verdict(Verdict verdict) {
        if (verdict.kind() == Verdict.Kind.FINE) {
            return List.of(row("verdict", "fine"));
        }
        List<String> lines = new ArrayList<>();
        String label = verdict.refuses() ? "refused" : "mind";
        for (String sentence : verdict.sentences()) {
            lines.add(row(label, sentence));
            label = "";
        }
        return lines;
    }

    private static String row(String label, String format, Object... values) {
        return row(label, String.format(Locale.ROOT, format, values));
    }

    private static String row(String label, String value) {
        return String.format(Locale.ROOT, "%-10s%s", label, value);
    }
}
