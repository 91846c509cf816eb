package ikat.app.training;

import ikat.app.engine.Rendering;
import ikat.app.engine.Workshop;
import ikat.app.failure.Sentence;
import ikat.app.progress.LiveLine;
import ikat.app.progress.WritingDisplay;
import ikat.app.report.CoverageSheet;
import ikat.app.report.Crop;
import ikat.app.report.ReportData;
import ikat.app.report.ReportPage;
import ikat.app.report.RunHistory;
import ikat.image.ExemplarFacts;
import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is made of a finished model: the rendering, and what the report shows of its textures. */
final class FinalPictures {

    private static final int CROP_PIXELS = 512;

    private final TrainingOrder order;
    private final BufferedImage crop;
    private final @Nullable CoverageSheet coverage;

    private FinalPictures(
            TrainingOrder order, BufferedImage crop, @Nullable CoverageSheet coverage) {
        this.order = order;
        this.crop = crop;
        this.coverage = coverage;
    }

    /** Writes the rendering. */
    static FinalPictures make(
            Workshop workshop, TextureModel model, TrainingOrder order, LiveLine line)
            throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        PixelRegion whole = new PixelRegion(0, 0, order.width(), order.height());
        WritingDisplay display = new WritingDisplay(line, System::nanoTime);
        try (Rendering rendering = workshop.open(model, threads, Workshop.FASTEST)) {
            PixelSource plane = rendering.plane(NoiseField.endless(model, 0));
            ImageFiles.write(
                    new OnDemandImage(plane, whole), order.files().rendering(), display::show);
            BufferedImage crop = Crop.of(plane, cropRegion(order.exemplars().facts(0)));
            line.keep();
            return new FinalPictures(order, crop, coverage(rendering, model, order, line));
        }
    }

    /** The model is written by now: a picture that has gone meanwhile costs this check only. */
    private static @Nullable CoverageSheet coverage(
            Rendering rendering, TextureModel model, TrainingOrder order, LiveLine line) {
        try {
            CoverageSheet sheet = CoverageSheet.of(rendering, model, order.exemplars());
            String label = "coverage";
            for (String text : sheet.lines()) {
                line.line(String.format(Locale.ROOT, "%-10s%s", label, text));
                label = "";
            }
            return sheet;
        } catch (UncheckedIOException e) {
            line.line("note: coverage was not checked: " + Sentence.of(e));
            return null;
        }
    }

    private static PixelRegion cropRegion(ExemplarFacts exemplar) {
        return new PixelRegion(
                0,
                0,
                Math.min(CROP_PIXELS, exemplar.width()),
                Math.min(CROP_PIXELS, exemplar.height()));
    }

    void writeReport(TextureModel model, RunHistory history, Duration elapsed) throws IOException {
        ReportData data =
                new ReportData(
                        order.exemplars(),
                        order.studied(),
                        order.table(),
                        model,
                        history,
                        crop,
                        coverage,
                        elapsed);
        ReportPage.write(data, order.files().report());
    }
}
