package ikat.service.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FewColoursTest {

    private static final PixelRegion REGION = new PixelRegion(-13, 5, 96, 64);
    private static final Palette PALETTE = Palette.exactly(0x000000, 0x808080, 0xFFFFFF, 0xFF0001);

    /** Grey that grows to the right. */
    private record Slope() implements PixelSource {

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public byte[] render(PixelRegion region) {
            byte[] pixels = new byte[region.width() * region.height()];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) Math.floorMod(2 * (region.left() + i % region.width()), 256L);
            }
            return pixels;
        }
    }

    private static Set<Integer> colours(byte[] pixels) {
        Set<Integer> colours = new HashSet<>();
        for (int i = 0; i < pixels.length; i += 3) {
            colours.add((pixels[i] & 255) << 16 | (pixels[i + 1] & 255) << 8 | pixels[i + 2] & 255);
        }
        return colours;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noOtherColourAppears(boolean dithered) {
        byte[] pixels = new FewColours(new Slope(), PALETTE, dithered).render(REGION);
        assertThat(colours(pixels)).containsExactlyInAnyOrder(0x000000, 0x808080, 0xFFFFFF);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void windowsShowTheSame(boolean dithered) {
        FewColours plane = new FewColours(new Slope(), PALETTE, dithered);
        Pixels whole = Pixels.of(plane, REGION);
        assertThat(plane.onOneThread().render(new PixelRegion(10, 20, 30, 7)))
                .isEqualTo(whole.cut(23, 15, 30, 7).bytes());
    }

    @Test
    void aPatternKeepsTheShade() {
        PixelSource grey =
                new PixelSource() {
                    @Override
                    public int channels() {
                        return 1;
                    }

                    @Override
                    public byte[] render(PixelRegion region) {
                        byte[] pixels = new byte[region.width() * region.height()];
                        Arrays.fill(pixels, (byte) 60);
                        return pixels;
                    }
                };
        Palette near = Palette.exactly(0x303030, 0x505050);
        byte[] pixels = new FewColours(grey, near, true).render(new PixelRegion(0, 0, 64, 64));
        double sum = 0;
        for (byte value : pixels) {
            sum += (value & 255) / (double) pixels.length;
        }
        assertThat(sum).isCloseTo(60, within(4.0));
        assertThat(colours(pixels)).hasSize(2);
    }

    @Test
    void coloursOfThePaletteStayAsTheyAre() {
        Palette close = Palette.exactly(0x101010, 0x111111, 0x121212);
        PixelSource plane = new FewColours(new Slope(), close, false);
        byte[] pixels = plane.render(new PixelRegion(8, 0, 2, 1)); // 16 and 18
        assertThat(pixels).containsExactly(16, 16, 16, 18, 18, 18);
    }
}
