package ikat.studio;

import com.microsoft.playwright.Page;
import java.util.Map;

/** What a page with a plane shows, once all of it is there: kept, and compared. */
final class PlanePictures {

    /** Remembers how the canvas looks, under a name; settled and without the brush over it. */
    private static final String KEEP =
            """
            async (name) => {
              await window.ikat.brush?.idle();
              await window.ikat.plane.idle();
              const two = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
              await two();
              await window.ikat.plane.idle();
              const canvas = document.querySelector('.stage canvas');
              window.kept ??= {};
              window.kept[name] = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            }
            """;

    /** Pixels that differ between two: within a distance of the middle's row, and beyond it. */
    private static final String COMPARE =
            """
            ({ one, other, near }) => {
              const [a, b] = [window.kept[one], window.kept[other]];
              const found = { near: 0, far: 0 };
              for (let y = 0; y < a.height; y++) {
                for (let x = 0; x < a.width; x++) {
                  const at = 4 * (y * a.width + x);
                  if (a.data[at] === b.data[at] && a.data[at + 1] === b.data[at + 1] && a.data[at + 2] === b.data[at + 2]) continue;
                  found[Math.abs(y - a.height / 2) <= near ? 'near' : 'far'] += 1;
                }
              }
              return found;
            }
            """;

    /** A sum over a picture that was kept, which outlives the page. */
    private static final String DIGEST =
            """
            async (name) => {
              const digest = await crypto.subtle.digest('SHA-256', window.kept[name].data);
              return [...new Uint8Array(digest)].join();
            }
            """;

    /**
     * How many pixels differ.
     *
     * @param near the middle's row, within the distance that was asked for
     * @param far from it
     */
    record Difference(int near, int far) {
        int all() {
            return near + far;
        }
    }

    private PlanePictures() {}

    /** Waits for the next frame, so that movements do not arrive all at once. */
    static void frame(Page page) {
        page.evaluate("() => new Promise((done) => requestAnimationFrame(done))");
    }

    /** Waits until the page has its plane, and the plane its tiles. */
    static void await(Page page) {
        page.waitForFunction("() => window.ikat?.plane");
        page.evaluate("() => window.ikat.plane.idle()");
    }

    /** Waits until the view has stood still for six frames and the address says where it is. */
    static void settle(Page page) {
        page.evaluate(
                """
                async () => {
                  const { plane } = window.ikat;
                  const frame = () => new Promise((done) => requestAnimationFrame(done));
                  let last = '';
                  for (let still = 0; still < 6; still++) {
                    const now = JSON.stringify(plane.view);
                    if (now !== last) still = 0;
                    last = now;
                    await frame();
                  }
                  await plane.idle();
                }
                """);
        page.waitForFunction(
                """
                () => {
                  const said = new URLSearchParams(location.search);
                  const usual = { x: 0, y: 0, zoom: 1 };
                  return Object.keys(usual).every((name) => Number(said.get(name) ?? usual[name]) === window.ikat.plane.view[name]);
                }
                """);
    }

    /** Keeps what is shown under a name, until the page is left. */
    static void keep(Page page, String name) {
        page.evaluate(KEEP, name);
    }

    /** What is shown, to be compared with what another page shows. */
    static Object digest(Page page) {
        keep(page, "digested");
        return page.evaluate(DIGEST, "digested");
    }

    /**
     * Compares two that were kept.
     *
     * @param near pixels above and below the middle's row
     */
    static Difference compare(Page page, String one, String other, int near) {
        Map<?, ?> found =
                (Map<?, ?>)
                        page.evaluate(COMPARE, Map.of("one", one, "other", other, "near", near));
        return new Difference((int) number(found, "near"), (int) number(found, "far"));
    }

    /** A coordinate of the view, or its zoom. */
    static double view(Page page, String name) {
        return ((Number) page.evaluate("name => window.ikat.plane.view[name]", name)).doubleValue();
    }

    /** A number of what a script found. */
    static double number(Map<?, ?> found, String name) {
        return ((Number) found.get(name)).doubleValue();
    }
}
