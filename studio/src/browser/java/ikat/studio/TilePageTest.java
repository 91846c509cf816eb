package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void aSizeThatIsChangedIsExplained() {
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            Page page = browser.page("/tile?model=knit&width=500&height=256");
            Locator width = page.getByLabel("Width");
            assertThat(width.inputValue()).isEqualTo("512");
            assertThat(besides(width)).contains("500 became 512", "whole cells of 32 px");

            assertThat(besides(typed(width, "100000"))).contains("100000 became 4096", "largest");
            assertThat(besides(typed(width, "320"))).isBlank();
            assertThat(besides(typed(width, ""))).contains("no number", "stays 320");
            assertThat(width.inputValue()).isEqualTo("320");
            assertThat(besides(typed(width, "3"))).contains("3 became 64", "smallest");
            assertThat(besides(page.getByLabel("Height"))).isBlank();
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
