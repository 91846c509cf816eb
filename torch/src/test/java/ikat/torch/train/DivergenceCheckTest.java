package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.torch.train.TrainingStep.Losses;
import org.junit.jupiter.api.Test;

class DivergenceCheckTest {

    private static final Losses WELL = new Losses(0.7, 1.5, 1, 0.9);

    @Test
    void aLossThatIsNoNumberIsNoticedAtOnce() {
        assertThat(new DivergenceCheck().failure(new Losses(Double.NaN, 1, 1, 1)))
                .contains("not a number");
        assertThat(new DivergenceCheck().failure(new Losses(1, Double.POSITIVE_INFINITY, 1, 1)))
                .contains("not a number");
    }

    @Test
    void picturesOfOneColourAreNoticedAfterAWhile() {
        DivergenceCheck check = new DivergenceCheck();
        assertThat(check.failure(new Losses(0.7, 1.5, 1, 0.01))).isNull();
        assertThat(check.passed()).isFalse();
        assertThat(untilFailure(check, new Losses(0.7, 1.5, 1, 0.01))).contains("contrast");
    }

    @Test
    void aDiscriminatorThatAlwaysWinsIsNoticedAfterAWhile() {
        assertThat(untilFailure(new DivergenceCheck(), new Losses(1e-5, 12, 1, 0.9)))
                .contains("always wins");
    }

    @Test
    void oneGoodStepEndsTheAlarm() {
        DivergenceCheck check = new DivergenceCheck();
        for (int i = 0; i < 149; i++) {
            check.failure(new Losses(1e-5, 12, 1, 0.9));
        }
        assertThat(check.failure(WELL)).isNull();
        assertThat(check.passed()).isTrue();
        assertThat(check.failure(new Losses(1e-5, 12, 1, 0.9))).isNull();
    }

    private static String untilFailure(DivergenceCheck check, Losses losses) {
        for (int i = 0; i < 1000; i++) {
            String failure = check.failure(losses);
            if (failure != null) {
                return failure;
            }
        }
        return "none";
    }
}
