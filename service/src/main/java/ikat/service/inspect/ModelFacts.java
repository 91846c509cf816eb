package ikat.service.inspect;

import ikat.image.Depth;
import ikat.model.MapKind;
import ikat.model.MaterialMaps;
import ikat.model.ModelSpec;
import ikat.model.NamedTexture;
import ikat.model.NoiseSpec;
import ikat.model.Provenance;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.text.Fact;
import ikat.text.FileSize;
import ikat.text.TimeText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Human-readable facts about a model. */
public final class ModelFacts {

    private static final int MOST_PICTURES = 9;
    private static final int MOST_LISTED = 40;

    private ModelFacts() {}

    /** All facts about a model that was read from a file. */
    public static List<Fact> of(Path file, TextureModel model) throws IOException {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("model", file.getFileName() + ", " + FileSize.of(file)));
        facts.addAll(shape(model));
        facts.addAll(textures(model.spec()));
        facts.add(new Fact("detail", detail(model)));
        maps(model).ifPresent(maps -> facts.add(new Fact("maps", maps)));
        facts.addAll(origin(model.provenance()));
        facts.addAll(recipe(model));
        repetition(model).ifPresent(options -> facts.add(new Fact("again", options)));
        return facts;
    }

    private static List<Fact> recipe(TextureModel model) {
        if (!"PUBLISHED".equals(model.plan().get("recipe"))) {
            return List.of();
        }
        List<?> departures =
                model.plan().get("departures") instanceof List<?> list ? list : List.of();
        String but =
                departures.isEmpty()
                        ? ""
                        : ", but for "
                                + departures.stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", "));
        return List.of(new Fact("recipe", "as published" + but));
    }

    /**
     * The options of a training that makes the same model of the same pictures, besides those that
     * were given; empty if the model does not tell, as it was resumed or of an earlier version.
     */
    public static Optional<String> repetition(TextureModel model) {
        long steps = model.provenance().steps();
        boolean counted =
                model.plan().get("steps") instanceof Number number && number.longValue() > 0;
        List<?> ticks = model.plan().get("ticks") instanceof List<?> list ? list : List.of();
        if (steps == 0 || (!counted && ticks.isEmpty())) {
            return Optional.empty();
        }
        String given = ticks.stream().map(String::valueOf).collect(Collectors.joining(","));
        return Optional.of("--steps " + steps + (ticks.isEmpty() ? "" : " --set ticks=" + given));
    }

    /** Where a model comes from: its pictures, its training and what it was made with. */
    public static List<Fact> origin(Provenance provenance) {
        List<Fact> facts = new ArrayList<>();
        List<Provenance.Picture> pictures = provenance.pictures();
        for (Provenance.Picture picture :
                pictures.subList(0, Math.min(MOST_PICTURES, pictures.size()))) {
            facts.add(
                    Fact.of(
                            "learned",
                            "%s, %dx%d px, sha256 %s...",
                            picture.name(),
                            picture.width(),
                            picture.height(),
                            picture.sha256().substring(0, 12)));
        }
        if (pictures.size() > MOST_PICTURES) {
            facts.add(new Fact("", "and " + (pictures.size() - MOST_PICTURES) + " more pictures"));
        }
        facts.add(
                Fact.of(
                        "training",
                        "%d steps in %s, seed %d, ended %s",
                        provenance.steps(),
                        TimeText.format(provenance.trainingTime()),
                        provenance.seed(),
                        provenance.created()));
        facts.add(
                Fact.of(
                        "made with",
                        "ikat %s, %s, java %s",
                        provenance.ikatVersion(),
                        provenance.engine(),
                        provenance.javaVersion()));
        String note = provenance.licenceNote();
        if (note != null) {
            facts.add(new Fact("licence", note));
        }
        return facts;
    }

    private static String detail(TextureModel model) {
        Weave weave = model.weave();
        if (weave == null) {
            return "of the network; no pictures to weave from";
        }
        return "woven %s, from 1/%d of the size, from %s"
                .formatted(
                        weave.standard() ? "by default" : "on demand",
                        1 << weave.start(),
                        weave.sources().stream()
                                .map(Weave.Source::picture)
                                .map(picture -> picture.width() + "x" + picture.height() + " px")
                                .distinct()
                                .collect(Collectors.joining(", ")));
    }

    /** The maps of the material, such as {@code normal (8 bits, green up), height (16 bits)}. */
    private static Optional<String> maps(TextureModel model) {
        Weave weave = model.weave();
        if (weave == null || weave.maps().kinds().isEmpty()) {
            return Optional.empty();
        }
        MaterialMaps maps = weave.maps();
        String green = maps.greenDown() ? ", green down" : ", green up";
        return Optional.of(
                maps.kinds().stream()
                        .map(
                                kind ->
                                        "%s (%s%s)"
                                                .formatted(
                                                        kind.word(),
                                                        words(maps.depth(kind)),
                                                        kind == MapKind.NORMAL ? green : ""))
                        .collect(Collectors.joining(", ")));
    }

    private static String words(Depth depth) {
        return switch (depth) {
            case EIGHT -> "8 bits";
            case SIXTEEN -> "16 bits";
            case FLOAT -> "float";
        };
    }

    private static List<Fact> shape(TextureModel model) {
        ModelSpec spec = model.spec();
        NoiseSpec noise = spec.noise();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("colours", spec.colourChannels() == 1 ? "grey" : "colour"));
        facts.add(
                Fact.of(
                        "noise",
                        "%d local, %d global channels, %d waves, %d overtones%s%s; one cell is %d"
                                + " px",
                        noise.localChannels(),
                        noise.globalChannels(),
                        noise.waves(),
                        noise.overtones().size(),
                        into(noise),
                        fine(noise),
                        spec.cellPixels()));
        facts.add(
                Fact.of(
                        "generator",
                        "%s channels, %,d parameters",
                        channels(spec),
                        parameters(model)));
        List<WavePeriod> waves = WavePeriod.of(model);
        if (!waves.isEmpty()) {
            facts.add(
                    new Fact(
                            "periods",
                            waves.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        return facts;
    }

    /** The channels of fresh noise that later stages take, if any. */
    private static String fine(NoiseSpec noise) {
        return noise.fineChannels().stream().allMatch(channels -> channels == 0)
                ? ""
                : noise.fineChannels().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ", ", fresh noise into later stages ", ""));
    }

    /** Where the waves enter, if not with the rest of the noise. */
    private static String into(NoiseSpec noise) {
        boolean published = noise.waveStages().equals(List.of(0));
        return published
                ? ""
                : noise.waveStages().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" and ", " into stages ", ""));
    }

    /** The textures of the model: one fact with the names, and one for each picture with places. */
    private static List<Fact> textures(ModelSpec spec) {
        List<Fact> facts = new ArrayList<>();
        if (spec.picturePixels() > 0) {
            String side = spec.picturePixels() + "x" + spec.picturePixels();
            facts.add(new Fact("pictures", "of " + side + " px only, each from one cell"));
        }
        if (spec.noise().globalChannels() == 0) {
            return facts;
        }
        List<NamedTexture> textures = spec.textures();
        if (textures.isEmpty()) {
            facts.add(new Fact("textures", "without names: random:1, random:2, ..."));
            return facts;
        }
        int more = textures.size() - MOST_LISTED;
        facts.add(
                new Fact(
                        "textures",
                        textures.stream()
                                        .limit(MOST_LISTED)
                                        .map(NamedTexture::name)
                                        .collect(Collectors.joining(", "))
                                + (more > 0 ? " and " + more + " more (--json lists all)" : "")));
        textures.stream()
                .limit(MOST_LISTED)
                .filter(NamedTexture::hasPlaces)
                .forEach(texture -> facts.add(new Fact("places", places(texture))));
        return facts;
    }

    private static String places(NamedTexture texture) {
        return "%s@0,0 to %s@%d,%d (%dx%d codes)"
                .formatted(
                        texture.name(),
                        texture.name(),
                        texture.width() - 1,
                        texture.height() - 1,
                        texture.columns(),
                        texture.rows());
    }

    private static String channels(ModelSpec spec) {
        return spec.noise().channels()
                + spec.stages().stream()
                        .map(Stage::outChannels)
                        .map(channels -> "-" + channels)
                        .collect(Collectors.joining());
    }

    static long parameters(TextureModel model) {
        return model.weights().asMap().values().stream()
                .mapToLong(weight -> weight.values().length)
                .sum();
    }
}
