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
}
