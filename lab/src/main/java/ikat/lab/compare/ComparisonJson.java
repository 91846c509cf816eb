package ikat.lab.compare;

import ikat.lab.compare.Trial.Failed;
import ikat.lab.compare.Trial.Made;
import ikat.score.Score;
import ikat.service.score.ScoreJson;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A comparison for programs: all figures, no pictures. */
final class ComparisonJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ComparisonJson() {}

    static String of(Comparison comparison) {
        Task task = comparison.task();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("exemplar", task.exemplar().name());
        all.put("width", task.width());
        all.put("height", task.height());
        all.put("seed", task.seed());
        all.put("seeds", task.seeds());
        all.put("trainingSeconds", seconds(task.time()));
        all.put("threads", task.threads());
        all.put("state", comparison.state().name().toLowerCase(Locale.ROOT));
        all.put("methods", comparison.trials().stream().map(ComparisonJson::entries).toList());
        all.put("left", comparison.left());
        return JSON.writeValueAsString(all);
    }

    private static Map<String, Object> entries(Trial trial) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", trial.name());
        all.put("title", trial.title());
        all.put("source", trial.source());
        if (trial.outcome() instanceof Failed failed) {
            all.put("failed", failed.why());
        } else if (trial.outcome() instanceof Made made) {
            addMade(all, made);
        }
        return all;
    }

    private static void addMade(Map<String, Object> all, Made made) {
        all.put("width", made.pictures().get(0).width());
        all.put("height", made.pictures().get(0).height());
        all.put("growth", made.growth().name().toLowerCase(Locale.ROOT));
        all.put("prepareSeconds", seconds(made.preparing()));
        all.put("pictureSeconds", seconds(made.making()));
        all.put("makes", made.makes());
        Map<String, Object> memory = new LinkedHashMap<>();
        memory.put("kind", made.memory().kind().name().toLowerCase(Locale.ROOT));
        memory.put("peakBytes", made.memory().peakBytes());
        memory.put("beforeBytes", made.memory().beforeBytes());
        all.put("memory", memory);
        Score score = made.judgement().score();
        if (score == null) {
            all.put("notScored", made.judgement().why());
        } else {
            all.put("score", ScoreJson.entries(score));
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
