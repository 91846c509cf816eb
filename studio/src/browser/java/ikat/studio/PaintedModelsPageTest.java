package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import ikat.studio.PlanePictures.Difference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The Paint page with textures of two models. */
class PaintedModelsPageTest extends OneStudio {

    private static final String START = "/paint?model=knit&zoom=1";

    /** Pixels of a file of the view that differ from those of the canvas. */
    private static final String WRONG_IN_FILE =
            """
            async ({ kept, file }) => {
              const picture = await createImageBitmap(await (await fetch(file)).blob());
              const canvas = new OffscreenCanvas(picture.width, picture.height);
              const context = canvas.getContext('2d');
              context.drawImage(picture, 0, 0);
              const made = context.getImageData(0, 0, picture.width, picture.height).data;
              const shown = window.kept[kept];
              if (shown.width !== picture.width || shown.height !== picture.height) return -1;
              return made.reduce((wrong, value, i) => wrong + (value === shown.data[i] ? 0 : 1), 0);
            }
            """;

    @Test
    void strokesOfAnotherModelAreUndoneReloadedAndExportedAsSeen() {
        Page page = open(START);
        PlanePictures.keep(page, "bare");
        add(page, "pebbles");
        assertThat(page.locator(".brush-palette [aria-pressed=true]").textContent())
                .isEqualTo("pebbles");
        stroke(page, 200);
        PlanePictures.keep(page, "one");
        Difference painted = PlanePictures.compare(page, "bare", "one", 200);
        assertThat(painted.near()).isGreaterThan(20_000);
        assertThat(painted.far()).isZero();

        page.locator(".brush-palette [title=knit]").click();
        stroke(page, 280);
        PlanePictures.keep(page, "two");
        assertThat(PlanePictures.compare(page, "one", "two", 0).all()).isGreaterThan(2_000);

        page.keyboard().press("Control+z");
        PlanePictures.keep(page, "undone");
        assertThat(PlanePictures.compare(page, "one", "undone", 0).all()).isZero();
        page.goForward();
        PlanePictures.keep(page, "again");
        assertThat(PlanePictures.compare(page, "two", "again", 0).all()).isZero();
        page.goBack();
        page.goBack();
        page.waitForFunction("() => !window.ikat.brush.document.strokes.length");
        PlanePictures.keep(page, "back");
        assertThat(PlanePictures.compare(page, "bare", "back", 0).all()).isZero();
        page.goForward();
        page.goForward();
        page.waitForFunction("() => window.ikat.brush.document.strokes.length === 2");
        PlanePictures.keep(page, "forth");
        assertThat(PlanePictures.compare(page, "two", "forth", 0).all()).isZero();
        assertThat(wrongInFile(page, "forth")).isZero();

        Object before = PlanePictures.digest(page);
        page.getByText("Kept in the library as knit-painting").waitFor();
        page.waitForURL(address -> address.contains("painting="));
        page.reload();
        PlanePictures.await(page);
        page.mouse().move(5, 5);
        assertThat(PlanePictures.digest(page)).isEqualTo(before);
        assertThat(page.locator(".brush-palette .thumb").allTextContents())
                .containsExactly("knit", "pebbles");
        page.goBack();
        page.waitForFunction("() => window.ikat?.brush?.document.strokes.length === 1");
        assertThat(browser.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void aMixtureIsAddedAndAWrongOneIsRefusedInTheDialog() {
        Page page = open(START);
        Locator dialog = dialog(page, "samples");
        Locator words = dialog.getByLabel("Or a mixture, or a draw");
        words.fill("0.5*brick+0.5*nothing");
        button(dialog, "Add to the palette").click();
        dialog.locator(".error:not(:empty)").waitFor();
        assertThat(dialog.locator(".error").textContent()).contains("There is no texture nothing");
        words.fill("0.5*brick+0.5*scales");
        button(dialog, "Add to the palette").click();
        page.locator(".brush-palette [title='0.5*brick+0.5*scales (samples)']").waitFor();
        stroke(page, 200);
        page.evaluate("() => window.ikat.brush.idle()");
        assertThat(page.evaluate("() => JSON.stringify(window.ikat.brush.document.textures)"))
                .isEqualTo("[{\"model\":\"samples\",\"texture\":\"0.5*brick+0.5*scales\"}]");
        browser.complaints().clear(); // the refusal
        page.context().close();
    }

    @Test
    void aModelThatIsDeletedIsNamedAndThePaintingStays() {
        Page page = open(START);
        String copy = copy(page);
        page.reload();
        PlanePictures.await(page);
        add(page, copy);
        stroke(page, 200);
        page.getByText("Kept in the library as knit-painting").waitFor();
        page.waitForURL(address -> address.contains("painting="));
        page.evaluate("name => fetch('/api/models/' + name, { method: 'DELETE' })", copy);

        stroke(page, 300);
        Locator notice = page.locator(".plane-notice.failed");
        notice.waitFor();
        assertThat(notice.textContent())
                .contains("The painting uses the model " + copy + ", which is not in the library");
        assertThat(strokes(page)).isEqualTo(2);
        assertThat(kept(page)).isEqualTo(1);

        page.reload();
        notice.waitFor();
        assertThat(notice.textContent()).contains(copy);
        assertThat(strokes(page)).isEqualTo(1);
        assertThat(kept(page)).isEqualTo(1);
        browser.complaints().clear(); // of the answers 404
        page.context().close();
    }

    private static String copy(Page page) {
        return (String)
                page.evaluate(
                        """
                        async () => {
                          const body = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } };
                          return (await (await fetch('/api/models/pebbles/copy', body)).json()).name;
                        }
                        """);
    }

    private static int strokes(Page page) {
        return ((Number) page.evaluate("() => window.ikat.brush.document.strokes.length"))
                .intValue();
    }

    /** How many strokes the library has of the painting. */
    private static int kept(Page page) {
        return ((Number)
                        page.evaluate(
                                """
                                async () => {
                                  const id = new URLSearchParams(location.search).get('painting');
                                  return (await (await fetch('/api/paintings/' + id)).json()).map.strokes.length;
                                }
                                """))
                .intValue();
    }

    private static int wrongInFile(Page page, String kept) {
        BoundingBox stage = page.locator(".stage canvas").boundingBox();
        String file =
                (String)
                        page.evaluate(
                                """
                                async ({ width, height }) => {
                                  const { map } = Object.fromEntries(new URLSearchParams(location.search));
                                  const order = { model: 'knit', map, x: -width / 2, y: -height / 2, width, height };
                                  const headers = { 'Content-Type': 'application/json' };
                                  let job = await (await fetch('/api/renders', { method: 'POST', body: JSON.stringify(order), headers })).json();
                                  while (!job.file) {
                                    if (job.failure) throw new Error(job.failure);
                                    await new Promise((done) => setTimeout(done, 50));
                                    job = await (await fetch('/api/renders/' + job.id)).json();
                                  }
                                  return job.file;
                                }
                                """,
                                Map.of("width", (int) stage.width, "height", (int) stage.height));
        return ((Number) page.evaluate(WRONG_IN_FILE, Map.of("kept", kept, "file", file)))
                .intValue();
    }

    private static Page open(String path) {
        Page page = browser.page(path, 1280, 848, ColorScheme.LIGHT);
        PlanePictures.await(page);
        return page;
    }

    private static Locator dialog(Page page, String model) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Add a texture from the library …"))
                .click();
        Locator dialog = page.locator("dialog.paint-library");
        dialog.locator("[aria-label=Model] [data-key='" + model + "']").click();
        return dialog;
    }

    private static void add(Page page, String model) {
        button(dialog(page, model), "Add to the palette").click();
        page.locator(".brush-palette [title='" + model + "']").waitFor();
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    /** Leads the brush through the middle, and away. */
    private static void stroke(Page page, int from) {
        BoundingBox stage = page.locator(".stage canvas").boundingBox();
        double y = stage.y + stage.height / 2;
        page.mouse().move(stage.x + from, y);
        page.mouse().down();
        for (int step : List.of(40, 90, 150, 210)) {
            page.mouse().move(stage.x + from + step, y);
            PlanePictures.frame(page);
        }
        page.mouse().up();
        page.mouse().move(5, 5);
        page.evaluate("() => window.ikat.brush.idle()");
    }
}
