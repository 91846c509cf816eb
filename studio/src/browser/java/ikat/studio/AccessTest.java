package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * WCAG 2.2 at level AA, as far as a script can check it: by axe-core, and by audit.js for the rest.
 */
class AccessTest extends OneStudio {

    private static final double MOST_SHIFT = 0.1;
    private static final int MOST_TABS = 150;

    static final List<String> LEVEL_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @Test
    void allCanBeReadAndNamedAndHit() {
        List<String> wrong = new ArrayList<>();
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (String name : StudioBrowser.PAGES) {
                Page page = audited(StudioBrowser.at(name), 360, 740, colours);
                look(page, name + " " + colours, wrong);
                unfold(page, name);
                look(page, name + " unfolded " + colours, wrong);
                page.context().close();
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theTabKeyComesToAllAndShowsWhere() {
        for (String name : StudioBrowser.PAGES) {
            Page page = audited(StudioBrowser.at(name), 1280, 800, ColorScheme.LIGHT);
            Set<Object> missed =
                    new LinkedHashSet<>((List<?>) page.evaluate("() => audit.tabbable()"));
            Set<Object> hidden = new LinkedHashSet<>();
            for (int i = 0; i < MOST_TABS; i++) {
                page.keyboard().press("Tab");
                if ((boolean) page.evaluate("() => document.activeElement === document.body")) {
                    break;
                }
                missed.remove(page.evaluate("() => audit.focused()"));
                hidden.addAll((List<?>) page.evaluate("() => [...audit.ring(), ...audit.seen()]"));
            }
            assertThat(missed).as("what Tab does not come to on %s", name).isEmpty();
            assertThat(hidden).as("what does not show its focus on %s", name).isEmpty();
            page.context().close();
        }
    }

    @Test
    void allPagesAreWorkedByKeysAlone() {
        Page page = audited("/look", 1280, 800, ColorScheme.LIGHT);
        Set<String> chosen = new HashSet<>(); // pages on which a file could be chosen
        page.onFileChooser(
                chooser ->
                        chosen.add(page.url().replaceFirst(".*/", "").replaceFirst("\\?.*", "")));
        for (String name : StudioBrowser.PAGES) {
            if (name.equals("compare")) {
                tabTo(page, ".more summary");
                page.keyboard().press("Enter");
            }
            tabTo(page, "nav a[data-page=" + name + "]");
            page.keyboard().press("Enter");
            page.locator("nav a[data-page=" + name + "][aria-current]")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            page.locator(
                            "main ."
                                    + switch (name) {
                                        case "home" -> "home-start";
                                        case "train", "compare" -> "intake";
                                        default -> "panel";
                                    })
                    .first()
                    .waitFor();
            work(page, name, chosen);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void nothingJumpsWhileAPageOpens() {
        for (String name : StudioBrowser.PAGES) {
            for (int width : List.of(360, 1280)) {
                Page page = audited(StudioBrowser.at(name), width, 740, ColorScheme.LIGHT);
                double shift = ((Number) page.evaluate("() => audit.shift()")).doubleValue();
                assertThat(shift).as("%s at %s px", name, width).isLessThan(MOST_SHIFT);
                page.context().close();
            }
        }
    }

    @Test
    void theAuditSeesWhatIsWrong() {
        Page page = audited("/train", 360, 740, ColorScheme.LIGHT);
        page.evaluate(
                """
                async () => {
                  const make = (kind, text, looks) => {
                    const element = Object.assign(document.createElement(kind), { textContent: text });
                    Object.assign(element.style, looks);
                    document.querySelector('main').prepend(element);
                    return element;
                  };
                  make('p', 'pale', { color: '#aaa' });
                  make('input', '', { borderColor: '#ddd' });
                  make('button', 'thin', { minHeight: '0', padding: '0', height: '20px' });
                  await new Promise((done) => setTimeout(done, 1000));
                  make('div', '', { height: '300px' });
                  await new Promise((done) => setTimeout(done, 300));
                  const ringless = make('button', 'ringless', { outline: 'none' });
                  audit.tabbable();
                  ringless.focus();
                }
                """);

        List<String> wrong = new ArrayList<>();
        look(page, "train", wrong);
        assertThat(wrong.toString())
                .contains("color-contrast: <p")
                .contains("input \"text\": 1.")
                .contains("label: <input")
                .contains("target-size: <button");
        assertThat((List<?>) page.evaluate("() => audit.ring()")).asString().contains("ringless");
        assertThat(((Number) page.evaluate("() => audit.shift()")).doubleValue())
                .isGreaterThan(MOST_SHIFT);
        page.context().close();
    }

    private static Page audited(String path, int width, int height, ColorScheme colours) {
        Page page = browser.audited(path, width, height, colours);
        page.locator("main > *").first().waitFor();
        StudioBrowser.settle(page);
        return page;
    }

    private static void look(Page page, String where, List<String> wrong) {
        for (Rule rule : new AxeBuilder(page).withTags(LEVEL_AA).analyze().getViolations()) {
            for (CheckedNode node : rule.getNodes()) {
                wrong.add(where + ": " + rule.getId() + ": " + node.getHtml());
            }
        }
        for (Object found : (List<?>) page.evaluate("() => audit.borders()")) {
            wrong.add(where + ": " + found);
        }
    }

    /** Shows what a page has besides what it opens with. */
    private static void unfold(Page page, String name) {
        Path picture = Path.of("..", "samples", "knit.png");
        switch (name) {
            case "home" -> page.locator(".menu summary").first().click();
            case "look" -> page.locator(".plane-toggle").click();
            case "mix" -> button(page, "Ring of all").click();
            case "paint" -> {
                page.locator(".brush-ground summary").click();
                button(page, "Export picture").click();
            }
            case "camera" -> button(page, "Start the camera").click();
            case "tile" -> page.getByLabel("Show the edges").check();
            case "material" -> button(page, "Your own").click();
            case "train" -> {
                page.locator("input[type=file]").setInputFiles(picture);
                page.locator(".options summary").click();
                button(page, "Look at the pictures").click();
                page.locator("article.job .verdicts").first().waitFor();
                page.locator("input[type=file]").setInputFiles(picture);
                button(page, "Delete").first().click();
            }
            default -> page.locator("input[type=file]").setInputFiles(picture);
        }
        StudioBrowser.settle(page);
    }

    /** Does by keys what a page is for. */
    private static void work(Page page, String name, Set<String> chosen) {
        switch (name) {
            case "home" -> {
                tabTo(page, ".home-start button");
                page.keyboard().press("Enter");
                page.waitForCondition(() -> chosen.contains(""));
            }
            case "look" -> {
                tabTo(page, ".plane-canvas");
                page.keyboard().press("ArrowRight");
                page.waitForURL(address -> address.contains("x="));
            }
            case "mix" -> {
                tabTo(page, ".thumb[data-key=samples]"); // the one before has a single texture
                page.keyboard().press("Enter");
                tabTo(page, ".pad-handle");
                page.keyboard().press("Home");
                page.waitForURL(address -> address.contains("y=0.5"));
            }
            case "paint" -> {
                tabTo(page, ".brush-tools button:last-child");
                page.keyboard().press("Enter");
                assertThat(focused(page)).isEqualTo("Re-roll");
                tabTo(page, ".brush-palette button:last-child");
                page.keyboard().press("Enter");
                assertThat(
                                page.locator(".brush-palette button:last-child")
                                        .getAttribute("aria-pressed"))
                        .isEqualTo("true");
                assertThat(focused(page)).isEqualTo("text");
            }
            case "camera" -> {
                tabTo(page, ".webcam-ask button");
                page.keyboard().press("Enter");
                page.waitForFunction(
                        "() => document.activeElement.textContent === 'Stop the camera'");
                page.keyboard().press("Enter");
                button(page, "Start the camera").waitFor();
            }
            case "material" -> {
                tabTo(page, ".material-canvas");
                page.keyboard().press("ArrowRight");
                page.waitForURL(address -> address.contains("turn="));
            }
            case "tile" -> {
                tabTo(page, ".thumb:nth-child(2)");
                page.keyboard().press("Enter");
                page.waitForURL(address -> address.contains("model=knit"));
                assertThat(focused(page)).isEqualTo("knit");
            }
            default -> {
                tabTo(page, "input[type=file]");
                page.keyboard().press("Space");
                page.waitForCondition(() -> chosen.contains(name));
            }
        }
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if ((boolean)
                    page.evaluate(
                            "selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError("Tab does not come to " + selector);
    }

    private static Object focused(Page page) {
        return page.evaluate("() => document.activeElement.textContent");
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
