package ikat.service.film;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Pixels;
import ikat.service.colour.Palette;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PaletteTest {

    @Test
    void fewColoursAreKeptAsTheyAre() {
        byte[] frame = new byte[3 * 300];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (byte) (i < 450 ? 200 : i % 3 * 40);
        }

        Palette palette = Palette.of(List.of(frame));

        assertThat(palette.size()).isEqualTo(2);
        int grey = palette.nearest(201, 199, 203);
        assertThat(palette.channel(0)[grey] & 255).isEqualTo(200);
        int other = palette.nearest(0, 40, 80);
        assertThat(palette.channel(2)[other] & 255).isEqualTo(80);
    }

    @Test
    void manyColoursAreWithinReach() {
        SplittableRandom random = new SplittableRandom(1);
        byte[] frame = new byte[3 * 20_000];
        for (int i = 0; i < frame.length; i += 3) {
            int light = random.nextInt(256);
            frame[i] = (byte) light;
            frame[i + 1] = (byte) (light / 2 + random.nextInt(8));
            frame[i + 2] = (byte) (255 - light);
        }

        Palette palette = Palette.of(List.of(frame));

        assertThat(palette.size()).isBetween(128, 256);
        for (int light = 4; light < 252; light++) {
            int index = palette.nearest(light, light / 2 + 4, 255 - light);
            assertThat(Math.abs((palette.channel(0)[index] & 255) - light)).isLessThan(6);
        }
    }

    @Test
    void ditheringKeepsTheMean() {
        byte[] frame = new byte[3 * 64 * 64];
        byte[] ends = {0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1};
        Arrays.fill(frame, (byte) 100);

        byte[] indices =
                GifWriter.dithered(Palette.of(List.of(ends)), new Pixels(frame, 64, 64, 3));

        long bright = 0;
        byte[] red = Palette.of(List.of(ends)).channel(0);
        for (byte index : indices) {
            bright += red[index & 255] & 255;
        }
        assertThat(bright / 4096.0).isBetween(95.0, 105.0);
    }
}
