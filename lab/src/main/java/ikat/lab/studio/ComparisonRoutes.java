package ikat.lab.studio;

import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.image.ImageFormatException;
import ikat.lab.compare.Methods;
import ikat.lab.method.TextureMethod;
import ikat.service.Workshop;
import ikat.service.report.Crop;
import ikat.studio.jobs.Job;
import ikat.studio.jobs.JobFeature;
import ikat.studio.jobs.JobRoutes;
import ikat.studio.jobs.Jobs;
import ikat.studio.jobs.Uploads;
import ikat.studio.web.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code /api/comparisons}: one picture, several methods, one report. */
public final class ComparisonRoutes implements JobFeature {

    private static final int CROP_PIXELS = 512;

    private final Jobs jobs;
    private final Bench bench;
    private final JobRoutes<ComparisonTask> common;

    public ComparisonRoutes(Jobs jobs, Bench bench) {
        this.jobs = jobs;
        this.bench = bench;
        common = new JobRoutes<>(jobs, ComparisonTask.class, "/api/comparisons");
    }

    /** Adds comparisons to the studio. */
    public static final class Provider implements JobFeature.Provider {

        private final Methods methods;

        /** Comparisons of all methods. */
        public Provider() {
            this(Methods::all);
        }

        Provider(Methods methods) {
            this.methods = methods;
        }

        @Override
        public String openApiPart() {
            return "comparisons";
        }

        @Override
        public JobFeature open(Jobs jobs, Workshop workshop, int threads) {
            return new ComparisonRoutes(jobs, new Bench(workshop, methods, threads, jobs::changed));
        }
    }

    @Override
    public String kind() {
        return ComparisonTask.KIND;
    }

    @Override
    public Job restored(Job.Origin origin, JsonNode details) {
        return ComparisonTask.restored(origin, bench, details);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/comparisons/methods", this::methods);
        common.addTo(routes, "comparisons", ComparisonTask.KIND);
        common.addReportTo(routes);
        routes.post("/api/comparisons", this::make);
        routes.get(
                "/api/comparisons/{id}/picture.jpg",
                context -> JobRoutes.sendFile(context, common.job(context).crop(), "image/jpeg"));
    }

    private void methods(Context context) throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        for (TextureMethod method : bench.all()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", method.name());
            one.put("title", method.title());
            one.put("source", method.source());
            one.put("lacking", method.lacking());
            all.add(one);
        }
        context.header("Cache-Control", "no-cache").json(Map.of("methods", all));
    }

    private void make(Context context) throws IOException {
        List<UploadedFile> pictures = Uploads.files(context, "picture", 1);
        ComparisonChoices choices =
                ComparisonChoices.of(
                        Uploads.settings(context, ComparisonChoices.Sent.class), bench.able());
        List<TextureMethod> methods = bench.named(choices.methods());
        ComparisonTask task = jobs.add(origin -> make(pictures, choices, methods, origin));
        common.send(context.status(201), task);
    }

    /** A picture may need much memory while it is decoded: one at a time. */
    private synchronized ComparisonTask make(
            List<UploadedFile> pictures,
            ComparisonChoices choices,
            List<TextureMethod> methods,
            Job.Origin origin)
            throws IOException {
        Path folder = Files.createDirectory(origin.folder().resolve("pictures"));
        Path file = Uploads.save(pictures, folder).get(0);
        try {
            Exemplar exemplar = ImageFiles.read(file);
            ImageFiles.write(
                    Crop.middle(exemplar, CROP_PIXELS), origin.folder().resolve("crop.jpg"));
            return new ComparisonTask(
                    origin,
                    bench,
                    new ComparisonDetails(
                            String.valueOf(file.getFileName()),
                            exemplar.width(),
                            exemplar.height(),
                            choices,
                            methods.stream().map(MethodState::waiting).toList()));
        } catch (ImageFormatException e) {
            throw Problem.badRequest(e.withoutFolders());
        } catch (OutOfMemoryError e) {
            throw Problem.tooLarge("the picture is too large for the memory there is");
        }
    }
}
