package ikat.service.report;

import ikat.image.Exemplars;
import ikat.model.TextureModel;
import ikat.service.train.PlanTable;
import ikat.service.train.TrainingPictures.Studied;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a report.
 *
 * @param exemplars the pictures learned
 * @param studied findings on the pictures that were analysed
 * @param table the plan in words
 * @param model the result
 * @param history of the training
 * @param rendering a piece of the rendering, as large as the first exemplar, at most 512 px a side
 * @param rendered what the piece shows, for its caption
 * @param coverage of the named textures, or null if it could not be checked
 * @param elapsed time of the whole run
 */
public record ReportData(
        Exemplars exemplars,
        List<Studied> studied,
        PlanTable table,
        TextureModel model,
        RunHistory history,
        BufferedImage rendering,
        String rendered,
        @Nullable CoverageSheet coverage,
        Duration elapsed) {}
