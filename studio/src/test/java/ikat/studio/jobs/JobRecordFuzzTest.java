package ikat.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.fuzz.FuzzTrial;
import ikat.fuzz.FuzzTrial.Tally;
import ikat.service.FakeWorkshop;
import ikat.studio.jobs.renders.RenderRoutes;
import ikat.studio.jobs.training.TrainingRoutes;
import ikat.studio.queue.CachedAnswers;
import ikat.studio.queue.FairQueue;
import ikat.studio.serve.ModelShelf;
import ikat.studio.serve.OpenModels;
import ikat.studio.serve.Planes;
import ikat.studio.web.Json;
import ikat.studio.web.Limits;
import ikat.studio.web.Problem;
import ikat.studio.web.StudioSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged records of jobs are left alone, and those that are read can be shown. */
@Tag("fuzz")
class JobRecordFuzzTest {

    private static final List<byte[]> SEEDS =
            Stream.of(
                            """
                            {"kind":"render","created":"2026-05-04T10:11:12Z","state":"DONE",
                             "wish":"NONE","turn":3,"failure":null,"tries":0,"details":
                             {"name":"cloth-8x8.png","bytes":77,"order":{"model":
                             "cloth@0123456789ab","seed":0,"x":0,"y":0,"width":8,"height":8,
                             "level":0,"format":"png"}}}
                            """,
                            """
                            {"kind":"training","created":"2026-05-04T10:11:12Z","state":"FAILED",
                             "wish":"STOP","turn":-1,"failure":"the disk is full","tries":2,
                             "details":{"choices":{"name":"cloth","half":false,"weave":true,
                             "licenceNote":null,"plan":{"width":"live","seconds":60.5}},"pictures":
                             [{"file":"a.png","width":64,"height":64,"verdict":"good","sentences":
                             ["fine"],"facts":[{"label":"colours","value":"3"}]}],"plan":[{"name":
                             "width","value":"live","why":"given"}],"notes":["none"],
                             "expectedSeconds":60,"model":"cloth"}}
                            """)
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .toList();

    @TempDir private Path folder;

    @Test
    void aDamagedRecordIsReadOrLeftAlone() throws Exception {
        FakeWorkshop workshop = new FakeWorkshop();
        OpenModels models =
                new OpenModels(
                        new ModelShelf(folder, Optional.empty()),
                        model -> workshop.generator(model, 1),
                        () -> false);
        Jobs jobs = new Jobs(folder.resolve("others"), 9, Long.MAX_VALUE);
        Path file =
                Files.createDirectories(folder.resolve("jobs/0123456789ab")).resolve("job.json");
        try (FairQueue desk = new FairQueue("fuzz", 1, new FairQueue.Limits(9, 9, 60));
                JobStore store = new JobStore(folder.resolve("jobs"))) {
            CachedAnswers answers = new CachedAnswers(desk, 1, "test");
            JobFeature training =
                    new TrainingRoutes(jobs, desk, workshop, folder, name -> false, answers);
            JobFeature render =
                    new RenderRoutes(
                            jobs,
                            new Planes(models, folder.resolve("maps"), Limits.USUAL),
                            StudioSettings.local(folder, Optional.empty()),
                            answers);
            Tally tally =
                    FuzzTrial.of("job", Problem.class)
                            .texts()
                            .run(
                                    SEEDS,
                                    input -> {
                                        Files.write(file, input);
                                        show(
                                                store.load(
                                                        kind ->
                                                                kind.equals("render")
                                                                        ? render
                                                                        : training));
                                    });
            assertThat(tally.refused()).isPositive();
        }
    }

    private static void show(List<Job> loaded) {
        if (loaded.isEmpty()) {
            throw Problem.notFound("the record was left alone");
        }
        Job job = loaded.get(0);
        assertThat(job.created()).isNotNull();
        assertThat(Json.MAPPER.writeValueAsString(job.allFacts(0))).contains(job.id());
    }
}
