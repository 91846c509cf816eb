package ikat.service.film;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Pixels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YuvFrameTest {

    /** ITU-R BT.709, 8 bits. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 16, 128, 128",
        "255, 255, 255, 235, 128, 128",
        "255, 0, 0, 63, 102, 240",
        "0, 255, 0, 173, 42, 26",
        "0, 0, 255, 32, 240, 118"
    })
    void coloursHaveTheCodesOfTheStandard(int r, int g, int b, int y, int u, int v) {
        byte[] rgb = new byte[6 * 4 * 3];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) r;
            rgb[i + 1] = (byte) g;
            rgb[i + 2] = (byte) b;
        }

        YuvFrame frame = YuvFrame.of(new Pixels(rgb, 6, 4, 3));

        assertThat(frame.y()).hasSize(24).containsOnly((byte) y);
        assertThat(frame.u()).hasSize(6).containsOnly((byte) u);
        assertThat(frame.v()).hasSize(6).containsOnly((byte) v);
    }
}
