package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import ikat.service.NamedModels;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Models whose names mean something in an address are shown by every page. */
class AwkwardNamesPageTest extends OneStudio {

    private static final List<String> NAMES =
            List.of("50% off", "hash#1", "q?x", "at@x", "at@0123456789ab");

    /** Names of models whose picture is not there. */
    private static final String MISSING =
            """
            () => [...document.querySelectorAll('.thumb, .home-card')]
                .filter((thumb) => thumb.querySelector('img')?.naturalWidth === 0)
                .map((thumb) => thumb.textContent)
            """;

    @BeforeAll
    static void write() throws Exception {
        for (String name : NAMES) {
            NamedModels.named(folder.resolve(name + ".safetensors"));
        }
    }

    @Test
    void everyModelHasAPictureOnEveryPage() {
        for (String path :
                List.of("/", "/look", "/mix", "/camera", "/tile", "/paint", "/material")) {
            Page page = browser.page(path);
            page.locator(".thumb, .home-card").first().waitFor();
            page.evaluate(
                    "() => document.querySelectorAll('img').forEach((i) => (i.loading = 'eager'))");
            StudioBrowser.settle(page);

            assertThat((List<?>) page.evaluate(MISSING)).as(path).isEmpty();
            page.context().close();
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void everyModelIsOpenedByItsNameAndByItsVersion() {
        for (String name : NAMES) {
            for (String path : List.of("plane", "brush", "tile", "mixer", "webcam")) {
                opens(path, name, name);
            }
            opens("plane", name, id(name));
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private static void opens(String path, String name, String key) {
        Page page = browser.page("/" + path + "?model=" + encoded(key));
        if (path.equals("plane") || path.equals("brush")) {
            PlanePictures.await(page);
        } else if (path.equals("tile")) {
            page.locator(".tile-proof .verdict").waitFor();
        } else {
            page.waitForFunction("() => window.ikat?.live?.stats.frames > 0");
        }
        if (path.equals("brush")) {
            assertThat(page.evaluate("() => window.ikat.brush.model.name")).isEqualTo(name);
        } else {
            assertThat(page.locator(".thumbs[aria-label=Model] [aria-pressed=true]").textContent())
                    .isEqualTo(name);
        }
        assertThat(page.locator(".toast.error").count()).as("%s %s", path, key).isZero();
        page.context().close();
    }

    private static String id(String name) {
        Page page = browser.page("/compare");
        Object id =
                page.evaluate(
                        """
                        async (name) => {
                          const { models } = await (await fetch('/api/models')).json();
                          return models.find((model) => model.name === name).id;
                        }
                        """,
                        name);
        page.context().close();
        return String.valueOf(id);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
