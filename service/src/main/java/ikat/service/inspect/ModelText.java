package ikat.service.inspect;

import ikat.model.ModelSpec;
import ikat.model.NoiseSpec;
import ikat.model.Provenance;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.text.Fact;
import ikat.text.FileSize;
import ikat.text.TimeText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a model is, as facts for a person. */
public final class ModelText {

    private static final int MOST_PICTURES = 9;

    private ModelText() {}

    /** All facts about a model that was read from a file. */
    public static List<Fact> facts(Path file, TextureModel model) throws IOException {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("model", file.getFileName() + ", " + FileSize.of(file)));
        facts.addAll(shape(model));
        facts.addAll(TextureText.facts(model.spec()));
        facts.addAll(origin(model.provenance()));
        return facts;
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

    private static List<Fact> shape(TextureModel model) {
        ModelSpec spec = model.spec();
        NoiseSpec noise = spec.noise();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("colours", spec.colourChannels() == 1 ? "grey" : "colour"));
        facts.add(
                Fact.of(
                        "noise",
                        "%d local, %d global channels, %d waves, %d overtones%s; one cell is %d px",
                        noise.localChannels(),
                        noise.globalChannels(),
                        noise.waves(),
                        noise.overtones().size(),
                        into(noise),
                        spec.cellPixels()));
        facts.add(
                Fact.of(
                        "generator",
                        "%s channels, %,d parameters",
                        channels(spec),
                        parameters(model)));
        List<WaveText.Wave> waves = WaveText.of(model);
        if (!waves.isEmpty()) {
            facts.add(
                    new Fact(
                            "periods",
                            waves.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        return facts;
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
