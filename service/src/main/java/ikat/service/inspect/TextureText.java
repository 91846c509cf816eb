package ikat.service.inspect;

import ikat.model.ModelSpec;
import ikat.model.NamedTexture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The textures that a model knows by name. */
final class TextureText {

    private static final int MOST_LISTED = 40;

    private TextureText() {}

    /** What the model can be asked for: one row of names, and one for each picture with places. */
    static List<String> lines(ModelSpec spec) {
        List<String> lines = new ArrayList<>();
        if (spec.picturePixels() > 0) {
            String side = spec.picturePixels() + "x" + spec.picturePixels();
            lines.add(ModelText.row("pictures", "of " + side + " px only, each from one cell"));
        }
        if (spec.noise().globalChannels() == 0) {
            return lines;
        }
        List<NamedTexture> textures = spec.textures();
        if (textures.isEmpty()) {
            lines.add(ModelText.row("textures", "without names: random:1, random:2, ..."));
            return lines;
        }
        int more = textures.size() - MOST_LISTED;
        lines.add(
                ModelText.row(
                        "textures",
                        textures.stream()
                                        .limit(MOST_LISTED)
                                        .map(NamedTexture::name)
                                        .collect(Collectors.joining(", "))
                                + (more > 0 ? " and " + more + " more (--json lists all)" : "")));
        textures.stream()
                .limit(MOST_LISTED)
                .filter(NamedTexture::hasPlaces)
                .forEach(texture -> lines.add(ModelText.row("places", places(texture))));
        return lines;
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
