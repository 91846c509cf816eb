package ikat.studio;

import static ikat.studio.PlanePictures.number;
import static ikat.studio.PlanePictures.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanePageTest extends OneStudio {

    /**
     * Differences between the canvas and the plane in one piece: in all, and beside tiles' borders.
     */
    private static final String COMPARE =
            """
            async ({ seed, zoom }) => {
              await window.ikat.plane.idle();
              const canvas = document.querySelector('.stage canvas');
              const { width, height } = canvas;
              const view = window.ikat.plane.view;
              const address = '/api/models/honeycomb/tiles/12/0/0.png?size=1024&seed=' + seed;
              const whole = await createImageBitmap(await (await fetch(address)).blob());
              const copy = new OffscreenCanvas(width, height).getContext('2d');
              copy.drawImage(whole, width / 2 - view.x * zoom, height / 2 - view.y * zoom, 1024 * zoom, 1024 * zoom);
              const shown = canvas.getContext('2d').getImageData(0, 0, width, height).data;
              const wanted = copy.getImageData(0, 0, width, height).data;
              const sums = { all: [0, 0], border: [0, 0], most: 0 };
              for (let y = 0; y < height; y++) {
                for (let x = 0; x < width; x++) {
                  const at = 4 * (y * width + x);
                  if (wanted[at + 3] < 255) continue;
                  const px = (x - width / 2) / zoom + view.x;
                  const near = Math.abs(px - 256 * Math.round(px / 256)) < 1 / zoom;
                  const difference = Math.abs(shown[at] - wanted[at]) + Math.abs(shown[at + 1] - wanted[at + 1]);
                  sums.most = Math.max(sums.most, difference);
                  for (const sum of near ? [sums.all, sums.border] : [sums.all]) {
                    sum[0] += difference;
                    sum[1] += 1;
                  }
                }
              }
              return { all: sums.all[0] / sums.all[1], border: sums.border[0] / sums.border[1], most: sums.most, pixels: sums.all[1] };
            }
            """;

    /** Waits until what is left of a drag no longer tells a speed, which it does for 90 ms. */
    private static final String REST =
            """
            async () => {
              const began = performance.now();
              while (performance.now() - began < 100) await new Promise((done) => requestAnimationFrame(done));
            }
            """;

    @Test
    void tilesAreThePlaneInOnePiece() {
        Page page = plane("/plane?model=honeycomb&seed=3&x=512&y=512&zoom=1");

        Map<?, ?> found = compare(page, 3, 1);

        assertThat(number(found, "pixels")).isGreaterThan(500_000);
        assertThat(number(found, "most")).isLessThanOrEqualTo(2);
    }

    @Test
    void noSeamShowsAtAnOddZoom() {
        Page page = plane("/plane?model=honeycomb&seed=3&x=512&y=512&zoom=0.7");

        Map<?, ?> found = compare(page, 3, 0.7);

        assertThat(number(found, "pixels")).isGreaterThan(300_000);
        assertThat(number(found, "border")).isLessThan(1.5 * number(found, "all") + 3);
    }

    @Test
    void draggingAndTheWheelMoveTheViewAndALinkReopensIt() {
        Page page = plane("/plane?model=honeycomb&seed=3&x=512&y=512&zoom=1");
        BoundingBox stage = page.locator(".stage canvas").boundingBox();
        double x = stage.x + stage.width / 2;
        double y = stage.y + stage.height / 2;

        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x - 200, y - 100);
        page.evaluate(REST); // so that the plane does not drift on
        page.mouse().up();
        page.evaluate("() => window.ikat.plane.idle()");
        assertThat(view(page, "x")).isBetween(711.0, 713.0);
        assertThat(view(page, "y")).isBetween(611.0, 613.0);

        page.mouse().wheel(0, 600);
        page.waitForFunction("() => window.ikat.plane.view.zoom < 0.9");
        PlanePictures.settle(page);
        Object before = PlanePictures.digest(page);
        page.reload();
        PlanePictures.await(page);
        assertThat(PlanePictures.digest(page)).isEqualTo(before);
    }

    @Test
    void keysMoveAndZoomAndDrawAnotherSeed() {
        Page page = plane("/plane?model=honeycomb&seed=3");
        Object before = PlanePictures.digest(page);

        page.locator(".stage canvas").focus();
        page.keyboard().press("ArrowRight");
        PlanePictures.settle(page);
        assertThat(view(page, "x")).isPositive();
        page.keyboard().press("-");
        PlanePictures.settle(page);
        assertThat(view(page, "zoom")).isLessThan(1);
        page.keyboard().press("0");
        page.keyboard().press("Home");
        PlanePictures.settle(page);
        assertThat(PlanePictures.digest(page)).isEqualTo(before);
        page.keyboard().press("r");
        page.waitForFunction("() => new URLSearchParams(location.search).get('seed') !== '3'");
        PlanePictures.settle(page);
        assertThat(PlanePictures.digest(page)).isNotEqualTo(before);
    }

    @Test
    void twoFingersZoomAroundTheirMiddle() {
        Page page = plane("/plane?model=honeycomb&x=512&y=512&zoom=1");
        page.evaluate(
                """
                () => {
                  const canvas = document.querySelector('.stage canvas');
                  canvas.setPointerCapture = () => {}; // which fingers that are made up cannot have
                  const box = canvas.getBoundingClientRect();
                  const touch = (kind, id, x) => canvas.dispatchEvent(new PointerEvent(kind, {
                    pointerId: id, pointerType: 'touch', isPrimary: id === 11, bubbles: true, cancelable: true, buttons: 1,
                    clientX: box.left + box.width / 2 + x, clientY: box.top + box.height / 2,
                  }));
                  touch('pointerdown', 11, -50);
                  touch('pointerdown', 12, 50);
                  for (let i = 1; i <= 10; i++) {
                    touch('pointermove', 11, -50 - 5 * i);
                    touch('pointermove', 12, 50 + 5 * i);
                  }
                  touch('pointerup', 11, -100);
                  touch('pointerup', 12, 100);
                }
                """);
        PlanePictures.settle(page);

        assertThat(view(page, "zoom")).isBetween(1.8, 2.2);
        assertThat(view(page, "x")).isBetween(505.0, 519.0);
    }

    /** The mean of the green of what is shown, and of the differences of neighbours in a row. */
    private static final String LOOK =
            """
            async (zoom) => {
              const { plane } = window.ikat;
              plane.view = { zoom };
              await plane.idle();
              await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
              const canvas = document.querySelector('.stage canvas');
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              const sums = { light: 0, gradient: 0 };
              for (let i = 5; i < data.length; i += 4) {
                sums.light += (4 * data[i]) / data.length;
                sums.gradient += (4 * Math.abs(data[i] - data[i - 4])) / data.length;
              }
              return sums;
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"network", "woven"})
    void neitherSharpnessNorLightJumpsWhereALevelTakesOver(String detail) {
        Page page = plane("/plane?model=honeycomb&seed=3&zoom=0.6&detail=" + detail);

        for (double octave : new double[] {0.5, 0.25}) {
            Map<?, ?> finer = (Map<?, ?>) page.evaluate(LOOK, 1.02 * octave);
            Map<?, ?> coarser = (Map<?, ?>) page.evaluate(LOOK, 0.98 * octave);
            assertThat(number(finer, "gradient") / number(coarser, "gradient"))
                    .as("sharpness at %s", octave)
                    .isBetween(0.88, 1.12);
            assertThat(number(finer, "light")).isCloseTo(number(coarser, "light"), within(1.5));
        }
        page.context().close();
    }

    @Test
    void theFarEndsOfTheZoomAndOfThePlaneAreSharp() {
        Page page = plane("/plane?model=honeycomb&x=3000000000&y=-3000000000&zoom=0.03125");

        page.evaluate("() => window.ikat.plane.idle()");

        Object colours =
                page.evaluate(
                        """
                        () => {
                          const canvas = document.querySelector('.stage canvas');
                          const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                          const seen = new Set();
                          for (let i = 0; i < data.length; i += 4) seen.add(data[i] >> 3);
                          return seen.size;
                        }
                        """);
        assertThat(((Number) colours).intValue()).isGreaterThan(4);
        assertThat(browser.complaints()).isEmpty();
    }

    private static Page plane(String path) {
        Page page = browser.page(path);
        PlanePictures.await(page);
        return page;
    }

    private static Map<?, ?> compare(Page page, int seed, double zoom) {
        return (Map<?, ?>) page.evaluate(COMPARE, Map.of("seed", seed, "zoom", zoom));
    }
}
