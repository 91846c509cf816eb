package ikat.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.cli.Cli;
import ikat.cli.terminal.Terminal;
import ikat.lab.LabCommands;
import ikat.service.Workshop;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {

    private final Cli cli =
            new Cli(Workshop.ofThisMachine(), Terminal.plain(), List.of(new LabCommands()));

    @Test
    @Tag("slow")
    void printsForPrograms() {
        Cli.Outcome outcome = cli.run("bench", "--width", "live", "--for", "1s", "--json");
        assertThat(outcome.err()).isEmpty();
        JsonNode bench = JsonMapper.shared().readTree(outcome.out());
        assertThat(bench.get("peakGflops").asDouble()).isPositive();
        List<String> kinds =
                bench.get("results").valueStream().map(one -> one.get("kind").asString()).toList();
        assertThat(kinds)
                .containsExactly(
                        "render", "render", "render", "render", "render", "train", "train");
        bench.get("results")
                .forEach(
                        one -> {
                            assertThat(one.get("milliseconds").asDouble()).isPositive();
                            assertThat(one.get("shareOfPeak").asDouble()).isBetween(0.0, 1.5);
                        });
    }

    @Test
    void whatIsOutOfRangeIsTold() {
        assertThat(cli.run("bench", "--threads", "0").err()).contains("--threads is 0");
        assertThat(cli.run("bench", "--width", "wide").err()).contains("wide");
        assertThat(cli.run("bench", "--device", "cuda:77").err())
                .contains("--device is cuda:77, but ");
    }
}
