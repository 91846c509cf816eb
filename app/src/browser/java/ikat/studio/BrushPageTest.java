package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
class BrushPageTest {

    /** Remembers how the canvas looks, under a name; settled and without the brush over it. */
    private static final String KEEP =
            """
            async (name) => {
              await window.ikat.brush.idle();
              await window.ikat.plane.idle();
              await new Promise((done) => setTimeout(done, 200));
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

    @TempDir private static Path folder;

    private static StudioBrowser browser;

    @BeforeAll
    static void open() {
        browser = StudioBrowser.open(folder);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void paintChangesItsSurroundingsOnlyAndUndoTakesItBack() {
        Page page = brush("/brush?model=samples&base=brick&zoom=1");
        page.evaluate(KEEP, "before");

        page.keyboard().press("2");
        stroke(page);
        page.evaluate(KEEP, "painted");
        Map<?, ?> painted = compare(page, "before", "painted", 230);
        assertThat(number(painted, "near")).isGreaterThan(20_000);
        assertThat(number(painted, "far")).isZero();

        page.keyboard().press("Control+z");
        page.evaluate(KEEP, "undone");
        assertThat(number(compare(page, "before", "undone", 0), "far")).isZero();

        page.keyboard().press("Control+Shift+z");
        page.evaluate(KEEP, "again");
        assertThat(number(compare(page, "painted", "again", 0), "far")).isZero();

        page.waitForTimeout(400);
        page.reload();
        await(page);
        page.mouse().move(5, 5);
        page.evaluate(KEEP, "reopened");
        assertThat((Boolean) page.evaluate("() => location.search.includes('map=')")).isTrue();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aSpotIsDrawnAnewAndNothingElse() {
        Page page = brush("/brush?model=pebbles&zoom=1");
        page.evaluate(KEEP, "before");

        page.keyboard().press("3");
        stroke(page);
        page.evaluate(KEEP, "drawn");

        Map<?, ?> drawn = compare(page, "before", "drawn", 230);
        assertThat(number(drawn, "near")).isGreaterThan(20_000);
        assertThat(number(drawn, "far")).isZero();
    }

    @Test
    void keysPaintToo() {
        Page page = brush("/brush?model=samples&base=brick&zoom=1");
        page.evaluate(KEEP, "before");

        page.locator(".stage canvas").focus();
        page.keyboard().press("2");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        page.locator(".panel").click();
        page.evaluate(KEEP, "stamped");

        Map<?, ?> stamped = compare(page, "before", "stamped", 230);
        assertThat(number(stamped, "near")).isGreaterThan(3_000);
        assertThat(number(stamped, "far")).isZero();
    }

    @Test
    void aPaintingIsSavedAndOpenedAgain() throws Exception {
        Page page = brush("/brush?model=samples&base=brick&zoom=1");
        page.keyboard().press("2");
        stroke(page);
        page.evaluate(KEEP, "painted");
        Download saved =
                page.waitForDownload(
                        () ->
                                page.getByRole(
                                                AriaRole.BUTTON,
                                                new Page.GetByRoleOptions().setName("Save"))
                                        .first()
                                        .click());
        Path file = folder.resolve("painting.json");
        saved.saveAs(file);

        page.keyboard().press("Control+z");
        page.evaluate(KEEP, "undone");
        assertThat(number(compare(page, "painted", "undone", 400), "near")).isPositive();
        page.locator("input[type=file]").first().setInputFiles(file);
        page.mouse().move(5, 5);
        page.evaluate(KEEP, "opened");

        assertThat(number(compare(page, "painted", "opened", 0), "far")).isZero();
    }

    private static Page brush(String path) {
        Page page = browser.page(path);
        await(page);
        return page;
    }

    private static void await(Page page) {
        page.waitForFunction("() => window.ikat?.brush");
        page.evaluate("() => window.ikat.plane.idle()");
    }

    /** Leads the brush through the middle, from left to right, and away. */
    private static void stroke(Page page) {
        BoundingBox stage = page.locator(".stage canvas").boundingBox();
        double y = stage.y + stage.height / 2;
        page.mouse().move(stage.x + 300, y);
        page.mouse().down();
        for (int x : List.of(350, 420, 500, 580, 650)) {
            page.mouse().move(stage.x + x, y);
            page.waitForTimeout(40);
        }
        page.mouse().up();
        page.mouse().move(5, 5);
    }

    private static Map<?, ?> compare(Page page, String one, String other, int near) {
        return (Map<?, ?>) page.evaluate(COMPARE, Map.of("one", one, "other", other, "near", near));
    }

    private static int number(Map<?, ?> found, String name) {
        return ((Number) found.get(name)).intValue();
    }
}
