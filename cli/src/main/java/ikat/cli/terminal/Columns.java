package ikat.cli.terminal;

import ikat.analysis.PictureReport;
import ikat.service.train.PlanTable;
import ikat.text.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Formats facts and tables as columns of a fixed-width font. */
public final class Columns {

    private Columns() {}

    /** Formats one line per fact, with its value in the eleventh column. */
    public static List<String> of(List<Fact> facts) {
        return facts.stream()
                .map(fact -> String.format(Locale.ROOT, "%-10s%s", fact.label(), fact.value()))
                .toList();
    }

    /**
     * Formats the report on a picture.
     *
     * @param notes on what was changed or omitted when the picture was read
     */
    public static List<String> of(PictureReport report, List<String> notes) {
        List<String> lines = new ArrayList<>(of(report.facts()));
        notes.forEach(note -> lines.add("note: " + note));
        return lines;
    }

    /** Formats a plan, with columns as wide as their widest entry. */
    public static List<String> of(PlanTable table) {
        List<PlanTable.Row> rows = table.rows();
        int names = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        int values = rows.stream().mapToInt(row -> row.value().length()).max().orElse(0);
        String format = "%-" + (names + 2) + "s%-" + (values + 2) + "s%s";
        return rows.stream()
                .map(row -> format.formatted(row.name(), row.value(), row.why()).stripTrailing())
                .toList();
    }
}
