package ikat.service.report;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.train.TrainingProgress;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunHistoryTest {

    static TrainingProgress progress(long step, double loss) {
        return new TrainingProgress(
                step, Duration.ofSeconds(step), 0.5, loss, 2 * loss, 3 * loss, 5, Duration.ZERO);
    }

    @Test
    void aShortTrainingIsKeptStepByStep() {
        RunHistory.Losses losses = new RunHistory.Losses();
        for (int step = 1; step <= 100; step++) {
            losses.add(progress(step, step));
        }

        assertThat(losses.points()).hasSize(100);
        assertThat(losses.points().get(9)).isEqualTo(new RunHistory.Losses.Point(10, 10, 20, 30));
    }

    @Test
    void aLongTrainingIsKeptAsMeans() {
        RunHistory.Losses losses = new RunHistory.Losses();
        for (int step = 1; step <= 100_000; step++) {
            losses.add(progress(step, step));
        }
        List<RunHistory.Losses.Point> points = losses.points();
        RunHistory.Losses.Point first = points.get(0);

        assertThat(points.size()).isBetween(390, 800);
        assertThat(first.discriminator()).isEqualTo((1 + first.step()) / 2);
        assertThat(points.get(points.size() - 1).step()).isGreaterThan(99_000);
    }

    @Test
    void previewsOfALongTrainingAreThinnedEvenly() {
        RunHistory history = new RunHistory();
        BufferedImage picture = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 100; i++) {
            history.addPreview(picture, progress(i, 0));
        }

        assertThat(history.previews().stream().map(preview -> preview.progress().step()))
                .hasSizeLessThanOrEqualTo(18)
                .containsSequence(0L, 8L, 16L, 24L)
                .contains(96L);
    }

    @Test
    void nothingHappenedUntilAStepIsMade() {
        RunHistory history = new RunHistory();
        assertThat(history.isEmpty()).isTrue();

        history.progressed(progress(1, 1));
        assertThat(history.isEmpty()).isFalse();
    }
}
