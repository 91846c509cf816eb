package ikat.lab.studio;

import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.lab.compare.Comparison;
import ikat.lab.compare.Comparison.Task;
import ikat.lab.compare.ComparisonFiles;
import ikat.lab.compare.ComparisonRun;
import ikat.lab.compare.Trial;
import ikat.lab.method.TextureMethod;
import ikat.score.Score;
import ikat.studio.jobs.Job;
import ikat.studio.web.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A comparison of methods on one picture. Methods keep no state, so a resumed one starts over. */
public final class ComparisonJob extends Job {

    /** What sort of job it is. */
    public static final String KIND = "comparison";

    private final ComparisonContext context;
    private volatile Details details;

    ComparisonJob(Origin origin, ComparisonContext context, Details details) {
        super(origin, KIND, State.QUEUED);
        this.context = context;
        this.details = details;
    }

    /** A saved comparison. */
    public static ComparisonJob restored(
            Origin origin, ComparisonContext context, JsonNode details) {
        return new ComparisonJob(origin, context, Json.MAPPER.treeToValue(details, Details.class));
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
        Details now = details;
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
    protected State work() throws IOException {
        details = details.restarted();
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
                        context.threads());
        List<TextureMethod> methods = context.named(choices.methods());
        ComparisonFiles files = new ComparisonFiles(report(), folder().resolve("figures.json"));
        ComparisonRun run =
                new ComparisonRun(
                        task, context.workshop().scoring(exemplar), files::write, new Progress());
        Comparison done = run.of(methods, () -> request() != Request.NONE);
        if (done.state() == Comparison.State.DONE) {
            return State.DONE;
        }
        boolean ends = request() == Request.CLOSE || request() == Request.DELETE;
        return ends ? State.RUNNING : State.STOPPED;
    }

    /** Reports the state of each method. */
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
            context.changed().accept(ComparisonJob.this);
        }
    }

    /**
     * The state of one method.
     *
     * @param name for programs
     * @param title for readers
     * @param state waiting, running, done or failed
     * @param stage what it is doing, or empty
     * @param sentence why it failed or has no score, or empty
     * @param score overall, or null
     * @param prepareSeconds until it was ready, or null
     * @param pictureSeconds for a picture, or null
     */
    record MethodState(
            String name,
            String title,
            String state,
            String stage,
            String sentence,
            @Nullable Double score,
            @Nullable Double prepareSeconds,
            @Nullable Double pictureSeconds) {

        static MethodState waiting(TextureMethod method) {
            return unfinished(method.name(), method.title(), "waiting", "", "");
        }

        MethodState running(String what) {
            return unfinished(name, title, "running", what, "");
        }

        MethodState waitingAgain() {
            return unfinished(name, title, "waiting", "", "");
        }

        private static MethodState unfinished(
                String name, String title, String state, String stage, String sentence) {
            return new MethodState(name, title, state, stage, sentence, null, null, null);
        }

        static MethodState of(Trial trial) {
            if (trial.outcome() instanceof Trial.Failed failed) {
                return unfinished(trial.name(), trial.title(), "failed", "", failed.why());
            }
            Trial.Made made = (Trial.Made) trial.outcome();
            Score score = made.judgement().score();
            return new MethodState(
                    trial.name(),
                    trial.title(),
                    "done",
                    "",
                    made.judgement().why(),
                    score == null ? null : score.overall(),
                    made.preparing().toMillis() / 1000.0,
                    made.making().toMillis() / 1000.0);
        }
    }

    /**
     * What is compared, and the state of each method.
     *
     * @param picture name of its file
     * @param width of the picture
     * @param height of the picture
     * @param choices what was chosen
     * @param methods in order
     */
    record Details(
            String picture,
            int width,
            int height,
            ComparisonChoices choices,
            List<MethodState> methods) {

        Details {
            methods = List.copyOf(methods);
        }

        Details with(int index, MethodState state) {
            List<MethodState> all = new ArrayList<>(methods);
            all.set(index, state);
            return new Details(picture, width, height, choices, all);
        }

        Details restarted() {
            return new Details(
                    picture,
                    width,
                    height,
                    choices,
                    methods.stream().map(MethodState::waitingAgain).toList());
        }
    }
}
