package ikat.lab.figures;

import ikat.cli.terminal.LiveLine;
import ikat.cli.terminal.ScanDisplay;
import ikat.cli.terminal.TrainingDisplay;
import ikat.image.Exemplar;
import ikat.image.ExemplarFacts;
import ikat.image.Exemplars;
import ikat.image.PixelRegion;
import ikat.lab.method.Gan;
import ikat.lab.method.TextureMethod;
import ikat.model.Provenance;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.service.Rendering;
import ikat.service.Scoring;
import ikat.service.Workshop;
import ikat.service.report.Crop;
import ikat.service.train.MapChoice;
import ikat.service.train.PictureScan;
import ikat.service.train.TrainingPictures;
import ikat.text.TimeText;
import ikat.texture.GlobalField;
import ikat.train.Intake;
import ikat.train.Noise;
import ikat.train.PlanFactory;
import ikat.train.PlanSettings;
import ikat.train.Recipe;
import ikat.train.Shape;
import ikat.train.Technique;
import ikat.train.TrainingJob;
import ikat.train.TrainingPlan;
import ikat.train.Width;
import ikat.weave.Detail;
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
    record Learned(TextureModel model, Exemplars exemplars) {

        /** Such as {@code Ikat's recipe, live, 952 steps in 8m 0s}. */
        String effort() {
            boolean published =
                    model.plan().get("recipe") instanceof String recipe
                            && recipe.equals("published");
            Provenance provenance = model.provenance();
            return String.format(
                    Locale.ROOT,
                    "%s, %s, %,d steps in %s",
                    published ? "published recipe" : "Ikat's recipe",
                    model.plan().get("width"),
                    provenance.steps(),
                    TimeText.format(provenance.trainingTime()));
        }
    }

    private static final long SEED = 0;

    private final Workshop workshop;
    private final LiveLine line;
    private final Path folder;
    private final PlanSettings given;
    private final Sheet.Shown shown;
    private final List<TextureMethod> others;

    /**
     * @param folder in which models are kept
     * @param given settings of every training
     * @param shown which pictures the figures' sheets show
     * @param others methods that are not trained
     */
    FigureModels(
            Workshop workshop,
            LiveLine line,
            Path folder,
            PlanSettings given,
            Sheet.Shown shown,
            List<TextureMethod> others) {
        this.workshop = workshop;
        this.line = line;
        this.folder = folder;
        this.given = given;
        this.shown = shown;
        this.others = List.copyOf(others);
    }

    /**
     * A method's model of the pictures, read from disk if it was trained with the same settings
     * before.
     */
    Learned of(Method method, List<Path> pictures) throws IOException {
        return of(method.name(), given.with(method.settings()), pictures);
    }

    /** The model of a published method, whatever recipe is given, at a width that a CPU trains. */
    Learned published(Gan gan, List<Path> pictures) throws IOException {
        PlanSettings narrow =
                given.has(Shape.GENERATOR_CHANNELS)
                        ? PlanSettings.NONE
                        : PlanSettings.NONE.with(TrainingPlan.WIDTH, Width.LIVE);
        PlanSettings settings = narrow.with(gan.settings()).with(given);
        return of(gan.title(), settings.with(Technique.RECIPE, Recipe.PUBLISHED), pictures);
    }

    private Learned of(String method, PlanSettings settings, List<Path> pictures)
            throws IOException {
        ScanDisplay scan = new ScanDisplay(line, System::nanoTime);
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
        line.line("training " + method + " for " + file);
        TrainingDisplay display = new TrainingDisplay(line, System::nanoTime);
        TextureModel model =
                workshop.trainer().train(TrainingJob.of(used.exemplars(), plan), display);
        line.keep();
        if (plan.technique().recipe() == Recipe.IKAT) {
            model = woven(model, used.exemplars());
        }
        model.write(file);
        return new Learned(model, used.exemplars());
    }

    private TextureModel woven(TextureModel model, Exemplars exemplars) {
        line.line("learning how to weave");
        return workshop.weave(model, exemplars, 0, () -> false, note -> {})
                .map(model::withWeave)
                .orElse(model);
    }

    /** The methods that are not trained. */
    List<TextureMethod> others() {
        return others;
    }

    /** What a picture's pictures are scored by. */
    Scoring scoring(Exemplar exemplar) {
        return workshop.scoring(exemplar);
    }

    /** Tells of something on the terminal. */
    void tell(String text) {
        line.line(text);
    }

    /** An empty sheet for a figure. */
    Sheet sheet() {
        return new Sheet(shown);
    }

    /** Opens a model on the fastest engine, with the detail that it shows by default. */
    Rendering open(TextureModel model) {
        return open(model, Detail.of(model));
    }

    /** Opens a model on the fastest engine. */
    Rendering open(TextureModel model, Detail detail) {
        int threads = Runtime.getRuntime().availableProcessors();
        return workshop.open(model, threads, Workshop.FASTEST, detail);
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
    private static String name(String method, TrainingPictures pictures, TrainingPlan plan) {
        String learned =
                plan.toJson()
                        + pictures.facts().stream()
                                .map(ExemplarFacts::sha256)
                                .collect(Collectors.joining());
        UUID key = UUID.nameUUIDFromBytes(learned.getBytes(StandardCharsets.UTF_8));
        return method.toLowerCase(Locale.ROOT)
                + "-"
                + key.toString().substring(0, 8)
                + ".safetensors";
    }

    /** The parts of a recipe that figures show apart. */
    enum Method {
        /** Local noise only (Jetchev et al. 2016). */
        SGAN,
        /** Local, global and periodic noise (Bergmann et al. 2017). */
        PSGAN;

        /** The settings that select the method. */
        PlanSettings settings() {
            return this == PSGAN
                    ? PlanSettings.NONE
                    : PlanSettings.NONE.with(Noise.WAVES, 0).with(Noise.GLOBAL_CHANNELS, 0);
        }
    }
}
