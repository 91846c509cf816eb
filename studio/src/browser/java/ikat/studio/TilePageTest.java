package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("browser")
class TilePageTest {

    @TempDir private static Path folder;

    @Test
    void aDownloadedTileWrapsAndAPlainOneDoesNot() throws Exception {
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            Page page = browser.page("/tile?model=knit&seed=5&width=256&height=256");
            page.getByText("Every pixel", new Page.GetByTextOptions().setExact(false))
                    .or(page.getByText("repeats", new Page.GetByTextOptions().setExact(false)))
                    .first()
                    .waitFor();
            Download download =
                    page.waitForDownload(
                            () ->
                                    page.getByRole(
                                                    AriaRole.LINK,
                                                    new Page.GetByRoleOptions()
                                                            .setName("Download PNG"))
                                            .click());
            assertThat(download.suggestedFilename()).startsWith("knit").endsWith(".png");
            BufferedImage tile = ImageIO.read(download.path().toFile());
            BufferedImage plain = plain(browser.studio().address());

            assertThat(tile.getWidth()).isEqualTo(256);
            assertThat(tile.getHeight()).isEqualTo(256);
            assertThat(seam(tile)).isLessThan(1.3);
            assertThat(seam(plain)).isGreaterThan(1.5);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aTileLargerThanThePreviewIsExportedWithItsCertificate() throws Exception {
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            Page page = browser.page("/tile?model=knit&seed=5&width=256&height=256");
            button(page, "Export picture").click();
            Locator dialog = page.locator("dialog.export");
            assertThat(dialog.textContent()).contains("16384", "whole cells of 32 px");
            assertThat(dialog.getByLabel("Scale").count()).isZero();
            dialog.getByText("512", exactly()).click();
            button(page, "Render").click();
            Locator row = page.locator(".renders li").first();
            Locator file = row.getByText("Download");
            file.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            assertThat(row.textContent()).contains("knit-512x512-xy.png");

            BufferedImage tile = ImageIO.read(page.waitForDownload(file::click).path().toFile());
            assertThat(tile.getWidth()).isEqualTo(512);
            assertThat(seam(tile)).isLessThan(1.3);
            Download proof = page.waitForDownload(() -> row.getByText("Certificate").click());
            assertThat(proof.suggestedFilename()).isEqualTo("knit-512x512-xy.wrap.json");
            assertThat(Files.readString(proof.path()))
                    .contains("\"repeatsExactly\" : true")
                    .doesNotContain("\"repeatsExactly\" : false");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aSizeOfNoWholeCellsIsRefusedWithTheNearest() {
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            Page page = browser.page("/tile?model=knit&width=256&height=256");
            button(page, "Export picture").click();
            Locator dialog = page.locator("dialog.export");
            dialog.getByText("Width and height").click();
            dialog.getByLabel("Width").fill("8200");
            button(page, "Render").click();
            dialog.locator(".error:not(:empty)").waitFor();
            assertThat(dialog.locator(".error").textContent())
                    .contains("the two nearest sizes are 8192x256 and 8224x256");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void noControlRunsPastThePanel(int width) {
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            Page page = browser.page("/tile?model=knit", width, 800, ColorScheme.LIGHT);
            page.getByText("Woven from the picture").waitFor();
            Object past =
                    page.evaluate(
                            """
                            () => {
                              const panel = document.querySelector('.panel');
                              const end = panel.getBoundingClientRect().right - parseFloat(getComputedStyle(panel).paddingRight);
                              return [...panel.querySelectorAll('button, a, input, select')]
                                .filter((one) => one.getBoundingClientRect().right > end + 0.5)
                                .map((one) => one.textContent || one.id)
                                .join();
                            }
                            """);
            assertThat(past).isEqualTo("");
        }
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void aSizeThatIsChangedIsExplained() {
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            Page page = browser.page("/tile?model=knit&width=500&height=256");
            Locator width = page.locator(".panel").getByLabel("Width");
            assertThat(width.inputValue()).isEqualTo("512");
            assertThat(besides(width)).contains("500 became 512", "whole cells of 32 px");

            assertThat(besides(typed(width, "100000"))).contains("100000 became 4096", "largest");
            assertThat(besides(typed(width, "320"))).isBlank();
            assertThat(besides(typed(width, ""))).contains("no number", "stays 320");
            assertThat(width.inputValue()).isEqualTo("320");
            assertThat(besides(typed(width, "3"))).contains("3 became 64", "smallest");
            assertThat(besides(page.locator(".panel").getByLabel("Height"))).isBlank();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void theHeadlineSaysNoMoreThanTheCertificate() {
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            String brick = "/tile?model=samples&texture=brick&width=256&height=256&seed=";
            Locator proof = browser.page(brick + "1").locator(".tile-proof");
            proof.locator(".verdict").waitFor();
            assertThat(proof.locator(".verdict").textContent())
                    .contains("repeats exactly", "rough line")
                    .doesNotContain("Seamless");
            assertThat(proof.textContent()).containsPattern("[0-9.]+ % of the lines inside are as");

            Locator usual = browser.page(brick + "2").locator(".tile-proof .verdict");
            usual.waitFor();
            assertThat(usual.textContent()).contains("Seamless");
        }
    }

    private static Locator typed(Locator field, String text) {
        field.fill(text);
        field.blur();
        return field;
    }

    /** What is said beside a field. */
    private static String besides(Locator field) {
        return field.locator("xpath=following-sibling::small").textContent();
    }

    private static BufferedImage plain(URI studio) throws Exception {
        return ImageIO.read(studio.resolve("/api/models/knit/tiles/12/0/0.png?seed=5").toURL());
    }

    /** How much the last column and the first differ, by how much neighbours inside do. */
    private static double seam(BufferedImage picture) {
        int last = picture.getWidth() - 1;
        double inside = 0;
        for (int x = 0; x < last; x++) {
            inside += difference(picture, x, x + 1) / last;
        }
        return difference(picture, last, 0) / inside;
    }

    private static double difference(BufferedImage picture, int one, int other) {
        double sum = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            int a = picture.getRGB(one, y);
            int b = picture.getRGB(other, y);
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs((a >> shift & 255) - (b >> shift & 255));
            }
        }
        return sum / picture.getHeight();
    }
}
