package ikat.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.io.FaultyDisk;
import ikat.studio.web.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of jobs on disks on which writes fail. */
class JobDiskTest {

    @TempDir private Path folder;

    private static final class Idle extends Job {

        Idle(Origin origin) {
            super(origin, "idle", State.PLANNED);
        }

        @Override
        protected Map<String, Object> facts() {
            return Map.of();
        }

        @Override
        protected Object details() {
            return Map.of();
        }

        @Override
        protected State work() {
            return State.DONE;
        }
    }

    @Test
    void whateverWriteFailsAJobIsKeptOrNotThere() throws IOException {
        int faults =
                FaultyDisk.eachFault(
                        folder,
                        own -> {
                            Jobs jobs = new Jobs(own.resolve("jobs"), 9, Long.MAX_VALUE);
                            try {
                                Job job = jobs.add(Idle::new);
                                jobs.start(job); // saved again, or only logged
                            } catch (Problem e) {
                                assertThat(e)
                                        .hasMessage(
                                                "the job could not be kept; is the studio's disk"
                                                        + " full?");
                                assertThat(jobs.all("idle")).isEmpty();
                            } finally {
                                jobs.close();
                            }
                        },
                        (own, failure) -> {
                            for (Path job : jobs(own)) {
                                try (Stream<Path> files = Files.list(job)) {
                                    assertThat(files).containsExactly(job.resolve("job.json"));
                                }
                                assertThat(Files.readString(job.resolve("job.json")))
                                        .startsWith("{")
                                        .endsWith("}");
                            }
                        });
        assertThat(faults).isGreaterThan(10);
    }

    private static List<Path> jobs(Path own) throws IOException {
        Path all = own.resolve("jobs");
        if (!Files.exists(all)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(Files::isDirectory).toList();
        }
    }
}
