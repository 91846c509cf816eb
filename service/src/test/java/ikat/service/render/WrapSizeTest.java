package ikat.service.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.noise.Boundary;
import ikat.render.WrapCertificate.Axes;
import ikat.service.Refusal;
import ikat.service.render.WrapSize.Halvings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrapSizeTest {

    /** As many halvings as bring a picture to 64 pixels. */
    private static final Halvings TO_A_TILE =
            (width, height) -> {
                int halvings = 0;
                while (Math.max(width, height) > 64L << halvings) {
                    halvings++;
                }
                return halvings;
            };

    @ParameterizedTest
    @CsvSource({
        "XY, 96, 40, 8, 0, 12, 5",
        "X, 96, 41, 8, 0, 12, 0",
        "Y, 2, 6, 8, 2, 0, 3",
        "XY, 1, 3, 8, 5, 4, 12",
        "XY, 9, 18, 24, 4, 6, 12"
    })
    void aPictureIsOnePeriod(
            Axes axes, int width, int height, int cell, int level, long cellsX, long cellsY) {
        WrapSize size = new WrapSize(axes, width, height, cell, level, Halvings.NONE);
        assertThatCode(() -> size.check("it is")).doesNotThrowAnyException();
        assertThat(size.boundary()).isEqualTo(new Boundary.Wrapping(cellsX, cellsY));
        assertThat(size.pixels(cellsX)).isEqualTo(cellsX == 0 ? 0 : width);
    }

    @ParameterizedTest
    @CsvSource({
        "XY, 1032, 64, 8, 0, multiples of 32 px, 1024x64 and 1056x64",
        "X, 1032, 63, 8, 0, multiples of 32 px, 1024x63 and 1056x63",
        "XY, 4096, 8, 8, 0, multiples of 64 px, 4096x64 and 4096x128",
        "XY, 4096, 72, 8, 0, multiples of 64 px, 4096x64 and 4096x128",
        // The smaller size needs 4 halvings and multiples of 48 px, the larger one 5 and 96 px.
        "XY, 1010, 96, 24, 0, whole cells of 24 px, 1008x96 and 1056x96",
        "XY, 30, 32, 8, 1, at level 1 a picture that wraps is made of whole cells of 4 px, 28x32"
                + " and 32x32",
        "XY, 130, 64, 8, 3, multiples of 4 px, 128x64 and 132x64"
    })
    void theNearestSizesAreNamedOtherwise(
            Axes axes, int width, int height, int cell, int level, String rule, String nearest) {
        WrapSize size = new WrapSize(axes, width, height, cell, level, TO_A_TILE);
        assertThatThrownBy(() -> size.check("it is"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("it is " + width + "x" + height + ", but ")
                .hasMessageContaining(rule)
                .hasMessageEndingWith("; the two nearest sizes are " + nearest);
        for (String other : nearest.split(" and ")) {
            String[] sides = other.split("x");
            WrapSize near =
                    new WrapSize(
                            axes,
                            Integer.parseInt(sides[0]),
                            Integer.parseInt(sides[1]),
                            cell,
                            level,
                            TO_A_TILE);
            assertThatCode(() -> near.check("it is")).doesNotThrowAnyException();
        }
    }

    @Test
    void onlySizesThatFitAreAllowed() {
        WrapSize size = new WrapSize(Axes.XY, 128, 128, 8, 1, TO_A_TILE);
        assertThat(size.allows(new Boundary.Wrapping(32, 32))).isTrue();
        assertThat(size.allows(new Boundary.Wrapping(32, 31))).isTrue();
        assertThat(size.allows(new Boundary.Wrapping(65, 32))).isFalse(); // 260 px are odd at 65
        WrapSize far = new WrapSize(Axes.XY, 128, 128, 8, 6, Halvings.NONE);
        assertThat(far.allows(new Boundary.Wrapping(1016, 1024))).isTrue();
        assertThat(far.allows(new Boundary.Wrapping(1020, 1024))).isFalse();
    }
}
