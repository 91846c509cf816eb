package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was chosen before comes back, without the page being opened anew. */
class StepsBackTest extends OneStudio {

    @Test
    void anotherSeedIsUndoneByTheButtonTheKeyAndTheBrowser() {
        for (String path :
                List.of(
                        "/plane?model=knit&seed=7",
                        "/tile?model=knit&seed=7&width=256&height=256",
                        "/mixer?model=samples&seed=7&play=still")) {
            Page page = browser.page(path);
            Locator seed = page.getByLabel("Seed", new Page.GetByLabelOptions().setExact(true));
            seed.waitFor();
            page.evaluate("() => (window.here = true)");
            assertThat(button(page, "Undo").isDisabled()).isTrue();

            page.locator("body").press("r");
            String second = seed.inputValue();
            page.locator("body").press("r");
            String third = seed.inputValue();
            assertThat(List.of(second, third)).doesNotContain("7").doesNotHaveDuplicates();

            page.goBack();
            awaitSeed(page, second);
            page.locator("body").press("z");
            awaitSeed(page, "7");
            assertThat(button(page, "Undo").isDisabled()).isTrue();
            page.locator("body").press("Shift+Z");
            awaitSeed(page, second);
            button(page, "Redo").click();
            awaitSeed(page, third);
            button(page, "Undo").click();
            awaitSeed(page, second);

            assertThat(page.evaluate("() => window.here"))
                    .as("%s was not left", path)
                    .isEqualTo(true);
            page.reload();
            awaitSeed(page, second);
            page.goBack();
            awaitSeed(page, "7");
            page.context().close();
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aModelOfThePlaneComesBackWithItsTexture() {
        Page page = browser.page("/plane?model=samples&texture=knit&x=40");
        PlanePictures.await(page);
        page.locator(".thumbs[aria-label=Model] button[data-key=scales]").click();
        page.waitForFunction("() => location.search.includes('model=scales')");

        page.locator("body").press("z");

        page.waitForFunction(
                "() => location.search.includes('model=samples') &&"
                        + " location.search.includes('texture=knit')");
        assertThat(page.locator(".thumbs[aria-label=Texture] [aria-pressed=true]").textContent())
                .isEqualTo("knit");
        assertThat(PlanePictures.view(page, "x")).isEqualTo(40);
        page.context().close();
    }

    @Test
    void theHandleOfThePadGoesBackWhereItWas() {
        Page page =
                browser.page(
                        "/mixer?model=samples&slots=brick,honeycomb,knit,pebbles&x=0.25&y=0.25");
        Locator handle = page.locator(".pad-handle");
        handle.waitFor();
        String before = handle.getAttribute("aria-valuetext");
        BoundingBox area = page.locator(".pad-area").boundingBox();
        page.mouse().move(area.x + area.width / 2, area.y + area.height / 2);
        page.mouse().down();
        page.mouse().move(area.x + 0.9 * area.width, area.y + 0.9 * area.height);
        page.mouse().up();
        assertThat(handle.getAttribute("aria-valuetext")).isNotEqualTo(before);

        page.goBack();

        page.waitForFunction(
                "before => document.querySelector('.pad-handle').getAttribute('aria-valuetext') ==="
                        + " before",
                before);
        page.goForward();
        page.waitForFunction("() => new URLSearchParams(location.search).get('x') === '0.9'");
        page.context().close();
        assertThat(browser.complaints()).isEmpty();
    }

    private static void awaitSeed(Page page, String seed) {
        page.waitForFunction(
                """
                seed => document.querySelector('.seed input')?.value === seed
                    && new URLSearchParams(location.search).get('seed') === seed
                """,
                seed);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
