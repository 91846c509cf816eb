package ikat.score;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.signal.Plane;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ElementsTest {

    private static final int SIDE = 320;
    private static final double PERIOD = 20;

    /**
     * A square lattice of blobs.
     *
     * @param jitter deviation of their places along each axis, in pixels
     * @param uneven deviation of their brightness, relative to its mean
     */
    private static Exemplar blobs(double jitter, double uneven) {
        Random random = new Random(3);
        float[] pixels = new float[SIDE * SIDE];
        for (double top = PERIOD / 2; top < SIDE; top += PERIOD) {
            for (double left = PERIOD / 2; left < SIDE; left += PERIOD) {
                double x = left + jitter * random.nextGaussian();
                double y = top + jitter * random.nextGaussian();
                double height = 0.8 * (1 + uneven * random.nextGaussian());
                for (int i = 0; i < pixels.length; i++) {
                    double dx = i % SIDE - x;
                    double dy = i / SIDE - y;
                    if (dx * dx + dy * dy < 400) {
                        pixels[i] += (float) (height * Math.exp(-(dx * dx + dy * dy) / 30));
                    }
                }
            }
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.max(-1, Math.min(1, pixels[i] - 0.5f));
        }
        return Exemplar.made("blobs", 1, SIDE, SIDE, pixels);
    }

    private static List<ElementFigure> figures(Exemplar exemplar, Exemplar candidate) {
        return Elements.of(Plane.luminance(exemplar), PictureReport.of(exemplar).peaks())
                .get(0)
                .figures(List.of(Plane.luminance(candidate)));
    }

    @Test
    void elementsThatAreAllAlikeAreOneMeanElementInItsPlace() {
        Exemplar alike = blobs(0, 0);
        List<ElementFigure> figures = figures(alike, alike);
        assertThat(figures)
                .extracting(ElementFigure::name)
                .containsExactly("meanElement", "displacement", "amplitude");
        assertThat(figures.get(0).candidate()).isGreaterThan(0.95);
        assertThat(figures.get(1).candidate()).isLessThan(0.2);
        assertThat(figures.get(2).candidate()).isLessThan(0.05);
    }

    @Test
    void displacementAndUnevenBrightnessAreToldApart() {
        Exemplar alike = blobs(0, 0);
        List<ElementFigure> moved = figures(alike, blobs(1.5, 0));
        List<ElementFigure> uneven = figures(alike, blobs(0, 0.3));
        assertThat(moved.get(1).candidate()).isBetween(0.5, 1.6);
        assertThat(moved.get(1).candidate()).isGreaterThan(3 * uneven.get(1).candidate());
        assertThat(uneven.get(2).candidate()).isGreaterThan(0.1);
        assertThat(uneven.get(2).candidate()).isGreaterThan(1.5 * moved.get(2).candidate());
        assertThat(moved.get(0).candidate()).isLessThan(0.95);
        assertThat(uneven.get(0).candidate()).isLessThan(0.95);
    }

    @Test
    void withoutALatticeThereIsNothingToMeasure() {
        Random random = new Random(1);
        float[] noise = new float[SIDE * SIDE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextFloat() - 0.5f;
        }
        Exemplar picture = Exemplar.made("noise", 1, SIDE, SIDE, noise);
        assertThat(Elements.of(Plane.luminance(picture), PictureReport.of(picture).peaks()))
                .isEmpty();
    }
}
