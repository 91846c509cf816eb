package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that stay open while the studio does not answer. */
@Tag("browser")
class StudioAwayTest {

    @TempDir private static Path folder;

    @Test
    void whatWasPaintedMeanwhileComesWhenItIsBack() {
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            Page page = browser.page("/brush?model=samples&base=brick&zoom=1");
            PlanePictures.await(page);
            PlanePictures.keep(page, "before");
            BoundingBox stage = page.locator(".stage canvas").boundingBox();

            page.context().setOffline(true);
            page.mouse().click(stage.x + stage.width / 2, stage.y + stage.height / 2);
            page.getByText("Trying again").waitFor();
            page.context().setOffline(false);
            page.mouse().move(5, 5);
            page.waitForURL(address -> address.contains("map="));

            PlanePictures.keep(page, "back");
            assertThat(PlanePictures.compare(page, "before", "back", 0).all()).isGreaterThan(3_000);
            assertThat(page.getByText("Trying again").isVisible()).isFalse();
        }
    }

    @Test
    void aTileThatWasAskedForMeanwhileComesWhenItIsBack() {
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            Page page = browser.page("/tile?model=knit&width=256&height=256");
            page.getByText("Seamless").waitFor();

            page.context().setOffline(true);
            page.keyboard().press("r");
            page.getByText("Trying again").waitFor();
            page.context().setOffline(false);

            page.getByText("Seamless").waitFor();
            assertThat(page.getByText("Trying again").isVisible()).isFalse();
        }
    }
}
