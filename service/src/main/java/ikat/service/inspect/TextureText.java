package ikat.service.inspect;

import ikat.model.ModelSpec;
import ikat.model.NamedTexture;
import ikat.text.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The textures that a model knows by name. */
final class TextureText {

    private static final int MOST_LISTED = 40;

    private TextureText() {}

    /**
     * What the model can be asked for: one fact with the names, and one for each picture with
     * places.
     */
    static List<Fact> facts(ModelSpec spec) {
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

    /** The same for programs. */
    static List<Map<String, Object>> entries(ModelSpec spec) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (NamedTexture texture : spec.textures()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", texture.name());
            entry.put("places", texture.hasPlaces());
            entry.put("width", texture.width());
            entry.put("height", texture.height());
            entries.add(entry);
        }
        return entries;
    }
}
