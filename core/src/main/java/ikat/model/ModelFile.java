package ikat.model;

import ikat.text.Checks;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** Mapping between a model and the metadata and tensors of a safetensors file. */
final class ModelFile {

    private static final String FORMAT = "format";
    private static final String FORMAT_NAME = "ikat-texture";
    private static final String VERSION = "format_version";
    private static final String CURRENT_VERSION = "1";
    private static final String SPEC = "spec";
    private static final String PLAN = "plan";
    private static final String PROVENANCE = "provenance";

    private ModelFile() {}

    static Safetensors contentOf(TextureModel model) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(FORMAT, FORMAT_NAME);
        metadata.put(VERSION, CURRENT_VERSION);
        metadata.put(SPEC, ModelJson.write(model.spec()));
        metadata.put(PLAN, ModelJson.write(model.plan()));
        metadata.put(PROVENANCE, ModelJson.write(model.provenance()));
        Map<String, Weight> ordered = new LinkedHashMap<>();
        for (String name : Weights.shapesOf(model.spec()).keySet()) {
            ordered.put(name, model.weights().get(name));
        }
        return new Safetensors(ordered, metadata);
    }

    static TextureModel modelOf(Safetensors content, Path file) throws ModelFormatException {
        Map<String, String> metadata = content.metadata();
        checkFormat(metadata, file);
        try {
            checkVersion(part(metadata, VERSION));
            return new TextureModel(
                    ModelJson.read(SPEC, part(metadata, SPEC), new TypeReference<ModelSpec>() {}),
                    Weights.of(content.tensors()),
                    ModelJson.read(
                            PLAN,
                            part(metadata, PLAN),
                            new TypeReference<Map<String, Object>>() {}),
                    ModelJson.read(
                            PROVENANCE,
                            part(metadata, PROVENANCE),
                            new TypeReference<Provenance>() {}));
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(file + ": " + e.getMessage(), e);
        }
    }

    private static void checkFormat(Map<String, String> metadata, Path file)
            throws ModelFormatException {
        String format = metadata.get(FORMAT);
        if (!FORMAT_NAME.equals(format)) {
            String why =
                    format == null
                            ? "its metadata lacks `" + FORMAT + "`"
                            : "its `" + FORMAT + "` is " + Excerpt.of(format);
            throw new ModelFormatException(
                    file + " is a safetensors file but not an Ikat model; " + why);
        }
    }

    private static void checkVersion(String version) {
        if (version.equals(CURRENT_VERSION)) {
            return;
        }
        boolean newer = version.matches("[1-9][0-9]{0,8}");
        throw new IllegalArgumentException(
                "%s is %s, but this Ikat reads %s%s"
                        .formatted(
                                VERSION,
                                Excerpt.of(version),
                                CURRENT_VERSION,
                                newer ? "; a newer Ikat wrote the file and reads it" : ""));
    }

    private static String part(Map<String, String> metadata, String name) {
        return Checks.present("`" + name + "` of the metadata", metadata.get(name));
    }
}
