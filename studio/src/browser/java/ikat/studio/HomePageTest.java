package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library on the Home page. */
@Tag("browser")
class HomePageTest {

    @TempDir private Path folder;
    private StudioBrowser browser;
    private Page page;

    @BeforeEach
    void open() throws Exception {
        Files.copy(
                Path.of("..", "gallery", "knit.safetensors"), folder.resolve("mine.safetensors"));
        browser = StudioBrowser.open(folder);
        page = browser.page("/");
        card("mine").waitFor();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private Locator card(String name) {
        return page.locator(".home-card[data-key='model " + name + "']");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private void choose(String name, String what) {
        card(name).locator("summary").click();
        card(name).locator(".menu-items >> text=" + what).click();
    }

    @Test
    void aModelIsRenamedDuplicatedDeletedAndBroughtBack() {
        choose("mine", "Rename");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("my wool");
        button("Rename").click();
        card("my-wool").waitFor();
        assertThat(folder.resolve("my-wool.safetensors")).exists();

        choose("my-wool", "Duplicate");
        card("my-wool-2").waitFor();

        choose("my-wool-2", "Delete");
        page.getByText("Deleted my-wool-2.").waitFor();
        assertThat(folder.resolve("my-wool-2.safetensors")).doesNotExist();
        button("Undo").click();
        card("my-wool-2").waitFor();
        assertThat(folder.resolve("my-wool-2.safetensors")).exists();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatWasDeletedCanBeBroughtBackLater() {
        choose("mine", "Delete");
        page.getByText("Deleted mine.").waitFor();
        page.reload();
        page.getByText("Recently deleted").click();
        button("Bring mine back").click();
        card("mine").waitFor();
        assertThat(folder.resolve("mine.safetensors")).exists();
    }

    @Test
    void modelsOfTheGalleryCanOnlyBeDuplicated() {
        card("knit").locator("summary").click();
        assertThat(card("knit").locator(".menu-items").textContent())
                .contains("Duplicate")
                .doesNotContain("Rename", "Delete");
    }

    @Test
    void anExportHasAPictureAndIsRenamed() {
        String order = "{\"model\":\"knit\",\"width\":300,\"height\":200}";
        page.request()
                .post(
                        browser.studio().address().resolve("/api/renders").toString(),
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData(order));
        page.reload();
        Locator export = page.locator(".home-card[data-key^=export]");
        page.waitForFunction(
                "() => document.querySelector('.home-card[data-key^=export] img')?.naturalWidth");

        export.locator("summary").click();
        export.locator(".menu-items >> text=Rename").click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("blue wool");
        button("Rename").click();

        export.getByText("blue-wool.png").waitFor();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theLibraryIsSearchedByName() {
        page.getByLabel("Search the library").fill("min");
        assertThat(page.locator(".home-card").count()).isEqualTo(1);
        page.waitForURL(address -> address.contains("find=min"));
        page.reload();
        card("mine").waitFor();
        assertThat(page.locator(".home-card").count()).isEqualTo(1);
        page.getByLabel("Search the library").fill("nothing of the kind");
        page.getByText("Nothing is called nothing of the kind.").waitFor();
    }

    @Test
    void aPaintingIsKeptByItselfAndOpensAgain() {
        Page paint = browser.page("/paint?model=samples&texture=brick");
        PlanePictures.await(paint);
        paint.locator(".plane-canvas").focus();
        for (String key : List.of("ArrowRight", "Enter")) {
            paint.keyboard().press(key);
        }
        paint.getByText("Kept in the library as samples-painting.").waitFor();
        paint.waitForURL(address -> address.contains("painting="));

        page.reload();
        page.locator(".home-card[data-key^=painting]").locator("a.home-face").click();
        page.getByText("Kept in the library as samples-painting.").waitFor();
        PlanePictures.await(page);
        Object strokes = page.evaluate("() => window.ikat.brush.document.strokes.length");
        assertThat(((Number) strokes).intValue()).isEqualTo(1);
        assertThat(browser.complaints()).isEmpty();
    }
}
