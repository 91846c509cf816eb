package ikat.service.train;

import ikat.analysis.PictureReport;
import ikat.train.TrainingPlan;
import java.util.List;
import java.util.Set;

/**
 * A plan in words.
 *
 * @param rows what is planned, in the order to be read
 */
public record PlanTable(List<Row> rows) {

    /**
     * One entry.
     *
     * @param name as the option
     * @param value with its unit
     * @param why where the value comes from or what it means
     */
    public record Row(String name, String value, String why) {}

    public PlanTable {
        rows = List.copyOf(rows);
    }

    /**
     * Puts a plan into words.
     *
     * @param given names of the settings that the user gave
     */
    public static PlanTable of(TrainingPlan plan, List<PictureReport> reports, Set<String> given) {
        return new PlanTable(new PlanWords(plan, reports, given).rows());
    }

    /** The table as lines of text in columns. */
    public List<String> lines() {
        int names = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        int values = rows.stream().mapToInt(row -> row.value().length()).max().orElse(0);
        String format = "%-" + (names + 2) + "s%-" + (values + 2) + "s%s";
        return rows.stream()
                .map(row -> format.formatted(row.name(), row.value(), row.why()).stripTrailing())
                .toList();
    }
}
