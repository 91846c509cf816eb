package ikat.benchmarks;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.lab.samples.Sample;
import ikat.train.PlanFactory;
import ikat.train.PlanSettings;
import ikat.train.TrainingPlan;
import ikat.train.Width;
import java.util.List;

/** What all benchmarks train and render: the honeycomb sample with the default plan at a width. */
final class BenchmarkPlans {

    private BenchmarkPlans() {}

    static Exemplar honeycomb() {
        return Sample.HONEYCOMB.exemplar(512);
    }

    static TrainingPlan plan(Width width) {
        return PlanFactory.plan(
                List.of(PictureReport.of(honeycomb())), PlanSettings.NONE.withWidth(width));
    }
}
