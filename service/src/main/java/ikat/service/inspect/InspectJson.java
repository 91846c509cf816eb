package ikat.service.inspect;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.model.MapKind;
import ikat.model.MaterialMaps;
import ikat.model.NamedTexture;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.weave.Detail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Description of a file as JSON. */
public final class InspectJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private record Texture(String name, boolean places, int width, int height) {

        static Texture of(NamedTexture texture) {
            return new Texture(
                    texture.name(), texture.hasPlaces(), texture.width(), texture.height());
        }
    }

    private record Woven(int start, List<String> pictures) {

        static @Nullable Woven of(TextureModel model) {
            Weave weave = model.weave();
            return weave == null
                    ? null
                    : new Woven(
                            weave.start(),
                            weave.sources().stream()
                                    .map(Weave.Source::picture)
                                    .map(picture -> picture.width() + "x" + picture.height())
                                    .toList());
        }
    }

    private InspectJson() {}

    /** A model without its weights. */
    public static String of(TextureModel model) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kind", "model");
        all.put("spec", model.spec());
        all.put("cellPixels", model.spec().cellPixels());
        all.put("parameters", ModelFacts.parameters(model));
        all.put("waves", WavePeriod.of(model));
        all.put("textures", model.spec().textures().stream().map(Texture::of).toList());
        all.put("detail", Detail.of(model).word());
        all.put("weave", Woven.of(model));
        all.put("maps", maps(model));
        all.put("plan", model.plan());
        all.put("provenance", model.provenance());
        return JSON.writeValueAsString(all);
    }

    /** How the samples of each map of the material are stored. */
    private static Map<String, String> maps(TextureModel model) {
        Map<String, String> depths = new LinkedHashMap<>();
        if (model.weave() != null) {
            MaterialMaps maps = model.weave().maps();
            for (MapKind kind : maps.kinds()) {
                depths.put(kind.word(), maps.depth(kind).word());
            }
        }
        return depths;
    }

    /** A picture without its pixels. */
    public static String of(Exemplar exemplar, PictureReport report) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kind", "picture");
        all.put("sha256", exemplar.sha256());
        all.put("report", report);
        all.put("notes", exemplar.notes());
        return JSON.writeValueAsString(all);
    }
}
