package ikat.app.report;

import ikat.analysis.PictureReport;
import ikat.app.plan.PlanTable;
import ikat.image.Exemplar;
import ikat.model.TextureModel;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;

/**
 * What a report tells.
 *
 * @param exemplars the pictures learned
 * @param reports what was found in them
 * @param table the plan in words
 * @param model the result
 * @param history of the training
 * @param rendering a piece of the rendering, as large as the first exemplar, at most 512 px a side
 * @param elapsed time of the whole run
 */
public record ReportData(
        List<Exemplar> exemplars,
        List<PictureReport> reports,
        PlanTable table,
        TextureModel model,
        RunHistory history,
        BufferedImage rendering,
        Duration elapsed) {}
