package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LightTest {

    @Test
    void everyValueIsThatOfItsLight() {
        for (int value = 0; value < 256; value++) {
            assertThat(Light.value((long) Light.of((byte) value))).isEqualTo((byte) value);
            assertThat(255 * Light.encoded(Light.decoded(value / 255.0)))
                    .isCloseTo(value, within(1e-9));
        }
        assertThat(Light.of((byte) 255)).isEqualTo(Light.MOST);
    }

    @Test
    void theTableIsAsGoodAsThePower() {
        for (int i = 0; i <= 100_000; i++) {
            double value = i / 100_000.0;
            assertThat(Light.lookedUp(value)).isCloseTo(Light.decoded(value), within(1e-7));
        }
    }

    @Test
    void whatOvershootsIsBlackOrWhite() {
        assertThat(Light.value(-3f)).isEqualTo((byte) 0);
        assertThat(Light.value(1e6f)).isEqualTo((byte) 255);
    }

    @Test
    void finePatternsKeepTheirLightHoweverFarAway() {
        Pixels checks = Pixels.empty(64, 64, 1);
        for (int i = 0; i < checks.bytes().length; i++) {
            checks.bytes()[i] = (byte) ((i % 64 + i / 64) % 2 == 0 ? 255 : 0);
        }
        Pixels smaller = checks;
        for (int halvings = 1; halvings <= 6; halvings++) {
            assertThat(checks.halved(halvings, Averaging.LIGHT).bytes()).containsOnly((byte) 188);
            smaller = smaller.halved(1, Averaging.LIGHT);
            assertThat(smaller.bytes()).containsOnly((byte) 188);
        }
    }
}
