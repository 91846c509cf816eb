package ikat.service.inspect;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.model.TextureModel;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is known of a file, for programs. */
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
        all.put("parameters", ModelText.parameters(model));
        all.put("waves", WaveText.of(model));
        all.put("textures", TextureText.entries(model.spec()));
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
}
