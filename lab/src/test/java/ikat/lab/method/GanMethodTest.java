package ikat.lab.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.image.Mirroring;
import ikat.lab.gram.Pictures;
import ikat.train.Layout;
import ikat.train.TrainingPlan;
import java.time.Duration;
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
    void publishedPlansHaveThePublishedLossAndRates() {
        for (Gan gan : new Gan[] {Gan.PSGAN, Gan.SGAN, Gan.DCGAN}) {
            TrainingPlan plan = plan(gan, 1);
            assertThat(plan.optimiser().featureWeight()).isZero();
            assertThat(plan.optimiser().learningRate()).isEqualTo(2e-4);
            assertThat(plan.optimiser().finalRate()).isEqualTo(1);
            assertThat(plan.optimiser().discriminatorRate()).isEqualTo(1);
            assertThat(plan.optimiser().averaging()).isZero();
            assertThat(plan.shape().smoothStages()).isZero();
            assertThat(plan.crops().mirroring()).isEqualTo(Mirroring.NONE);
            assertThat(plan.shape().generatorChannels()).isNotEmpty();
            assertThat(plan.budget().seconds()).isEqualTo(0.4);
        }
        assertThat(plan(Gan.DCGAN, 1).shape().layout()).isEqualTo(Layout.ONE_CELL);
        assertThat(plan(Gan.SGAN, 1).noise().waves()).isEmpty();
        assertThat(plan(Gan.SGAN, 1).shape().generatorChannels()).containsExactly(128, 64, 32, 16);
        assertThat(plan(Gan.SGAN, 1).crops().patchPixels()).isEqualTo(160);
        assertThat(plan(Gan.PSGAN, 1).noise().waveStages()).containsExactly(0);
        assertThat(plan(Gan.PSGAN, 1).optimiser().phaseWeight()).isZero();
    }

    @Test
    void psganStartsItsWavesAnywhereInsteadOfAtThePeriods() {
        assertThat(plan(Gan.PSGAN, 1).noise().waves()).hasSize(3);
        assertThat(plan(Gan.PSGAN, 1).noise().waves())
                .isNotEqualTo(plan(Gan.PSGAN, 2).noise().waves());
        assertThat(plan(Gan.IKAT, 1).noise().waves())
                .isEqualTo(plan(Gan.IKAT, 2).noise().waves())
                .isNotEmpty();
        double most = 0.5 / (1 << plan(Gan.PSGAN, 1).shape().depth());
        assertThat(plan(Gan.PSGAN, 1).noise().waves())
                .allMatch(w -> Math.abs(w.x()) <= most && Math.abs(w.y()) <= most);
    }

    private static TrainingPlan plan(Gan gan, long seed) {
        return gan.plan(PictureReport.of(Pictures.weave(1, 160)), SHORT, seed);
    }

    private static LearnedTexture learned(Gan gan, Exemplar exemplar) {
        return gan.method().learn(exemplar, Pictures.effort(SHORT), 1);
    }
}
