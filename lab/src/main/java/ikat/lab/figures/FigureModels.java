package ikat.lab.figures;

import ikat.cli.terminal.LiveLine;
import ikat.cli.terminal.ScanDisplay;
import ikat.cli.terminal.TrainingDisplay;
import ikat.image.ExemplarFacts;
import ikat.image.Exemplars;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.service.Rendering;
import ikat.service.Workshop;
import ikat.service.report.Crop;
import ikat.service.train.MapChoice;
import ikat.service.train.PictureScan;
import ikat.service.train.TrainingPictures;
import ikat.texture.GlobalField;
import ikat.train.Intake;
import ikat.train.Layout;
import ikat.train.Noise;
import ikat.train.PlanFactory;
import ikat.train.PlanSettings;
import ikat.train.Shape;
import ikat.train.TrainingJob;
import ikat.train.TrainingPlan;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Cache of the models for figures: each is trained once and kept on disk, so that a figure can be
 * redrawn in seconds and figures can share a model.
 */
final class FigureModels {

    /**
     * A trained model and its exemplars.
     *
     * @param model the trained texture
     * @param exemplars what it was trained on
     */
    record Learned(TextureModel model, Exemplars exemplars) {}

    private static final long SEED = 0;

    private final Workshop workshop;
    private final LiveLine line;
    private final Path folder;
    private final PlanSettings given;
    private final Sheet.Shown shown;

    /**
     * @param folder in which models are kept
     * @param given settings of every training
     * @param shown which pictures the figures' sheets show
     */
    FigureModels(
            Workshop workshop, LiveLine line, Path folder, PlanSettings given, Sheet.Shown shown) {
        this.workshop = workshop;
        this.line = line;
        this.folder = folder;
        this.given = given;
        this.shown = shown;
    }

    /**
     * A method's model of the pictures, read from disk if it was trained with the same settings
     * before.
     */
    Learned of(Method method, List<Path> pictures) throws IOException {
        ScanDisplay scan = new ScanDisplay(line, System::nanoTime);
        PlanSettings settings = given.with(method.settings());
        TrainingPictures all =
                PictureScan.read(pictures, List.of(), MapChoice.NONE, Intake.NONE, scan);
        int side = all.commonSide();
        TrainingPlan wide = PlanFactory.plan(all.set(side), settings);
        TrainingPictures used = all.holding(wide.crops().patchPixels(), scan);
        TrainingPlan plan = PlanFactory.plan(used.set(side), settings);
        Path file = folder.resolve(name(method, used, plan));
        if (Files.exists(file)) {
            line.line("using " + file);
            return new Learned(TextureModel.read(file), used.exemplars());
        }
        line.line("training " + method.title() + " for " + file);
        TrainingDisplay display = new TrainingDisplay(line, System::nanoTime);
        TextureModel model =
                workshop.trainer().train(TrainingJob.of(used.exemplars(), plan), display);
        line.keep();
        model.write(file);
        return new Learned(model, used.exemplars());
    }

    /** An empty sheet for a figure. */
    Sheet sheet() {
        return new Sheet(shown);
    }

    /** Opens a model on the fastest engine. */
    Rendering open(TextureModel model) {
        return workshop.open(model, Runtime.getRuntime().availableProcessors(), Workshop.FASTEST);
    }

    /** Renders a field of textures. */
    static BufferedImage paint(
            Rendering rendering, TextureModel model, GlobalField field, int width, int height) {
        NoiseField noise = new NoiseField(model, SEED, field, Boundary.ENDLESS);
        return Crop.of(rendering.plane(noise), new PixelRegion(0, 0, width, height));
    }

    /** Renders a model's first or only texture. */
    static BufferedImage paint(Rendering rendering, TextureModel model, int width, int height) {
        NoiseField noise = NoiseField.endless(model, SEED);
        return Crop.of(rendering.plane(noise), new PixelRegion(0, 0, width, height));
    }

    /** A file name determined by the method, pictures and plan. */
    private static String name(Method method, TrainingPictures pictures, TrainingPlan plan) {
        String learned =
                plan.toJson()
                        + pictures.facts().stream()
                                .map(ExemplarFacts::sha256)
                                .collect(Collectors.joining());
        UUID key = UUID.nameUUIDFromBytes(learned.getBytes(StandardCharsets.UTF_8));
        return method.name().toLowerCase(Locale.ROOT)
                + "-"
                + key.toString().substring(0, 8)
                + ".safetensors";
    }

    /** The methods that the figures compare. */
    enum Method {
        /** A picture of fixed size from one cell (Radford et al. 2015). */
        DCGAN("DCGAN"),
        /** Local noise only (Jetchev et al. 2016). */
        SGAN("SGAN"),
        /** Local, global and periodic noise (Bergmann et al. 2017). */
        PSGAN("PSGAN");

        private final String title;

        Method(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        /** The settings that select the method. */
        PlanSettings settings() {
            if (this == PSGAN) {
                return PlanSettings.NONE;
            }
            PlanSettings local =
                    PlanSettings.NONE.with(Noise.WAVES, 0).with(Noise.GLOBAL_CHANNELS, 0);
            return this == DCGAN ? local.with(Shape.LAYOUT, Layout.ONE_CELL) : local;
        }
    }
}
