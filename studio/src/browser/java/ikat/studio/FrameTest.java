package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all pages have in common. */
@Tag("browser")
class FrameTest {

    private static final String ALL_IN_SIGHT =
            """
            () => {
              const links = document.querySelector('.nav-links');
              const more = document.querySelector('.more').getBoundingClientRect();
              return links.scrollWidth <= links.clientWidth && more.right <= innerWidth;
            }
            """;

    @TempDir private static Path folder;

    @Test
    void noPageComplainsOrIsWiderThanAPhoneOrAsksAnotherHost() {
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            for (String name : StudioBrowser.PAGES) {
                Page page = browser.page(StudioBrowser.at(name), 360, 740, ColorScheme.LIGHT);
                List<String> foreign = new java.util.ArrayList<>();
                page.onRequest(
                        request -> {
                            if (!request.url().startsWith("blob:")
                                    && !request.url().contains("//localhost:")) {
                                foreign.add(request.url());
                            }
                        });
                page.waitForFunction(
                        "() => document.querySelector('main').textContent.trim() !== ''");
                StudioBrowser.settle(page); // what asks another host may come late

                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 360"))
                        .as("%s fits a phone", name)
                        .isTrue();
                assertThat((Boolean) page.evaluate(ALL_IN_SIGHT))
                        .as("all pages are in sight on %s", name)
                        .isTrue();
                assertThat(page.locator("nav a[aria-current]").textContent())
                        .isEqualToIgnoringCase(name);
                assertThat(page.locator("main").textContent())
                        .as("%s opened", name)
                        .isNotBlank()
                        .doesNotContain("could not be opened");
                assertThat(foreign).isEmpty();
                page.context().close();
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
