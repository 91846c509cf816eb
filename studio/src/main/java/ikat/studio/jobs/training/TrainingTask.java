package ikat.studio.jobs.training;

import ikat.io.Sha256;
import ikat.model.TextureModel;
import ikat.service.Workshop;
import ikat.service.train.PlanTable;
import ikat.service.train.ScanListener;
import ikat.service.train.Training;
import ikat.studio.jobs.Job;
import ikat.studio.web.Json;
import ikat.studio.web.Problem;
import ikat.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A training as a job. */
public final class TrainingTask extends Job {

    /** The kind of job. */
    public static final String KIND = "training";

    private static final Duration PREVIEW_EVERY = Duration.ofSeconds(5);
    private static final String FINISHING = "finishing";
    private static final String SCORING = "scoring the finished model";

    private final Setup setup;
    private final TrainingFiles files;
    private final TrainingHistory history;
    private final BestState best;
    private final Object looking = new Object();
    private volatile Details details;
    private volatile String stage = "";
    private volatile boolean prolonged;
    private @Nullable Training training; // used by the thread that learns

    /** What all trainings share; changed keeps a job and shows it again. */
    record Setup(Workshop workshop, Path models, Predicate<String> taken, Consumer<Job> changed) {}

    /**
     * What is kept of a training: among others the plan in words, notes about pictures that were
     * left out, a rough lower bound of its time, and the name of the finished model or null. Once
     * there is a model, its name and digest are kept while it is trained longer, to replace it. The
     * score is that of the finished model.
     */
    record Details(
            TrainingChoices choices,
            List<LearnedPicture> pictures,
            List<PlanTable.Row> plan,
            List<String> notes,
            double expectedSeconds,
            @Nullable String model,
            @Nullable String former,
            @Nullable String digest,
            @Nullable FinalScore score) {

        Details {
            pictures = List.copyOf(pictures);
            plan = List.copyOf(plan);
            notes = List.copyOf(notes);
        }

        /** A plan without a model. */
        Details(
                TrainingChoices choices,
                List<LearnedPicture> pictures,
                List<PlanTable.Row> plan,
                List<String> notes,
                double expectedSeconds) {
            this(choices, pictures, plan, notes, expectedSeconds, null, null, null, null);
        }

        Details withModel(String name, String itsDigest) {
            return new Details(
                    choices, pictures, plan, notes, expectedSeconds, name, name, itsDigest, score);
        }

        Details with(TrainingChoices other) {
            return new Details(
                    other, pictures, plan, notes, expectedSeconds, model, former, digest, score);
        }

        Details scored(@Nullable FinalScore found) {
            return new Details(
                    choices, pictures, plan, notes, expectedSeconds, model, former, digest, found);
        }

        /** The same to be trained for so many seconds in all. */
        Details lasting(double seconds) {
            return new Details(
                    choices.lasting(seconds),
                    pictures,
                    plan,
                    notes,
                    seconds,
                    null,
                    former,
                    digest,
                    null);
        }

        Details planned(List<PlanTable.Row> rows) {
            return new Details(
                    choices, pictures, rows, notes, expectedSeconds, model, former, digest, score);
        }
    }

    TrainingTask(Origin origin, Setup setup, Details details) {
        super(origin, KIND, State.PLANNED);
        this.setup = setup;
        this.details = details;
        files = new TrainingFiles(origin.folder());
        best = new BestState(setup.workshop(), files.state());
        history = TrainingHistory.read(files.course(), this::send, this::report, this::offer);
    }

    /** Restores a training. */
    static TrainingTask restored(Origin origin, Setup setup, JsonNode details) {
        return new TrainingTask(origin, setup, Json.MAPPER.treeToValue(details, Details.class));
    }

    TrainingFiles files() {
        return files;
    }

    Details plan() {
        return details;
    }

    /** Replaces the plan of a training that has not been started. */
    void plan(Details next) {
        details = next;
    }

    /** Guards the files of the pictures while they are looked at. */
    Object looking() {
        return looking;
    }

    @Override
    protected Object details() {
        return details;
    }

    @Override
    protected boolean pauses() {
        return true;
    }

    @Override
    protected boolean hasBegun() {
        return Files.exists(files.checkpoint()) && history.hasBegun();
    }

    @Override
    protected Map<String, Object> facts() {
        Details now = details;
        String model = finished();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("stage", stage);
        all.put("name", now.choices().name());
        all.put("settings", now.choices());
        all.put("pictures", pictures(now));
        all.put("plan", now.plan());
        all.put("notes", now.notes());
        all.put("expectedSeconds", now.expectedSeconds());
        all.put("model", model);
        all.put("tiles", model == null ? address("tiles/{z}/{x}/{y}.png") : null);
        all.put("learned", model == null ? files.state().version().orElse(null) : null);
        all.put("looks", model == null ? best.looks() : null);
        all.put("preview", Files.exists(files.preview()) ? address("preview.png") : null);
        all.put("report", model == null ? null : address("report"));
        all.put("score", model == null ? null : now.score());
        all.putAll(history.facts());
        return all;
    }

    @Override
    protected Map<String, Object> series() {
        return history.series();
    }

    /** The name of the model, once the training is done. */
    @Nullable String finished() {
        return state() == State.DONE ? details.model() : null;
    }

    /** The number of the first picture that is learned. */
    int firstUsed() {
        List<LearnedPicture> all = details.pictures();
        int first = 0;
        while (first < all.size() - 1 && !all.get(first).used()) {
            first++;
        }
        return first;
    }

    /** Gives the training another name, and its model as long as there is none. */
    void rename(String name) {
        update(now -> now.with(now.choices().named(name)));
        report();
    }

    /**
     * Lets the training last longer than it was planned to, or than it took so far.
     *
     * @throws Problem 409 if its model is just being written
     */
    void prolong(double seconds) {
        if (stage.equals(FINISHING) || stage.equals(SCORING)) {
            throw Problem.conflict(
                    "the model of this training is just being written; train longer when it is"
                            + " done");
        }
        double planned = details.choices().countsSteps() ? 0 : details.expectedSeconds();
        update(now -> now.lasting(Math.max(planned, history.seconds()) + seconds));
        prolonged = true;
    }

    private String address(String what) {
        return "/api/trainings/" + id() + "/" + what;
    }

    private List<Map<String, Object>> pictures(Details now) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < now.pictures().size(); i++) {
            all.add(now.pictures().get(i).shown(address("pictures/" + i)));
        }
        return all;
    }

    @Override
    protected State work() throws IOException {
        if (isPublished()) {
            return State.DONE;
        }
        try {
            Optional<State> end = Optional.empty();
            while (end.isEmpty()) {
                prolonged = false;
                end = learn();
            }
            return end.get();
        } finally {
            stage = "";
            history.write();
        }
    }

    /** Learns as long as is planned now; empty if that has become longer meanwhile. */
    private Optional<State> learn() throws IOException {
        enter("reading the pictures");
        // the same pictures again, which give the same plan as before but for its length
        Training training =
                Training.prepare(
                        TrainingPlanning.ordered(details.pictures(), details.choices(), files),
                        ScanListener.NONE);
        update(now -> now.planned(TrainingPlanning.rows(training, now.pictures())));
        if (endState().isPresent()) {
            return endState();
        }
        this.training = training;
        enter("training");
        TextureModel learned =
                training.learn(
                        setup.workshop(),
                        PREVIEW_EVERY,
                        this::isInterrupted,
                        history::note,
                        history);
        history.write();
        if (endState().isPresent()) {
            return endState();
        }
        if (goesOn()) {
            return Optional.empty();
        }
        enter("weaving");
        TextureModel model =
                training.weave(setup.workshop(), learned, this::isInterrupted, history::note);
        if (goesOn()) {
            return Optional.empty();
        }
        enter(FINISHING);
        training.write(model);
        training.show(setup.workshop(), model, history::note, fraction -> {});
        score(files.pictures(details.pictures()).get(0));
        publish();
        return Optional.of(State.DONE);
    }

    private void offer(TextureModel state, TrainingProgress progress) {
        Training now = training;
        if (now != null
                && !isInterrupted()
                && best.offer(now, state, progress.elapsed(), files.crop(firstUsed()))) {
            report();
        }
    }

    /**
     * Scores the model that was written, unless the job is asked to end; without a score it is
     * published all the same.
     */
    private void score(Path picture) throws IOException {
        enter(SCORING);
        FinalScore found = null;
        try {
            if (request() == Request.NONE || request() == Request.STOP) {
                found = FinalScore.of(setup.workshop(), files.output().model(), picture);
            }
        } catch (IllegalArgumentException e) {
            history.note("the model has no score: " + e.getMessage());
        }
        FinalScore score = found;
        update(now -> now.scored(score));
    }

    /** Requests and the training itself change the details. */
    private synchronized void update(UnaryOperator<Details> change) {
        details = change.apply(details);
    }

    private boolean isInterrupted() {
        return request() != Request.NONE || prolonged;
    }

    private boolean goesOn() {
        return prolonged && request() == Request.NONE;
    }

    /** The state to end in without a model, if the job is asked to end. */
    private Optional<State> endState() {
        return switch (request()) {
            case NONE -> Optional.empty();
            case STOP -> history.hasBegun() ? Optional.empty() : Optional.of(State.STOPPED);
            case PAUSE -> Optional.of(State.PAUSED);
            case CLOSE, DELETE -> Optional.of(State.RUNNING);
        };
    }

    private void enter(String what) {
        stage = what;
        report();
    }

    private void report() {
        setup.changed().accept(this);
    }

    /** Whether the studio ended after moving the model and before keeping the state of the job. */
    private boolean isPublished() {
        String name = details.model();
        return name != null && files.isPublished(setup.models(), name);
    }

    /** Keeps the name before the model moves, so that it never moves twice. */
    private void publish() throws IOException {
        String digest = Sha256.of(files.output().model());
        boolean moved = replaces(digest);
        while (!moved) {
            String wanted = details.choices().name();
            String name = files.freeName(setup.models(), wanted, setup.taken());
            update(now -> now.withModel(name, digest));
            report();
            moved = files.publish(setup.models(), name);
        }
    }

    /** Whether the model of a training that lasted longer has taken the place of its former one. */
    private boolean replaces(String digest) throws IOException {
        String name = details.former();
        String former = details.digest();
        if (name == null || former == null || !files.replace(setup.models(), name, former)) {
            return false;
        }
        update(now -> now.withModel(name, digest));
        report();
        return true;
    }
}
