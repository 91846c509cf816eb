package ikat.service.train;

import ikat.image.ExemplarFacts;
import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.service.Rendering;
import ikat.service.Sentence;
import ikat.service.report.CoverageSheet;
import ikat.service.report.Crop;
import ikat.service.report.ReportData;
import ikat.service.report.ReportPage;
import ikat.service.report.RunHistory;
import ikat.text.Fact;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of a finished model: the rendering, and those of its textures in the report.
 *
 * @param notes receives facts about the result
 */
record FinalPictures(
        Rendering rendering, TextureModel model, Training training, Consumer<Fact> notes) {

    private static final int CROP_PIXELS = 512;

    /**
     * Writes the rendering and, where it was requested, the report.
     *
     * @return the size of the rendering, such as 1024x1024
     */
    String write(RunHistory history, DoubleConsumer progress) throws IOException {
        TrainingRequest request = training.request();
        Showcase whole = Showcase.ofAll(model, request.width(), request.height());
        PixelRegion window = whole.window();
        ImageFiles.write(
                new OnDemandImage(rendering.plane(whole.field()), window),
                request.files().rendering(),
                progress);
        CoverageSheet coverage = coverage();
        if (request.report() == TrainingRequest.Report.HTML) {
            ReportPage.write(data(history, coverage), request.files().report());
        }
        return window.width() + "x" + window.height();
    }

    /** Since the model is already written, a picture that has disappeared costs only this check. */
    private @Nullable CoverageSheet coverage() {
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

    private ReportData data(RunHistory history, @Nullable CoverageSheet coverage) {
        return new ReportData(
                training.exemplars(),
                training.pictures().studied(),
                training.table(),
                model,
                history,
                crop(training.pictures().facts().get(0)),
                model.spec().textures().isEmpty()
                        ? "Rendering"
                        : "Rendering of " + model.spec().textures().get(0).name(),
                coverage,
                training.elapsed());
    }

    /** As large as the picture beside which it is shown. */
    private BufferedImage crop(ExemplarFacts exemplar) {
        Showcase first =
                Showcase.ofFirst(
                        model,
                        Math.min(CROP_PIXELS, exemplar.width()),
                        Math.min(CROP_PIXELS, exemplar.height()));
        return Crop.of(rendering.plane(first.field()), first.window());
    }
}
