package ikat.studio.live;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.studio.live.LiveRoutes.Admission;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final Admission admission = new Admission();

    private int enter(String address, int times) {
        int entered = 0;
        for (int i = 0; i < times; i++) {
            entered += admission.enter(address) ? 1 : 0;
        }
        return entered;
    }

    @Test
    void oneAddressHasEightPlaces() {
        assertThat(enter("a", 20)).isEqualTo(8);
        assertThat(enter("b", 1)).isEqualTo(1);
        admission.leave("a");
        assertThat(enter("a", 2)).isEqualTo(1);
        assertThat(admission.count()).isEqualTo(9);
    }

    @Test
    void allAddressesTogetherHaveThirtyTwo() {
        for (String address : new String[] {"a", "b", "c", "d"}) {
            assertThat(enter(address, 8)).isEqualTo(8);
        }
        assertThat(enter("e", 1)).isZero();
        admission.leave("d");
        assertThat(enter("e", 2)).isEqualTo(1);
        assertThat(admission.count()).isEqualTo(32);
    }
}
