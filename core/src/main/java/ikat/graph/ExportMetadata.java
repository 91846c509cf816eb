package ikat.graph;

import ikat.model.ModelJson;
import ikat.model.ModelSpec;
import ikat.model.TextureModel;
import ikat.noise.WaveVectors;
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What another program must know to use an exported graph, as texts by name: {@code format}, {@code
 * noise} with the recipe, {@code textures} with the vector and the wave vectors of each name,
 * {@code spec} and {@code provenance} as in the model's own file.
 */
final class ExportMetadata {

    /** The most numbers that the vectors of all textures may have: some thousands of textures. */
    private static final int MOST_NUMBERS = 1 << 20;

    private ExportMetadata() {}

    static Map<String, String> of(TextureModel model, List<ExportedGrid> grids) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", "ikat-onnx");
        metadata.put("format_version", "1");
        metadata.put("noise", ModelJson.write(recipe(model, grids)));
        metadata.put("textures", textures(model));
        metadata.put("spec", ModelJson.write(model.spec()));
        metadata.put("provenance", ModelJson.write(model.provenance()));
        return metadata;
    }

    private static Map<String, Object> recipe(TextureModel model, List<ExportedGrid> grids) {
        ModelSpec spec = model.spec();
        Map<String, Object> recipe = new LinkedHashMap<>();
        List<Object> local = new ArrayList<>();
        for (int i = 0; i < spec.stages().size(); i++) {
            int channels = spec.noise().localInto(i);
            if (channels > 0) {
                local.add(grid("local." + i, channels, grids.get(i)));
            }
        }
        recipe.put("local", local);
        recipe.put("distribution", "uniform in [-1, 1], independent at every point");
        recipe.put("pixels", grid("pixels", spec.colourChannels(), grids.get(grids.size() - 1)));
        if (spec.picturePixels() > 0) {
            recipe.put("picture", spec.picturePixels());
        }
        if (spec.noise().waves() > 0) {
            recipe.put(
                    "phases",
                    "uniform in [0, 2 pi) for a new picture; to begin at cell (x, y) of a plane,"
                            + " add the wave vector times (x, y), modulo 2 pi");
            if (spec.noise().globalChannels() == 0) {
                recipe.put("waves", waves(model, GlobalVector.EMPTY));
            }
        }
        return recipe;
    }

    /** For n cells, {@code perCell * n - less} points along an axis. */
    private static Map<String, Object> grid(String name, int channels, ExportedGrid grid) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", name);
        facts.put("channels", channels);
        facts.put("perCell", grid.perCell());
        facts.put("less", grid.less());
        facts.put("first", grid.first());
        return facts;
    }

    /** The wave vectors of a texture in radians per cell, x before y. */
    private static List<Object> waves(TextureModel model, GlobalVector texture) {
        WaveVectors vectors = WaveVectors.of(model.spec(), model.weights(), texture.toArray());
        List<Object> waves = new ArrayList<>();
        for (int wave = 0; wave < vectors.count(); wave++) {
            waves.add(List.of(vectors.x()[wave], vectors.y()[wave]));
        }
        return waves;
    }

    private static String textures(TextureModel model) {
        Textures textures = Textures.of(model);
        List<Object> named = new ArrayList<>();
        long each = model.spec().noise().globalChannels() + 2L * model.spec().noise().waves();
        if (textures.names().size() * each > MOST_NUMBERS) {
            throw new IllegalArgumentException(
                    ("the model has %s textures of %s numbers each, but a file of ONNX may name at"
                                    + " most %s in all")
                            .formatted(textures.names().size(), each, MOST_NUMBERS));
        }
        for (String name : textures.names()) {
            GlobalVector vector = textures.named(name);
            Map<String, Object> texture = new LinkedHashMap<>();
            texture.put("name", name);
            texture.put("vector", vector.values());
            texture.put("waves", waves(model, vector));
            named.add(texture);
        }
        return ModelJson.write(named);
    }
}
