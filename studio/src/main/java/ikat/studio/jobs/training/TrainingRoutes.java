package ikat.studio.jobs.training;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.image.ImageFormatException;
import ikat.io.Interrupts;
import ikat.service.Workshop;
import ikat.service.report.Crop;
import ikat.service.train.ScanListener;
import ikat.service.train.StepTime;
import ikat.service.train.Training;
import ikat.studio.jobs.Job;
import ikat.studio.jobs.JobFeature;
import ikat.studio.jobs.JobRoutes;
import ikat.studio.jobs.Jobs;
import ikat.studio.jobs.Uploads;
import ikat.studio.queue.FairQueue;
import ikat.studio.queue.LateAnswer;
import ikat.studio.web.Problem;
import ikat.train.TrainingPlan;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** {@code /api/trainings}: trains models on uploaded pictures. */
public final class TrainingRoutes implements JobFeature {

    private static final int CROP_PIXELS = 512;
    private static final int MOST_PICTURES = 64;
    private static final int MOST_REASONS = 5; // that a refusal gives

    private final Jobs jobs;
    private final TrainingTask.Setup setup;
    private final FairQueue desk;
    private final JobRoutes<TrainingTask> common;

    /**
     * Trainings.
     *
     * @param desk in whose turns pictures are looked at: a large one may take a good part of the
     *     memory while it is decoded
     * @param models the folder of finished models
     * @param taken whether the name of a model is in use
     */
    public TrainingRoutes(
            Jobs jobs, FairQueue desk, Workshop workshop, Path models, Predicate<String> taken) {
        this.jobs = jobs;
        this.desk = desk;
        setup = new TrainingTask.Setup(workshop, models, taken, jobs::changed);
        common = new JobRoutes<>(jobs, TrainingTask.class, "/api/trainings");
    }

    @Override
    public String kind() {
        return TrainingTask.KIND;
    }

    @Override
    public Job restored(Job.Origin origin, JsonNode details) {
        return TrainingTask.restored(origin, setup, details);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        common.addTo(routes, "trainings", TrainingTask.KIND);
        common.addReportTo(routes);
        common.addWaitingTo(routes);
        routes.post("/api/trainings", this::plan);
        routes.get("/api/trainings/{id}/preview.png", this::preview);
        routes.get("/api/trainings/{id}/pictures/{picture}.jpg", this::picture);
    }

    private void plan(Context context) {
        List<UploadedFile> pictures = Uploads.files(context, "pictures", MOST_PICTURES);
        Map<?, ?> sent = Uploads.settings(context, Map.class);
        TrainingChoices choices =
                TrainingChoices.of(sent, Uploads.baseName(pictures.get(0).filename()));
        boolean skips = Uploads.skips(context.queryString());
        LateAnswer.send(
                context,
                desk,
                () ->
                        jobs.add(
                                origin ->
                                        new TrainingTask(
                                                origin,
                                                setup,
                                                plan(pictures, choices, origin, skips))),
                task -> common.send(context.status(201), task));
    }

    private TrainingTask.Details plan(
            List<UploadedFile> pictures, TrainingChoices choices, Job.Origin origin, boolean skips)
            throws IOException {
        TrainingFiles files = new TrainingFiles(origin.folder());
        Files.createDirectories(files.pictures());
        List<LearnedPicture> learned = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        try {
            for (Path file : Uploads.save(pictures, files.pictures())) {
                Interrupts.check();
                try {
                    learned.add(look(file, files.crop(learned.size())));
                } catch (ImageFormatException e) {
                    if (!skips) {
                        throw Problem.badRequest(e.withoutFolders());
                    }
                    leftOut.add(e.withoutFolders());
                    Files.delete(file);
                }
            }
            return planned(learned, leftOut, choices, files);
        } catch (ImageFormatException e) {
            throw Problem.badRequest(e.withoutFolders());
        } catch (OutOfMemoryError e) {
            throw Problem.tooLarge("the pictures are too large for the memory there is");
        }
    }

    private void preview(Context context) throws IOException {
        JobRoutes.sendFile(context, common.job(context).files().preview(), "image/png");
    }

    private void picture(Context context) throws IOException {
        String number = context.pathParam("picture");
        if (!number.matches("\\d{1,2}")) {
            throw Problem.notFound("there is no picture " + number);
        }
        Path crop = common.job(context).files().crop(Integer.parseInt(number));
        JobRoutes.sendFile(context, crop, "image/jpeg");
    }

    private static LearnedPicture look(Path file, Path crop) throws IOException {
        Exemplar exemplar = ImageFiles.read(file);
        ImageFiles.write(Crop.middle(exemplar, CROP_PIXELS), crop);
        return LearnedPicture.of(
                String.valueOf(file.getFileName()), PictureReport.of(exemplar), exemplar.notes());
    }

    private static TrainingTask.Details planned(
            List<LearnedPicture> pictures,
            List<String> unreadable,
            TrainingChoices choices,
            TrainingFiles files)
            throws IOException {
        List<Path> used = files.pictures(pictures);
        if (used.isEmpty()) {
            throw Problem.badRequest(noneLeft(pictures, unreadable));
        }
        List<String> leftOut = new ArrayList<>();
        unreadable.forEach(reason -> leftOut.add("left out: " + reason));
        Training planned =
                Training.prepare(
                        TrainingTask.ordered(used, choices, files),
                        new ScanListener() {
                            @Override
                            public void leftOut(Path picture, String reason) {
                                leftOut.add("left out: " + picture.getFileName() + " " + reason);
                            }
                        });
        return new TrainingTask.Details(
                choices, pictures, planned.table().rows(), leftOut, seconds(planned.plan()), null);
    }

    /** Why each of some pictures cannot be learned. */
    private static String noneLeft(List<LearnedPicture> pictures, List<String> unreadable) {
        List<String> reasons = new ArrayList<>(unreadable);
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
