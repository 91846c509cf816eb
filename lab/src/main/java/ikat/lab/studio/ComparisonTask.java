package ikat.lab.studio;

import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.lab.compare.Comparison;
import ikat.lab.compare.ComparisonFiles;
import ikat.lab.compare.ComparisonRun;
import ikat.lab.compare.Task;
import ikat.lab.compare.Trial;
import ikat.lab.method.TextureMethod;
import ikat.studio.jobs.Job;
import ikat.studio.jobs.JobRequest;
import ikat.studio.jobs.JobState;
import ikat.studio.web.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A comparison of methods on one picture. Methods keep no state, so it begins anew if it must. */
public final class ComparisonTask extends Job {

    /** What sort of job it is. */
    public static final String KIND = "comparison";

    private final Bench bench;
    private volatile ComparisonDetails details;

    ComparisonTask(Origin origin, Bench bench, ComparisonDetails details) {
        super(origin, KIND, JobState.QUEUED);
        this.bench = bench;
        this.details = details;
    }

    /** A comparison as it was kept. */
    public static ComparisonTask restored(Origin origin, Bench bench, JsonNode details) {
        return new ComparisonTask(
                origin, bench, Json.MAPPER.treeToValue(details, ComparisonDetails.class));
    }

    Path crop() {
        return folder().resolve("crop.jpg");
    }

    private Path report() {
        return folder().resolve("report.html");
    }

    @Override
    protected Object details() {
        return details;
    }

    @Override
    protected Map<String, Object> facts() {
        ComparisonDetails now = details;
        String address = "/api/comparisons/" + id() + "/";
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", now.picture());
        all.put("width", now.width());
        all.put("height", now.height());
        all.put("image", address + "picture.jpg");
        all.put("settings", now.choices());
        all.put("methods", now.methods());
        all.put("report", Files.exists(report()) ? address + "report" : null);
        return all;
    }

    @Override
    protected JobState work() throws IOException {
        details = details.anew();
        ComparisonChoices choices = details.choices();
        Exemplar exemplar =
                ImageFiles.read(folder().resolve("pictures").resolve(details.picture()));
        Task task =
                new Task(
                        exemplar,
                        choices.size(),
                        choices.size(),
                        choices.seed(),
                        choices.seeds(),
                        Duration.ofSeconds(choices.seconds()),
                        bench.threads());
        List<TextureMethod> methods = bench.named(choices.methods());
        ComparisonFiles files = new ComparisonFiles(report(), folder().resolve("figures.json"));
        ComparisonRun run =
                new ComparisonRun(
                        task, bench.workshop().scoring(exemplar), files::write, new Progress());
        Comparison done = run.of(methods, () -> request() != JobRequest.NONE);
        if (done.state() == Comparison.State.DONE) {
            return JobState.DONE;
        }
        boolean ends = request() == JobRequest.CLOSE || request() == JobRequest.DELETE;
        return ends ? JobState.RUNNING : JobState.STOPPED;
    }

    /** Tells how far each method is. */
    private final class Progress implements ComparisonRun.Listener {

        private int done;

        @Override
        public void began(int index, TextureMethod method, String stage) {
            show(index, details.methods().get(index).running(stage));
        }

        @Override
        public void tried(Trial trial) {
            show(done++, MethodState.of(trial));
        }

        private void show(int index, MethodState state) {
            details = details.with(index, state);
            bench.changed().accept(ComparisonTask.this);
        }
    }
}
