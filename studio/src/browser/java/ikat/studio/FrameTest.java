package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
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

    /** What the studio answers after a while only. */
    private static final String LATE = "**/api/{models,trainings,comparisons/methods,comparisons}";

    @Test
    void aPageThatIsStillLoadingShowsItsFrameAndSaysSo() {
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            for (String name : StudioBrowser.PAGES) {
                Page page = browser.page("/nothing");
                List<Route> held = new java.util.ArrayList<>();
                page.route(LATE, held::add);
                if (name.equals("compare")) {
                    page.locator("nav summary").click();
                }
                page.locator("nav a[data-page=" + name + "]").click();

                Locator main = page.locator("main");
                main.getByText("Loading").first().waitFor();
                assertThat(page.locator("[aria-busy=true]").count()).as(name).isPositive();
                assertThat(main.locator(".stage:visible, h1:visible").count())
                        .as("%s has its frame", name)
                        .isPositive();

                page.waitForCondition(() -> !held.isEmpty());
                page.unroute(LATE);
                held.forEach(Route::resume);
                page.waitForFunction("() => !document.querySelector('[aria-busy]')");
                assertThat(page.locator(".loading").count()).isZero();
                assertThat(main.getByText("Loading").count()).as(name).isZero();
                page.context().close();
            }
            assertThat(browser.complaints()).allMatch(text -> text.contains("404")); // of /nothing
        }
    }

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
                        "() =>"
                            + " document.querySelector('main:not([aria-busy])')?.textContent.trim()");
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
