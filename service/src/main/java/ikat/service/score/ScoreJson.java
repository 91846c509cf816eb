package ikat.service.score;

import ikat.image.Exemplar;
import ikat.score.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A score as JSON. */
public final class ScoreJson {
    /** What the overall figure means. */
    public static final String MEANING =
            "1: as alike as the exemplar is to itself; above: further off";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ScoreJson() {}

    /** A score with what was scored. */
    public static String of(Exemplar exemplar, Candidates candidates, Score score) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("exemplar", exemplar.name());
        all.put("scored", candidates.names());
        all.put("texture", candidates.texture());
        all.put("seeds", candidates.seeds());
        all.putAll(entries(score));
        return JSON.writeValueAsString(all);
    }

    /** The figures of a score by their names. */
    public static Map<String, Object> entries(Score score) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("overall", score.overall());
        all.put("caught", score.caught());
        all.put("toldApart", List.copyOf(score.toldApart()));
        all.put("elements", List.copyOf(score.elements()));
        all.put("ratios", List.copyOf(score.ratios()));
        all.put("findings", List.copyOf(score.findings()));
        return all;
    }
}
