package ikat.torch;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.samples.Sample;
import ikat.train.PlanFactory;
import ikat.train.PlanSettings;
import ikat.train.TrainingPlan;
import ikat.train.Width;
import java.awt.image.BufferedImage;
import java.util.List;

/** What all benchmarks train and render: the honeycomb sample with the default plan at a width. */
final class BenchmarkPlans {

    private BenchmarkPlans() {}

    static Exemplar honeycomb() {
        BufferedImage picture = Sample.HONEYCOMB.paint(512, Sample.DEFAULT_SEED);
        int size = 512 * 512;
        float[] pixels = new float[3 * size];
        for (int i = 0; i < size; i++) {
            int rgb = picture.getRGB(i % 512, i / 512);
            for (int c = 0; c < 3; c++) {
                pixels[c * size + i] = (rgb >> 16 - 8 * c & 255) / 127.5f - 1;
            }
        }
        return new Exemplar("honeycomb.png", "0".repeat(64), 3, 512, 512, pixels, List.of());
    }

    static TrainingPlan plan(Width width) {
        return PlanFactory.plan(
                List.of(PictureReport.of(honeycomb())), PlanSettings.NONE.withWidth(width));
    }
}
