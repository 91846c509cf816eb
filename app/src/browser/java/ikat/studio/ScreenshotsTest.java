package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the pictures of docs/studio.md again: {@code mvn -Pbrowser -pl app -am verify
 * -Dtest=ScreenshotsTest -Dsurefire.failIfNoSpecifiedTests=false -Dikat.screenshots=FOLDER}.
 */
@Tag("browser")
class ScreenshotsTest {

    private static final int QUALITY = 80;

    @TempDir private static Path folder;

    @Test
    void pagesAreShown() throws Exception {
        String target = System.getProperty("ikat.screenshots");
        assumeTrue(target != null, "no folder was given");
        Path pictures = Files.createDirectories(Path.of(target));
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            show(browser, "plane", "/plane?model=honeycomb&zoom=0.5", pictures, ColorScheme.LIGHT);
            show(browser, "mixer", "/mixer", pictures, ColorScheme.DARK);
            show(browser, "tile", "/tile?model=knit", pictures, ColorScheme.LIGHT);
        }
    }

    private static void show(
            StudioBrowser browser, String name, String path, Path pictures, ColorScheme colours)
            throws Exception {
        Page page = browser.page(path, 1280, 800, colours);
        page.waitForTimeout(4000);
        Path picture = pictures.resolve("studio-" + name + ".jpg");
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(picture)
                        .setType(ScreenshotType.JPEG)
                        .setQuality(QUALITY));
        page.context().close();
        assertThat(Files.size(picture)).isGreaterThan(10_000);
    }
}
