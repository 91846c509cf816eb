package ikat.studio.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final List<String> here = new ArrayList<>();

    private int enter(String address, int times) {
        int entered = 0;
        for (int i = 0; i < times; i++) {
            if (!LiveRoutes.isFull(here, address)) {
                here.add(address);
                entered++;
            }
        }
        return entered;
    }

    @Test
    void oneAddressHasEightPlaces() {
        assertThat(enter("a", 20)).isEqualTo(8);
        assertThat(enter("b", 1)).isEqualTo(1);
        here.remove("a");
        assertThat(enter("a", 2)).isEqualTo(1);
        assertThat(here).hasSize(9);
    }

    @Test
    void allAddressesTogetherHaveThirtyTwo() {
        for (String address : new String[] {"a", "b", "c", "d"}) {
            assertThat(enter(address, 8)).isEqualTo(8);
        }
        assertThat(enter("e", 1)).isZero();
        here.remove("d");
        assertThat(enter("e", 2)).isEqualTo(1);
        assertThat(here).hasSize(32);
    }
}
