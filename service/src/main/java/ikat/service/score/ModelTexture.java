package ikat.service.score;

import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.image.TextureNames;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.service.Refusal;
import ikat.service.Rendering;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texture of a model that is compared with an exemplar.
 *
 * @param model that knows it
 * @param name as requested, or null for the only one
 * @param vector that selects it
 */
public record ModelTexture(TextureModel model, @Nullable String name, GlobalVector vector) {

    private static final int MOST_NAMES = 12;

    /**
     * The requested texture, or the only one, or the one with the name of the exemplar's file; for
     * a model without names, the one that the seed draws.
     *
     * @param asked value of {@code --texture}, or null
     * @throws IllegalArgumentException if it does not exist; the message is one sentence
     * @throws Refusal if none was requested and several are possible
     */
    public static ModelTexture choose(
            TextureModel model, @Nullable String asked, Path exemplar, long seed) {
        Textures textures = Textures.of(model);
        if (asked != null) {
            textures.requireSeveral();
            return new ModelTexture(model, asked, textures.parse(asked));
        }
        List<String> names = textures.names();
        if (names.isEmpty()) {
            return new ModelTexture(model, null, textures.random(seed));
        }
        String name = names.size() == 1 ? names.get(0) : called(names, exemplar);
        return new ModelTexture(model, name, textures.named(name));
    }

    private static String called(List<String> names, Path exemplar) {
        String own = TextureNames.of(List.of(String.valueOf(exemplar.getFileName()))).get(0);
        if (names.contains(own)) {
            return own;
        }
        throw Refusal.usage(
                "the model has %d textures and none is called %s; choose one with --texture: %s%s",
                names.size(),
                own,
                String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size()))),
                names.size() > MOST_NAMES ? ", ..." : "");
    }

    /**
     * The requested texture, or the first one; for a model without names, the one that the seed
     * draws.
     *
     * @throws IllegalArgumentException if it does not exist; the message is one sentence
     */
    public static ModelTexture first(TextureModel model, Optional<String> asked, long seed) {
        Textures textures = Textures.of(model);
        List<String> names = textures.names();
        if (asked.isPresent()) {
            return new ModelTexture(model, asked.get(), textures.parse(asked.get()));
        }
        return names.isEmpty()
                ? new ModelTexture(model, null, textures.random(seed))
                : new ModelTexture(model, names.get(0), textures.named(names.get(0)));
    }

    /**
     * Pictures of it.
     *
     * @param file the name of the model's file
     * @param seeds one for each picture
     */
    public Candidates candidates(
            String file,
            Rendering rendering,
            PixelRegion window,
            Boundary boundary,
            List<Long> seeds) {
        GlobalField field = new GlobalField.Constant(vector);
        List<Exemplar> pictures =
                seeds.stream()
                        .map(seed -> rendering.plane(new NoiseField(model, seed, field, boundary)))
                        .map(plane -> Exemplar.rendered("rendering", plane, window))
                        .toList();
        return new Candidates(List.of(file), name, seeds, pictures);
    }
}
