package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
class TrainPageTest {

    private static final double MOST_MILLIS = 120_000;

    @TempDir private static Path folder;

    @Test
    void aDroppedPictureBecomesAModelInTheGallery() throws Exception {
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            Page page = browser.page("/train");
            DroppedFile.drop(
                    page, ".intake > *", Path.of("..", "samples", "knit.png"), "image/png");
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("woolly");
            page.getByLabel("Time to train").selectOption("30");
            button(page, "Look at the pictures").click();

            Locator card = page.locator("article.job");
            card.getByText("knit.png").first().waitFor();
            assertThat(card.locator(".verdicts").textContent()).contains("Good");
            button(page, "Start training").click();
            page.waitForFunction(
                    "() => document.querySelector('article.job progress')?.value > 0.05");
            page.reload(); // a closed page loses nothing
            assertThat(card.textContent()).contains("woolly");
            card.getByText("Look at it")
                    .waitFor(new Locator.WaitForOptions().setTimeout(MOST_MILLIS));

            assertThat(card.textContent())
                    .contains("The model is called woolly", "of the finished model")
                    .contains("score of the network while learning");
            String score = card.locator(".score strong").textContent();
            assertThat(score).matches("Score \\d+\\.\\d\\d");
            assertThat(folder.resolve("woolly.safetensors")).exists();
            assertThat(Files.size(folder.resolve("woolly.safetensors"))).isGreaterThan(100_000);
            card.getByText("Look at it").click();
            page.waitForFunction("() => window.ikat?.plane");
            page.evaluate("() => window.ikat.plane.idle()");
            assertThat(page.locator(".thumb[aria-pressed=true]").textContent()).isEqualTo("woolly");
            button(page, "Score it").click();
            Locator again = page.locator(".likeness strong");
            again.waitFor(new Locator.WaitForOptions().setTimeout(MOST_MILLIS));
            assertThat(again.textContent()).isEqualTo(score);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void badFilesOfADropAreListedAndTheOthersGoOn(@TempDir Path own) throws Exception {
        try (StudioBrowser browser = StudioBrowser.open(own)) {
            Page page = browser.page("/train");
            Path damaged = Files.writeString(own.resolve("damaged.png"), "no picture");
            Path words = Files.writeString(own.resolve("words.txt"), "words");
            DroppedFile.drop(page, ".intake > *", words, "text/plain");
            page.getByText("words.txt is left out: only pictures").waitFor();
            DroppedFile.drop(page, ".intake > *", damaged, "image/png");
            DroppedFile.drop(
                    page, ".intake > *", Path.of("..", "samples", "knit.png"), "image/png");
            button(page, "Look at the pictures").click();

            Locator card = page.locator("article.job").first();
            card.locator(".leftout").waitFor();
            assertThat(card.locator(".leftout li").allTextContents())
                    .singleElement()
                    .asString()
                    .contains("Left out: damaged.png is not a picture")
                    .endsWith(".");
            assertThat(card.locator(".verdicts > li").count()).isEqualTo(1);
            assertThat(button(page, "Start training").isEnabled()).isTrue();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void whatLiesOnTheDiskIsTold() {
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            Page page = browser.page("/train");
            assertThat(page.url()).doesNotContain("token"); // it is in the cookie by now

            page.getByText("On the disk").click();

            Locator table = page.locator(".disk table");
            table.waitFor();
            assertThat(table.locator("tbody tr").count()).isEqualTo(6);
            assertThat(table.textContent()).contains("Exports", "16 GB", "Painted maps", "200 MB");
            assertThat(page.locator(".disk p").textContent()).contains("are free");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
