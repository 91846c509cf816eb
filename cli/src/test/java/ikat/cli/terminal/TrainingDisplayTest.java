package ikat.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.train.TrainingProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingDisplayTest {

    private final StringWriter out = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    private TrainingDisplay display(Terminal terminal) {
        return new TrainingDisplay(new LiveLine(new PrintWriter(out), terminal), nanos::get);
    }

    private static String line(TrainingProgress progress, double score, Terminal terminal) {
        return ProgressBar.fitted(
                progress.fraction(), terminal, TrainingDisplay.layouts(progress, score));
    }

    private static TrainingProgress at(int step, double fraction) {
        return new TrainingProgress(
                step,
                Duration.ofSeconds(step),
                fraction,
                1.214,
                0.936,
                2,
                4.26,
                Duration.ofSeconds(92));
    }

    @Test
    void aLineTellsEverythingWhereThereIsRoom() {
        assertThat(line(at(640, 0.62), Double.NaN, new Terminal(true, 80, false)))
                .isEqualTo(
                        " [############--------]  62%  step 640  D 1.21  G 0.94  4.3 steps/s  1m32s"
                                + " left");
        assertThat(line(at(640, 0.62), Double.NaN, new Terminal(true, 80, true)))
                .startsWith(
                        " \u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2591");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 40, 50, 60, 70, 80, 200})
    void aLineFitsTheTerminal(int columns) {
        String line = line(at(123_456, 0.5), 1.37, new Terminal(true, columns, false));

        assertThat(line.length()).isLessThan(columns);
        assertThat(line).endsWith("1m32s left");
    }

    @Test
    void lossesThatAreNoNumbersAreShownAsSuch() {
        TrainingProgress broken =
                new TrainingProgress(
                        1, Duration.ZERO, Double.NaN, Double.NaN, 0, 0, 0, Duration.ZERO);

        assertThat(line(broken, Double.NaN, Terminal.plain())).contains("0%").contains("D NaN");
    }

    @Test
    void aTerminalGetsOneLineThatChanges() {
        TrainingDisplay display = display(new Terminal(true, 80, false));
        for (int step = 1; step <= 100; step++) {
            nanos.addAndGet(200_000_000L);
            display.progressed(at(step, step / 100.0));
        }

        assertThat(out.toString()).doesNotContain("\n").contains("\r").contains("step 100");
        assertThat(out.toString()).doesNotContain("\u001b");
    }

    @Test
    void fastStepsAreNotAllDrawn() {
        TrainingDisplay display = display(new Terminal(true, 80, false));
        for (int step = 1; step <= 100; step++) {
            nanos.addAndGet(10_000_000L);
            display.progressed(at(step, step / 101.0));
        }

        assertThat(out.toString().chars().filter(c -> c == '\r').count()).isBetween(6L, 8L);
    }

    @Test
    void anythingElseGetsALineEveryFifteenSeconds() {
        TrainingDisplay display = display(Terminal.plain());
        for (int step = 1; step <= 60; step++) {
            nanos.addAndGet(1_000_000_000L);
            display.progressed(at(step, step / 60.0));
        }

        assertThat(out.toString().lines()).hasSize(5).allMatch(line -> line.startsWith("["));
        assertThat(out.toString()).doesNotContain("\r").contains("step 60");
    }

    @Test
    void aRemarkStandsOnALineOfItsOwn() {
        TrainingDisplay display = display(new Terminal(true, 80, false));
        display.progressed(at(3, 0.1));
        display.recovered("the losses exploded", at(3, 0.1));

        assertThat(out.toString()).containsPattern("\r +\rnote: the losses exploded\\R");
    }
}
