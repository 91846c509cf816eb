package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.torch.train.TrainingStep.Losses;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final Losses WELL = new Losses(0.7, 1.5, 1, 0.9);

    @Test
    void aLossThatIsNoNumberIsNoticedAtOnce() {
        assertThat(new Health().complaint(new Losses(Double.NaN, 1, 1, 1)))
                .contains("not a number");
        assertThat(new Health().complaint(new Losses(1, Double.POSITIVE_INFINITY, 1, 1)))
                .contains("not a number");
    }

    @Test
    void picturesOfOneColourAreNoticedAfterAWhile() {
        Health health = new Health();
        assertThat(health.complaint(new Losses(0.7, 1.5, 1, 0.01))).isNull();
        assertThat(health.sound()).isFalse();
        assertThat(untilComplaint(health, new Losses(0.7, 1.5, 1, 0.01))).contains("contrast");
    }

    @Test
    void aDiscriminatorThatAlwaysWinsIsNoticedAfterAWhile() {
        assertThat(untilComplaint(new Health(), new Losses(1e-5, 12, 1, 0.9)))
                .contains("always wins");
    }

    @Test
    void oneGoodStepEndsTheAlarm() {
        Health health = new Health();
        for (int i = 0; i < 149; i++) {
            health.complaint(new Losses(1e-5, 12, 1, 0.9));
        }
        assertThat(health.complaint(WELL)).isNull();
        assertThat(health.sound()).isTrue();
        assertThat(health.complaint(new Losses(1e-5, 12, 1, 0.9))).isNull();
    }

    private static String untilComplaint(Health health, Losses losses) {
        for (int i = 0; i < 1000; i++) {
            String complaint = health.complaint(losses);
            if (complaint != null) {
                return complaint;
            }
        }
        return "none";
    }
}
