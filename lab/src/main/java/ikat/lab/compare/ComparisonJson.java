package ikat.lab.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ikat.lab.compare.Trial.Failed;
import ikat.lab.compare.Trial.Made;
import ikat.lab.method.Growth;
import ikat.score.Score;
import ikat.service.score.ScoreJson;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** A comparison for programs: all figures, no pictures. */
record ComparisonJson(
        String exemplar,
        int width,
        int height,
        long seed,
        int seeds,
        double trainingSeconds,
        int threads,
        Comparison.State state,
        List<Tried> methods,
        List<String> left) {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                    .build();

    private record Tried(String name, String title, String source, @JsonUnwrapped Record outcome) {}

    private record NoPicture(String failed) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Figures(
            int width,
            int height,
            Growth growth,
            double prepareSeconds,
            double pictureSeconds,
            int makes,
            PeakMemory memory,
            @Nullable String notScored,
            @Nullable Object score) {}

    static String of(Comparison comparison) {
        Comparison.Task task = comparison.task();
        return JSON.writeValueAsString(
                new ComparisonJson(
                        task.exemplar().name(),
                        task.width(),
                        task.height(),
                        task.seed(),
                        task.seeds(),
                        seconds(task.time()),
                        task.threads(),
                        comparison.state(),
                        comparison.trials().stream().map(ComparisonJson::tried).toList(),
                        comparison.left()));
    }

    private static Tried tried(Trial trial) {
        Record outcome =
                trial.outcome() instanceof Failed failed
                        ? new NoPicture(failed.why())
                        : figures((Made) trial.outcome());
        return new Tried(trial.name(), trial.title(), trial.source(), outcome);
    }

    private static Figures figures(Made made) {
        Score score = made.judgement().score();
        return new Figures(
                made.pictures().get(0).width(),
                made.pictures().get(0).height(),
                made.growth(),
                seconds(made.preparing()),
                seconds(made.making()),
                made.makes(),
                made.memory(),
                score == null ? made.judgement().why() : null,
                score == null ? null : ScoreJson.entries(score));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
