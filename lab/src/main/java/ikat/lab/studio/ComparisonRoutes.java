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
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code /api/comparisons}: one picture, several methods, one report. */
public final class ComparisonRoutes implements JobFeature {

    private static final int CROP_PIXELS = 512;

    private final Jobs jobs;
    private final ComparisonContext comparisons;
    private final JobRoutes<ComparisonJob> common;

    private ComparisonRoutes(Jobs jobs, ComparisonContext comparisons) {
        this.jobs = jobs;
        this.comparisons = comparisons;
        common = new JobRoutes<>(jobs, ComparisonJob.class, "/api/comparisons");
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
            return new ComparisonRoutes(
                    jobs, new ComparisonContext(workshop, methods, threads, jobs::changed));
        }
    }

    @Override
    public String kind() {
        return ComparisonJob.KIND;
    }

    @Override
    public Job restored(Job.Origin origin, JsonNode details) {
        return ComparisonJob.restored(origin, comparisons, details);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/comparisons/methods", this::methods);
        common.addTo(routes, "comparisons", ComparisonJob.KIND);
        common.addReportTo(routes);
        routes.post("/api/comparisons", this::make);
        routes.get(
                "/api/comparisons/{id}/picture.jpg",
                context -> JobRoutes.sendFile(context, common.job(context).crop(), "image/jpeg"));
    }

    private record MethodInfo(String name, String title, String source, String lacking) {

        static MethodInfo of(TextureMethod method) {
            return new MethodInfo(method.name(), method.title(), method.source(), method.lacking());
        }
    }

    private void methods(Context context) throws IOException {
        List<MethodInfo> all = comparisons.all().stream().map(MethodInfo::of).toList();
        context.header("Cache-Control", "no-cache").json(Map.of("methods", all));
    }

    private void make(Context context) throws IOException {
        List<UploadedFile> pictures = Uploads.files(context, "picture", 1);
        ComparisonChoices choices =
                ComparisonChoices.of(
                        Uploads.settings(context, ComparisonChoices.Sent.class),
                        comparisons.able());
        List<TextureMethod> methods = comparisons.named(choices.methods());
        ComparisonJob task = jobs.add(origin -> make(pictures, choices, methods, origin));
        common.send(context.status(201), task);
    }

    /** A picture may need much memory while it is decoded: one at a time. */
    private synchronized ComparisonJob make(
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
            return new ComparisonJob(
                    origin,
                    comparisons,
                    new ComparisonJob.Details(
                            String.valueOf(file.getFileName()),
                            exemplar.width(),
                            exemplar.height(),
                            choices,
                            methods.stream().map(ComparisonJob.MethodState::waiting).toList()));
        } catch (ImageFormatException e) {
            throw Problem.badRequest(e.withoutFolders());
        } catch (OutOfMemoryError e) {
            throw Problem.tooLarge("the picture is too large for the memory there is");
        }
    }
}
