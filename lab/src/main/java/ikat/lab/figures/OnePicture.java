package ikat.lab.figures;

import ikat.lab.figures.FigureModels.Learned;
import ikat.lab.figures.FigureModels.Method;
import ikat.model.ModelSpec;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.noise.WaveVectors;
import ikat.service.Rendering;
import ikat.service.report.Crop;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures of models trained on one picture each. */
final class OnePicture {

    private static final int LARGEST_WAVES = 512;

    private OnePicture() {}

    static BufferedImage endless(FigureModels models, List<Path> pictures, int side)
            throws IOException {
        Sheet sheet = models.sheet();
        Learned learned = models.of(Method.PSGAN, pictures.subList(0, 1));
        TextureModel model = learned.model();
        sheet.addExemplar(Crop.middle(learned.exemplars().get(0), side), "the picture");
        try (Rendering rendering = models.open(model)) {
            sheet.add(
                    FigureModels.paint(rendering, model, 2 * side, side),
                    "a part of the endless one",
                    learned.effort());
        }
        return sheet.draw();
    }

    static BufferedImage waves(FigureModels models, List<Path> pictures, int side)
            throws IOException {
        Sheet sheet = models.sheet();
        for (Path picture : pictures) {
            Learned learned = models.of(Method.PSGAN, List.of(picture));
            if (learned.model().spec().noise().waves() > 0) {
                addWaves(sheet, models, learned, Math.min(side, LARGEST_WAVES));
                sheet.newRow();
            }
        }
        return sheet.draw();
    }

    private static void addWaves(Sheet sheet, FigureModels models, Learned learned, int side)
            throws IOException {
        TextureModel model = learned.model();
        ModelSpec spec = model.spec();
        WaveVectors before = start(model);
        WaveVectors after = WaveVectors.of(spec, model.weights(), new float[0]);
        sheet.add(
                WaveDrawing.arrows(before, after, side, 1.2 * longest(before, after)),
                "K before (grey) and after: " + periods(before, after, spec.cellPixels()));
        try (Rendering rendering = models.open(model)) {
            BufferedImage plain = FigureModels.paint(rendering, model, side, side);
            BufferedImage crossed = FigureModels.paint(rendering, model, side, side);
            WaveDrawing.crests(crossed, NoiseField.endless(model, 0), after, spec.cellPixels());
            sheet.add(plain, "the texture", learned.effort());
            sheet.add(crossed, "the crests of its waves over it");
        }
    }

    private static double longest(WaveVectors before, WaveVectors after) {
        double longest = 0;
        for (int w = 0; w < after.count(); w++) {
            longest = Math.max(longest, Math.hypot(before.x()[w], before.y()[w]));
            longest = Math.max(longest, Math.hypot(after.x()[w], after.y()[w]));
        }
        return longest;
    }

    private static String periods(WaveVectors before, WaveVectors after, int cell) {
        StringBuilder text = new StringBuilder();
        for (int w = 0; w < after.count(); w++) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%s%.1f \u2192 %.1f px",
                            w == 0 ? "" : ", ",
                            period(before, w, cell),
                            period(after, w, cell)));
        }
        return text.toString();
    }

    private static double period(WaveVectors waves, int w, int cell) {
        return 2 * Math.PI * cell / Math.hypot(waves.x()[w], waves.y()[w]);
    }

    /** The initial wave vectors of a model's training, according to its plan. */
    private static WaveVectors start(TextureModel model) {
        int waves = model.spec().noise().waves();
        double turn = 2 * Math.PI * model.spec().cellPixels();
        double[] x = new double[waves];
        double[] y = new double[waves];
        if (model.plan().get("waves") instanceof List<?> list) {
            for (int w = 0; w < Math.min(waves, list.size()); w++) {
                x[w] = turn * number(list.get(w), "x");
                y[w] = turn * number(list.get(w), "y");
            }
        }
        return new WaveVectors(x, y);
    }

    private static double number(Object frequency, String name) {
        return frequency instanceof Map<?, ?> map && map.get(name) instanceof Number number
                ? number.doubleValue()
                : 0;
    }
}
