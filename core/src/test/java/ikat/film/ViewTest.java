package ikat.film;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.film.Camera.View;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import org.junit.jupiter.api.Test;

class ViewTest {

    private static final PixelSource WAVES = new Waves(3, 1);
    private static final PixelSource GREY = new Waves(1, 1);

    @Test
    void aStillViewTakesPixelsAsTheyAre() {
        byte[] frame = take(WAVES, Repeat.NEVER, 100, 1L << 40, 1, 33, 20);

        assertThat(frame).isEqualTo(WAVES.render(new PixelRegion(100, 1L << 40, 33, 20)));
    }

    @Test
    void halfAPixelIsHalfWay() {
        View view = new View((32 << 16) + (1 << 15), 32 << 16, 1);
        byte[] frame = view.frame(WAVES, Repeat.NEVER, 64, 64).inColour().bytes();

        for (int x = 0; x < 64; x++) {
            assertThat(frame[3 * x] & 255).isCloseTo(Waves.value(x + 0.5, 0, 0), by(2));
        }
    }

    @Test
    void zoomingInEnlargesAroundTheMiddle() {
        byte[] frame = take(WAVES, Repeat.NEVER, 0, 0, 4, 64, 64);

        for (int x = 0; x < 64; x++) {
            double place = 32 + (x + 0.5 - 32) / 4 - 0.5;
            assertThat(frame[3 * (32 * 64 + x)] & 255)
                    .isCloseTo(Waves.value(place, 32 - 0.375, 0), by(3));
        }
    }

    @Test
    void zoomingOutAveragesWhatIsTooFineToShow() {
        PixelSource checks = new Waves(3, 40);
        byte[] frame = take(checks, Repeat.NEVER, 0, 0, 0.125, 16, 16);

        for (byte value : frame) {
            assertThat(value & 255).isCloseTo(150, by(8)); // the mean light of the waves
        }
    }

    @Test
    void aFarViewIsTakenInBands() {
        byte[] frame = take(GREY, Repeat.NEVER, 0, 0, 0.0625, 300, 300);
        byte[] part = take(GREY, Repeat.NEVER, 0, 120, 0.0625, 300, 60);

        assertThat(part).isEqualTo(java.util.Arrays.copyOfRange(frame, 120 * 900, 180 * 900));
    }

    @Test
    void aRepeatingPlaneIsRenderedOnceAndRepeatsExactly() {
        Repeat repeat = new Repeat(20, 10);
        View view = new View((40 << 16) + 12_345, (5 << 16) + 333, 1);
        byte[] frame = view.frame(WAVES, repeat, 80, 40).inColour().bytes();

        for (int i = 0; i < frame.length; i++) {
            int x = i / 3 % 80;
            int y = i / 3 / 80;
            assertThat(frame[i]).isEqualTo(frame[(y % 10 * 80 + x % 20) * 3 + i % 3]);
        }
    }

    private static org.assertj.core.data.Offset<Integer> by(int most) {
        return org.assertj.core.data.Offset.offset(most);
    }

    private static byte[] take(
            PixelSource plane,
            Repeat repeat,
            long left,
            long top,
            double zoom,
            int width,
            int height) {
        View view = new View((left << 16) + (width << 15), (top << 16) + (height << 15), zoom);
        return view.frame(plane, repeat, width, height).inColour().bytes();
    }

    private record Waves(int channels, double speed) implements PixelSource {

        static int value(double x, double y, int channel) {
            return (int) Math.round(128 + 100 * Math.sin(0.3 * x + 0.2 * y + channel));
        }

        @Override
        public byte[] render(PixelRegion region) {
            byte[] pixels = new byte[region.width() * region.height() * channels];
            for (int i = 0; i < pixels.length; i++) {
                int pixel = i / channels;
                long x = region.left() + pixel % region.width();
                long y = region.top() + pixel / region.width();
                pixels[i] = (byte) value(speed * (x % 100_000), y % 100_000, i % channels);
            }
            return pixels;
        }
    }
}
