package ikat.service.inspect;

import ikat.model.ModelSpec;
import ikat.model.NoiseSpec;
import ikat.model.Provenance;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.text.FileSize;
import ikat.text.TimeText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a model is, in words. */
public final class ModelText {

    private static final int MOST_PICTURES = 9;

    private ModelText() {}

    /** Aligned lines about a model that was read from a file. */
    public static List<String> lines(Path file, TextureModel model) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(row("model", file.getFileName() + ", " + FileSize.of(file)));
        lines.addAll(shape(model));
        lines.addAll(TextureText.lines(model.spec()));
        lines.addAll(origin(model.provenance()));
        return lines;
    }

    /** The lines about where a model comes from. */
    public static List<String> origin(Provenance provenance) {
        List<String> lines = new ArrayList<>();
        List<Provenance.Picture> pictures = provenance.pictures();
        for (Provenance.Picture picture :
                pictures.subList(0, Math.min(MOST_PICTURES, pictures.size()))) {
            lines.add(
                    row(
                            "learned",
                            "%s, %dx%d px, sha256 %s..."
                                    .formatted(
                                            picture.name(),
                                            picture.width(),
                                            picture.height(),
                                            picture.sha256().substring(0, 12))));
        }
        if (pictures.size() > MOST_PICTURES) {
            lines.add(row("", "and " + (pictures.size() - MOST_PICTURES) + " more pictures"));
        }
        lines.add(
                row(
                        "training",
                        "%d steps in %s, seed %d, ended %s"
                                .formatted(
                                        provenance.steps(),
                                        TimeText.format(provenance.trainingTime()),
                                        provenance.seed(),
                                        provenance.created())));
        lines.add(
                row(
                        "made with",
                        "ikat %s, %s, java %s"
                                .formatted(
                                        provenance.ikatVersion(),
                                        provenance.engine(),
                                        provenance.javaVersion())));
        String note = provenance.licenceNote();
        if (note != null) {
            lines.add(row("licence", note));
        }
        return lines;
    }

    private static List<String> shape(TextureModel model) {
        ModelSpec spec = model.spec();
        NoiseSpec noise = spec.noise();
        List<String> lines = new ArrayList<>();
        lines.add(row("colours", spec.colourChannels() == 1 ? "grey" : "colour"));
        lines.add(
                row(
                        "noise",
                        "%d local, %d global channels, %d waves, %d overtones%s; one cell is %d px"
                                .formatted(
                                        noise.localChannels(),
                                        noise.globalChannels(),
                                        noise.waves(),
                                        noise.overtones().size(),
                                        into(noise),
                                        spec.cellPixels())));
        lines.add(
                row(
                        "generator",
                        "%s channels, %s parameters"
                                .formatted(
                                        channels(spec),
                                        String.format(Locale.ROOT, "%,d", parameters(model)))));
        List<WaveText.Wave> waves = WaveText.of(model);
        if (!waves.isEmpty()) {
            lines.add(
                    row(
                            "periods",
                            waves.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        return lines;
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

    static String row(String label, String value) {
        return String.format(Locale.ROOT, "%-10s%s", label, value);
    }
}
