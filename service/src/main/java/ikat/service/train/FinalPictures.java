package ikat.service.train;

import ikat.image.ExemplarFacts;
import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.service.Rendering;
import ikat.service.Sentence;
import ikat.service.Workshop;
import ikat.service.report.CoverageSheet;
import ikat.service.report.Crop;
import ikat.service.report.ReportData;
import ikat.service.report.ReportPage;
import ikat.service.report.RunHistory;
import ikat.text.Fact;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Pictures of a finished model: the rendering, and those of its textures in the report. */
final class FinalPictures {

    private static final int CROP_PIXELS = 512;

    private final Training training;
    private final PixelRegion window;
    private final BufferedImage crop;
    private final @Nullable CoverageSheet coverage;

    private FinalPictures(
            Training training,
            PixelRegion window,
            BufferedImage crop,
            @Nullable CoverageSheet coverage) {
        this.training = training;
        this.window = window;
        this.crop = crop;
        this.coverage = coverage;
    }

    /** The size of the rendering, such as 1024x1024. */
    String size() {
        return window.width() + "x" + window.height();
    }

    /** Writes the rendering. */
    static FinalPictures make(
            Workshop workshop,
            TextureModel model,
            Training training,
            Consumer<Fact> notes,
            DoubleConsumer progress)
            throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        try (Rendering rendering = workshop.open(model, threads, Workshop.FASTEST)) {
            TrainingRequest request = training.request();
            Showcase whole = Showcase.ofAll(model, request.width(), request.height());
            PixelSource plane = rendering.plane(whole.field());
            ImageFiles.write(
                    new OnDemandImage(plane, whole.window()),
                    request.files().rendering(),
                    progress);
            BufferedImage crop = crop(rendering, model, training.pictures().facts().get(0));
            return new FinalPictures(
                    training, whole.window(), crop, coverage(rendering, model, training, notes));
        }
    }

    /** Since the model is already written, a picture that has disappeared costs only this check. */
    private static @Nullable CoverageSheet coverage(
            Rendering rendering, TextureModel model, Training training, Consumer<Fact> notes) {
        try {
            CoverageSheet sheet = CoverageSheet.of(rendering, model, training.exemplars());
            String label = "coverage";
            for (String text : sheet.lines()) {
                notes.accept(new Fact(label, text));
                label = "";
            }
            return sheet;
        } catch (UncheckedIOException e) {
            notes.accept(new Fact("note", "coverage was not checked: " + Sentence.of(e)));
            return null;
        }
    }

    /** As large as the picture beside which it is shown. */
    private static BufferedImage crop(
            Rendering rendering, TextureModel model, ExemplarFacts exemplar) {
        Showcase first =
                Showcase.ofFirst(
                        model,
                        Math.min(CROP_PIXELS, exemplar.width()),
                        Math.min(CROP_PIXELS, exemplar.height()));
        return Crop.of(rendering.plane(first.field()), first.window());
    }

    void writeReport(TextureModel model, RunHistory history, Duration elapsed) throws IOException {
        ReportData data =
                new ReportData(
                        training.exemplars(),
                        training.pictures().studied(),
                        training.table(),
                        model,
                        history,
                        crop,
                        model.spec().textures().isEmpty()
                                ? "Rendering"
                                : "Rendering of " + model.spec().textures().get(0).name(),
                        coverage,
                        elapsed);
        ReportPage.write(data, training.request().files().report());
    }
}
