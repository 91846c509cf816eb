package ikat.studio.jobs.training;

import ikat.model.Precision;
import ikat.service.train.MapChoice;
import ikat.service.train.PictureChoice;
import ikat.service.train.PlanTable;
import ikat.service.train.ScanListener;
import ikat.service.train.StepTime;
import ikat.service.train.Training;
import ikat.service.train.TrainingRequest;
import ikat.studio.web.Problem;
import ikat.train.PlanSettings;
import ikat.train.TrainingJob;
import ikat.train.TrainingPlan;
import ikat.weave.Detail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Plans the training of pictures that have been looked at. */
final class TrainingPlanning {

    private static final int MOST_REASONS = 5; // that a refusal gives

    private static final int RENDERED_PIXELS = 512;

    private TrainingPlanning() {}

    /**
     * A plan of the pictures that can be learned.
     *
     * @param leftOut notes about files that are not among them
     * @throws Problem 400 if none can be learned
     */
    static TrainingTask.Details planned(
            List<LearnedPicture> pictures,
            List<String> leftOut,
            TrainingChoices choices,
            TrainingFiles files)
            throws IOException {
        if (pictures.stream().noneMatch(LearnedPicture::used)) {
            throw Problem.badRequest(noneLeft(pictures, leftOut));
        }
        Set<String> notes = new LinkedHashSet<>(leftOut);
        Training planned =
                Training.prepare(
                        ordered(pictures, choices, files),
                        new ScanListener() {
                            @Override
                            public void leftOut(Path picture, String reason) {
                                notes.add("left out: " + picture.getFileName() + " " + reason);
                            }

                            @Override
                            public void noted(String sentence) {
                                notes.add(sentence);
                            }
                        });
        return new TrainingTask.Details(
                choices,
                pictures,
                rows(planned, pictures),
                List.copyOf(notes),
                seconds(planned.plan()));
    }

    /** The plan in words, and how each picture is prepared. */
    static List<PlanTable.Row> rows(Training planned, List<LearnedPicture> pictures) {
        List<PlanTable.Row> rows = new ArrayList<>(planned.table().rows());
        pictures.stream().filter(LearnedPicture::used).forEach(one -> addRows(one, rows));
        return rows;
    }

    /** The request of a training of pictures that can be learned. */
    static TrainingRequest ordered(
            List<LearnedPicture> pictures, TrainingChoices choices, TrainingFiles files) {
        List<LearnedPicture> used = pictures.stream().filter(LearnedPicture::used).toList();
        PlanSettings shared = choices.settings();
        Map<Path, PictureChoice> each = new LinkedHashMap<>();
        for (LearnedPicture one : used) {
            Preparation own = one.preparation();
            if (own != null) { // else it is of an earlier version, which looked for maps by names
                each.put(
                        files.pictures().resolve(one.file()), own.choice(shared, files.pictures()));
            }
        }
        return new TrainingRequest(
                files.pictures(pictures),
                new MapChoice(List.of(), true, null, each),
                used.size() == 1 ? shared.with(used.get(0).prepared().settings()) : shared,
                files.output(),
                Files.exists(files.checkpoint())
                        ? TrainingJob.Start.RESUME
                        : TrainingJob.Start.FRESH,
                RENDERED_PIXELS,
                RENDERED_PIXELS,
                TrainingRequest.Report.HTML,
                choices.half() ? Precision.HALF : Precision.FULL,
                Boolean.FALSE.equals(choices.weave()) ? Detail.NETWORK : Detail.WOVEN,
                choices.licenceNote());
    }

    private static void addRows(LearnedPicture picture, List<PlanTable.Row> rows) {
        Preparation own = picture.prepared();
        if (!own.intake().isEmpty()) {
            String done =
                    new TreeMap<>(own.intake())
                            .entrySet().stream()
                                    .map(one -> one.getKey() + " " + words(one.getValue()))
                                    .collect(Collectors.joining("; "));
            rows.add(new PlanTable.Row("prepared", done, picture.file()));
        }
        if (own.mask() != null) {
            rows.add(new PlanTable.Row("mask", own.mask(), "not learned of " + picture.file()));
        }
        for (Map.Entry<String, String> map : new TreeMap<>(own.maps()).entrySet()) {
            rows.add(
                    new PlanTable.Row(
                            map.getKey(), map.getValue(), "map that follows " + picture.file()));
        }
    }

    private static String words(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    /** Why each of some pictures cannot be learned. */
    private static String noneLeft(List<LearnedPicture> pictures, List<String> leftOut) {
        List<String> reasons =
                new ArrayList<>(
                        leftOut.stream()
                                .map(note -> note.replaceFirst("^left out: ", ""))
                                .toList());
        for (LearnedPicture picture : pictures) {
            reasons.add(
                    picture.file()
                            + " cannot be learned: "
                            + String.join(" ", picture.sentences()));
        }
        int more = reasons.size() - MOST_REASONS;
        return String.join("; ", reasons.subList(0, Math.min(MOST_REASONS, reasons.size())))
                + (more > 0 ? "; and so for " + more + " more" : "");
    }

    private static double seconds(TrainingPlan plan) {
        return plan.budget().steps() > 0
                ? plan.budget().steps() * StepTime.seconds(plan)
                : plan.budget().seconds();
    }
}
