package ikat.service.inspect;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.model.ModelSpec;
import ikat.model.NamedTexture;
import ikat.model.TextureModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Description of a file as JSON. */
public final class InspectJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private InspectJson() {}

    /** A model without its weights. */
    public static String of(TextureModel model) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kind", "model");
        all.put("spec", model.spec());
        all.put("cellPixels", model.spec().cellPixels());
        all.put("parameters", ModelFacts.parameters(model));
        all.put("waves", WavePeriod.of(model));
        all.put("textures", textures(model.spec()));
        all.put("plan", model.plan());
        all.put("provenance", model.provenance());
        return JSON.writeValueAsString(all);
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

    private static List<Map<String, Object>> textures(ModelSpec spec) {
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
