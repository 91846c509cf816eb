package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import ikat.studio.PlanePictures.Difference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrushPageTest extends OneStudio {

    private static final int HEIGHT = 1200;

    /** The usual radius of the brush, and what a pixel of the model depends on. */
    private static final String REACH =
            """
            async () => {
              const model = new URLSearchParams(location.search).get('model');
              const { marginCells, cellPixels } = await (await fetch(`/api/models/${model}`)).json();
              return 64 + (marginCells + 1) * cellPixels;
            }
            """;

    @Test
    void paintChangesItsSurroundingsOnlyAndUndoTakesItBack() {
        Page page = brush("/brush?model=samples&base=brick&zoom=1");
        PlanePictures.keep(page, "before");

        page.keyboard().press("2");
        stroke(page);
        PlanePictures.keep(page, "painted");
        Difference painted = PlanePictures.compare(page, "before", "painted", reach(page));
        assertThat(painted.near()).isGreaterThan(20_000);
        assertThat(painted.far()).isZero();

        page.keyboard().press("Control+z");
        PlanePictures.keep(page, "undone");
        assertThat(PlanePictures.compare(page, "before", "undone", 0).far()).isZero();

        page.keyboard().press("Control+Shift+z");
        PlanePictures.keep(page, "again");
        assertThat(PlanePictures.compare(page, "painted", "again", 0).far()).isZero();

        page.waitForURL(address -> address.contains("map="));
        page.reload();
        await(page);
        page.mouse().move(5, 5);
        PlanePictures.keep(page, "reopened");
        assertThat((Boolean) page.evaluate("() => location.search.includes('map=')")).isTrue();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aSpotIsDrawnAnewAndNothingElse() {
        Page page = brush("/brush?model=pebbles&zoom=1");
        PlanePictures.keep(page, "before");

        page.keyboard().press("3");
        stroke(page);
        PlanePictures.keep(page, "drawn");

        Difference drawn = PlanePictures.compare(page, "before", "drawn", reach(page));
        assertThat(drawn.near()).isGreaterThan(20_000);
        assertThat(drawn.far()).isZero();
    }

    @Test
    void keysPaintToo() {
        Page page = brush("/brush?model=samples&base=brick&zoom=1");
        PlanePictures.keep(page, "before");

        page.locator(".stage canvas").focus();
        page.keyboard().press("2");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        page.locator(".panel").click();
        PlanePictures.keep(page, "stamped");

        Difference stamped = PlanePictures.compare(page, "before", "stamped", reach(page));
        assertThat(stamped.near()).isGreaterThan(3_000);
        assertThat(stamped.far()).isZero();
    }

    @Test
    void aPaintingIsSavedAndOpenedAgain() throws Exception {
        Page page = brush("/brush?model=samples&base=brick&zoom=1");
        page.keyboard().press("2");
        stroke(page);
        PlanePictures.keep(page, "painted");
        Download saved =
                page.waitForDownload(
                        () ->
                                page.getByRole(
                                                AriaRole.BUTTON,
                                                new Page.GetByRoleOptions().setName("Save as file"))
                                        .click());
        Path file = folder.resolve("painting.json");
        saved.saveAs(file);

        page.keyboard().press("Control+z");
        PlanePictures.keep(page, "undone");
        assertThat(PlanePictures.compare(page, "painted", "undone", 400).near()).isPositive();
        page.locator("input[type=file]").first().setInputFiles(file);
        page.mouse().move(5, 5);
        PlanePictures.keep(page, "opened");

        assertThat(PlanePictures.compare(page, "painted", "opened", 0).far()).isZero();
    }

    private static Page brush(String path) {
        Page page = browser.page(path, 1280, HEIGHT, ColorScheme.LIGHT);
        await(page);
        return page;
    }

    /** How far from the middle of a stroke pixels may change, which must leave some that do not. */
    private static int reach(Page page) {
        int reach = ((Number) page.evaluate(REACH)).intValue();
        assertThat(reach).isLessThan(HEIGHT / 2 - 100);
        return reach;
    }

    private static void await(Page page) {
        PlanePictures.await(page);
    }

    /** Leads the brush through the middle, from left to right, and away. */
    private static void stroke(Page page) {
        BoundingBox stage = page.locator(".stage canvas").boundingBox();
        double y = stage.y + stage.height / 2;
        page.mouse().move(stage.x + 300, y);
        page.mouse().down();
        for (int x : List.of(350, 420, 500, 580, 650)) {
            page.mouse().move(stage.x + x, y);
            PlanePictures.frame(page);
        }
        page.mouse().up();
        page.mouse().move(5, 5);
    }
}
