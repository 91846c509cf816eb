package ikat.lab.figures;

import ikat.image.Exemplar;
import ikat.lab.compare.Comparison;
import ikat.lab.compare.ComparisonRun;
import ikat.lab.compare.Trial;
import ikat.lab.compare.TrialText;
import ikat.lab.figures.FigureModels.Learned;
import ikat.lab.figures.FigureModels.Method;
import ikat.lab.method.Effort;
import ikat.lab.method.Gan;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.TextureMethod;
import ikat.lab.method.TrainedTexture;
import ikat.service.report.Crop;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The papers' comparison of methods (Bergmann et al. 2017, figure 7), a row for each picture, with
 * this project's own as the last column and the figures of each below it. The trained ones are
 * models of {@link FigureModels}; the others work when the figure is drawn.
 */
final class SevenMethods {

    private static final int COLUMN = 256;

    /** Side of the largest picture that is made and scored; a column shows its middle. */
    private static final int LARGEST_MADE = 512;

    private SevenMethods() {}

    static BufferedImage draw(FigureModels models, List<Path> pictures, int side)
            throws IOException {
        Sheet sheet = models.sheet();
        int made = Math.min(LARGEST_MADE, 2 * side);
        for (Path picture : pictures) {
            row(models, picture, made, sheet);
            sheet.newRow();
        }
        return sheet.draw();
    }

    private static void row(FigureModels models, Path picture, int side, Sheet sheet)
            throws IOException {
        int column = Math.min(COLUMN, side);
        List<Path> one = List.of(picture);
        Learned ours = models.of(Method.PSGAN, one);
        Exemplar exemplar = ours.exemplars().get(0);
        sheet.addExemplar(Crop.middle(exemplar, column), "the picture");
        List<TextureMethod> methods = new ArrayList<>(models.others());
        for (Gan gan : List.of(Gan.DCGAN, Gan.SGAN, Gan.PSGAN)) {
            methods.add(new Column(gan.title(), models.published(gan, one)));
        }
        methods.add(new Column("Ikat", ours));
        for (TextureMethod method : methods) {
            Trial trial = trial(models, exemplar, side, method);
            if (trial.outcome() instanceof Trial.Made made) {
                sheet.add(shown(made.pictures().get(0), column), caption(method, made));
            } else if (trial.outcome() instanceof Trial.Failed failed) {
                models.tell(method.title() + " made no picture: " + failed.why());
            }
        }
    }

    private static Trial trial(
            FigureModels models, Exemplar exemplar, int side, TextureMethod method)
            throws IOException {
        models.tell("making and scoring: " + method.title());
        int threads = Runtime.getRuntime().availableProcessors();
        Comparison.Task task =
                new Comparison.Task(exemplar, side, side, 0, 1, Duration.ofMinutes(1), threads);
        return new ComparisonRun(task, models.scoring(exemplar), done -> {}, Silent.INSTANCE)
                .of(List.of(method), () -> false)
                .trials()
                .get(0);
    }

    private static BufferedImage shown(Exemplar picture, int column) {
        return Crop.middle(picture, Math.min(column, Math.min(picture.width(), picture.height())));
    }

    private static String[] caption(TextureMethod method, Trial.Made made) {
        List<String> lines = new ArrayList<>();
        lines.add(method.title());
        lines.add(
                method instanceof Column trained
                        ? trained.learned().effort()
                        : "ready in " + TrialText.time(made.preparing()));
        lines.addAll(TrialText.caption(made));
        return lines.toArray(String[]::new);
    }

    /** A trained model as a method that has nothing left to learn. */
    private record Column(String title, Learned learned) implements TextureMethod {

        @Override
        public String name() {
            return title;
        }

        @Override
        public String source() {
            return learned.effort();
        }

        @Override
        public LearnedTexture learn(Exemplar exemplar, Effort effort, long seed) {
            return new TrainedTexture(exemplar.name(), learned.model(), effort);
        }
    }

    private enum Silent implements ComparisonRun.Listener {
        INSTANCE;

        @Override
        public void began(int done, TextureMethod method, String stage) {
            // The figure tells of each method itself.
        }

        @Override
        public void tried(Trial trial) {
            // Its figures stand in the caption.
        }
    }
}
