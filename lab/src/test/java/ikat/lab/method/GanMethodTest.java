package ikat.lab.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.lab.gram.Pictures;
import ikat.train.Layout;
import ikat.train.TrainingPlan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GanMethodTest {

    private static final Duration SHORT = Duration.ofMillis(400);

    @Test
    void ourMethodMakesTheAskedSizeFromAModelThatCanBeKept() {
        try (LearnedTexture texture = learned(Gan.IKAT, Pictures.weave(3, 64))) {
            assertThat(texture.growth()).isEqualTo(Growth.ENDLESS);
            Exemplar made = texture.make(75, 530, 3);
            assertThat(made.width()).isEqualTo(75);
            assertThat(made.height()).isEqualTo(530);
            assertThat(texture.make(75, 530, 3).pixels()).isEqualTo(made.pixels());
            assertThat(texture.make(75, 530, 4).pixels()).isNotEqualTo(made.pixels());
            assertThat(texture).isInstanceOf(TrainedTexture.class);
            TrainedTexture backed = (TrainedTexture) texture;
            assertThat(backed.model().provenance().pictures().get(0).sha256()).hasSize(64);
            assertThat(backed.model().spec().noise().waves()).isPositive();
        }
    }

    @Test
    void dcganMakesItsOwnSizeOnly() {
        try (LearnedTexture texture = learned(Gan.DCGAN, Pictures.weave(1, 64))) {
            assertThat(texture.growth()).isEqualTo(Growth.FIXED);
            Exemplar made = texture.make(300, 200, 3);
            assertThat(made.width()).isEqualTo(64);
            assertThat(made.height()).isEqualTo(64);
            assertThat(made.channels()).isEqualTo(1);
        }
    }

    @Test
    void aTrainingStopsWhenToldTo() {
        long start = System.nanoTime();
        Effort effort =
                new Effort(Duration.ofHours(1), 2, () -> System.nanoTime() - start > 300_000_000L);
        assertThatThrownBy(() -> Gan.SGAN.method().learn(Pictures.weave(1, 64), effort, 1))
                .isInstanceOf(StoppedException.class);
    }

    @Test
    void whatCannotBeLearnedIsRefused() {
        Exemplar plain = Exemplar.made("plain.png", 1, 64, 64, new float[64 * 64]);
        assertThatThrownBy(() -> learned(Gan.PSGAN, plain))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plain.png has one colour only");
    }

    @Test
    void publishedPlansAreThePublishedRecipeAtAQuarterOfItsWidth() {
        assertThat(departures(Gan.PSGAN)).containsExactly("width=live");
        assertThat(departures(Gan.SGAN)).containsExactly("width=live", "patch=160", "batch=25");
        assertThat(departures(Gan.DCGAN)).containsExactly("width=live");
        assertThat(plan(Gan.PSGAN, 1).shape().generatorChannels()).containsExactly(128, 64, 32, 16);
        assertThat(plan(Gan.SGAN, 1).noise().waves()).isEmpty();
        assertThat(plan(Gan.DCGAN, 1).shape().layout()).isEqualTo(Layout.ONE_CELL);
        assertThat(plan(Gan.IKAT, 1).asPublished()).isFalse();
        assertThat(plan(Gan.IKAT, 1).budget().seconds()).isEqualTo(0.4);
    }

    @Test
    void patchesAreNoLargerThanThePicture() {
        TrainingPlan plan = Gan.PSGAN.plan(PictureReport.of(Pictures.weave(1, 100)), SHORT, 1);
        assertThat(plan.crops().patchPixels()).isEqualTo(96);
    }

    private static List<String> departures(Gan gan) {
        return plan(gan, 1).technique().departures();
    }

    private static TrainingPlan plan(Gan gan, long seed) {
        return gan.plan(PictureReport.of(Pictures.weave(1, 160)), SHORT, seed);
    }

    private static LearnedTexture learned(Gan gan, Exemplar exemplar) {
        return gan.method().learn(exemplar, Pictures.effort(SHORT), 1);
    }
}
