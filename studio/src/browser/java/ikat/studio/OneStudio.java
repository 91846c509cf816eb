package ikat.studio;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Tests that share one studio and one browser, which take a second or two to open. */
@Tag("browser")
abstract class OneStudio {

    @TempDir static Path folder;

    static StudioBrowser browser;

    @BeforeAll
    static void open() {
        browser = StudioBrowser.open(folder);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            browser = null;
        }
    }
}
