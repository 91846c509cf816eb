package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What the brush shows, rendered to files. */
class ExportDialogTest extends OneStudio {

    @Test
    void theFileIsThePlaneThatIsSeen() throws Exception {
        Page page = dialog();
        fill(page, 256, 256, 300, 200);
        page.getByText("Render", new Page.GetByTextOptions().setExact(true)).click();
        Locator link = page.getByRole(AriaRole.LINK, named("Download"));
        link.waitFor();
        assertThat(page.locator(".renders li").textContent()).contains("pebbles-300x200.png", "MB");
        Download download = page.waitForDownload(link::click);
        Path file = folder.resolve("export.png");
        download.saveAs(file);

        BufferedImage exported = ImageIO.read(file.toFile());
        BufferedImage tile = tile("/api/models/pebbles/tiles/12/1/1.png?size=256");
        assertThat(exported.getWidth()).isEqualTo(300);
        assertThat(exported.getHeight()).isEqualTo(200);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 256; x++) {
                assertThat(exported.getRGB(x, y)).isEqualTo(tile.getRGB(x, y));
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aLargeOneIsStoppedAndTakenFromTheList() {
        Page page = dialog();
        fill(page, 0, 0, 30_000, 30_000);
        page.getByText("Render", new Page.GetByTextOptions().setExact(true)).click();
        Locator row = page.locator(".renders li").first();
        page.waitForFunction(
                "() => document.querySelector('.renders progress:not([hidden])')?.value > 0");
        assertThat(row.textContent()).contains("pebbles-30000x30000.png", "is being made");
        button(row, "Stop").click();
        button(row, "Delete").waitFor();
        assertThat(row.textContent()).contains("was stopped");
        button(row, "Delete").click();
        page.waitForFunction(
                "() => !document.querySelector('.renders').textContent.includes('30000')");
    }

    @Test
    void aSizeThatIsTooLargeIsRefusedInWords() {
        Page page = dialog();
        fill(page, 0, 0, 65_536, 65_536);
        page.getByText("Render", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("dialog .error:not(:empty)").waitFor();
        assertThat(page.locator("dialog[open] .error").textContent()).contains("at most 4 billion");
    }

    private static Page dialog() {
        Page page = browser.page("/brush?model=pebbles&zoom=1");
        page.waitForFunction("() => window.ikat?.brush");
        page.evaluate("() => window.ikat.plane.idle()");
        page.getByRole(AriaRole.BUTTON, named("Export picture")).click();
        page.locator("dialog.export").waitFor();
        page.getByText("Place, size and scale").click();
        return page;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator button(Locator row, String name) {
        return row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static void fill(Page page, int left, int top, int width, int height) {
        page.getByLabel("Left").fill(String.valueOf(left));
        page.getByLabel("Top").fill(String.valueOf(top));
        page.getByLabel("Width").fill(String.valueOf(width));
        page.getByLabel("Height").fill(String.valueOf(height));
        page.getByLabel("Scale").selectOption("0");
    }

    private static BufferedImage tile(String path) throws Exception {
        URI address = browser.studio().address().resolve(path);
        byte[] body =
                HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray())
                        .body();
        return ImageIO.read(new ByteArrayInputStream(body));
    }
}
