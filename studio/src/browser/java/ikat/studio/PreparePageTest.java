package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a picture is prepared on the page before it is learned. */
@Tag("browser")
class PreparePageTest {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final double MOST_MILLIS = 120_000;

    @TempDir private Path folder;

    /** Grain that is darker towards the right by a factor at most. */
    private Path wall(String name, double darkest) throws Exception {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        int[] grains = new Random(3).ints(WIDTH * HEIGHT, 112, 224).toArray();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double light = 1 - (1 - darkest) * x / WIDTH;
                int level = (int) (light * grains[x / 5 + y / 5 * WIDTH]);
                image.setRGB(x, y, new Color(level, level * 3 / 4, level / 2).getRGB());
            }
        }
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    /** The card of a training of some pictures that waits for its start. */
    private static Locator planned(Page page, Path... pictures) {
        page.locator(".intake input[type=file]").setInputFiles(pictures);
        button(page.locator(".intake"), "Look at the pictures").click();
        Locator card = page.locator("article.job").first();
        card.locator(".verdicts").waitFor();
        return card;
    }

    private static Locator opened(Locator card) {
        card.locator(".prepare > summary").click();
        shown(card, "naturalWidth > 0");
        return card.locator(".sight > img");
    }

    /** Waits until the studio's preview is so. */
    private static void shown(Locator card, String so) {
        card.page()
                .waitForFunction(
                        "() => { const image = document.querySelector('.shown img');"
                                + " return image.complete && image."
                                + so
                                + " }");
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Drags with a mouse between places in shares of the sides. */
    private static void drag(Locator on, double x, double y, double toX, double toY) {
        on.scrollIntoViewIfNeeded();
        BoundingBox box = on.boundingBox();
        Page page = on.page();
        page.mouse().move(box.x + x * box.width, box.y + y * box.height);
        page.mouse().down();
        page.mouse().move(box.x + (x + toX) / 2 * box.width, box.y + (y + toY) / 2 * box.height);
        page.mouse().move(box.x + toX * box.width, box.y + toY * box.height);
        page.mouse().up();
    }

    private String job() throws Exception {
        try (Stream<Path> jobs = Files.walk(folder.resolve("studio/jobs"))) {
            Path record = jobs.filter(file -> file.endsWith("job.json")).findFirst().orElseThrow();
            return Files.readString(record);
        }
    }

    @Test
    void aCropIsDraggedOrTypedAndSeenAtOnce() throws Exception {
        try (StudioBrowser browser = StudioBrowser.open(folder.resolve("studio"))) {
            Page page = browser.page("/train");
            Locator card = planned(page, wall("wall.png", 1));
            assertThat(card.locator(".prepare").getAttribute("open")).isNull();
            Locator picture = opened(card);
            shown(card, "naturalWidth === 400");
            drag(picture, 0.25, 0.2, 0.75, 0.8);
            shown(card, "naturalWidth < 210");
            assertThat(Integer.parseInt(card.getByLabel("Width").inputValue())).isBetween(195, 205);
            assertThat(Integer.parseInt(card.getByLabel("Top").inputValue())).isBetween(57, 63);
            card.getByLabel("Width").fill("120");
            card.getByLabel("Width").press("Tab");
            shown(card, "naturalWidth === 120");
            button(card, "Apply").click();
            card.locator(".verdicts img[src*='look=2']").waitFor();
            assertThat(job()).contains("\"crop\":[").contains("120");
            assertThat(button(card, "Apply").isDisabled()).isTrue();
            button(card, "All of it").click();
            shown(card, "naturalWidth === 400");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void cornersAreMovedByHandAndByKeys() throws Exception {
        try (StudioBrowser browser = StudioBrowser.open(folder.resolve("studio"))) {
            Page page = browser.page("/train");
            Locator card = planned(page, wall("wall.png", 1));
            opened(card);
            card.getByLabel("Straighten").selectOption("corners");
            shown(card, "naturalWidth === 320");
            Locator first = card.locator(".knob").first();
            drag(first, 0.5, 0.5, 3.5, 0.5);
            shown(card, "naturalWidth < 310");
            Object before = card.locator(".quad").getAttribute("points");
            first.focus();
            page.keyboard().press("ArrowDown");
            assertThat(card.locator(".quad").getAttribute("points")).isNotEqualTo(before);
            card.getByLabel("Straighten").selectOption("turn");
            assertThat(first.isVisible()).isFalse();
            card.getByLabel("Angle").fill("20");
            shown(card, "naturalWidth < 380");
            card.getByLabel("Straighten").selectOption("pattern");
            card.locator(".editor > .error").waitFor();
            assertThat(card.locator(".editor > .error").textContent())
                    .contains("has no period to be straightened by");
            assertThat(browser.complaints()).allMatch(one -> one.contains("400"));
        }
    }

    @Test
    void fallingLightIsMadeEvenAsAdvised() throws Exception {
        try (StudioBrowser browser = StudioBrowser.open(folder.resolve("studio"))) {
            Page page = browser.page("/train");
            Locator card = planned(page, wall("wall.png", 0.35));
            assertThat(card.locator(".verdicts").textContent()).contains("changes slowly");
            button(card.locator(".verdicts"), "Make the light even").click();
            card.locator(".verdicts .word:text('Good')").waitFor();
            assertThat(card.locator(".verdicts").textContent()).doesNotContain("changes slowly");
            assertThat(job()).contains("\"flatten\":");
            opened(card);
            assertThat(card.getByLabel("Make the light even").isChecked()).isTrue();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aPaintedMaskIsKeptByTheTrainingThatIsStarted() throws Exception {
        try (StudioBrowser browser = StudioBrowser.open(folder.resolve("studio"))) {
            Page page = browser.page("/train");
            Locator card = planned(page, wall("wall.png", 1));
            Locator picture = opened(card);
            button(card, "Mask").click();
            drag(picture, 0.2, 0.2, 0.6, 0.2);
            drag(picture, 0.2, 0.8, 0.6, 0.8);
            button(card, "Undo").click();
            button(card, "Start training").click(); // takes what was painted with it
            card.locator(".badge:not(:text('Planned'))").waitFor();
            assertThat(job()).contains("\"mask\":\"wall-mask-");
            BufferedImage mask = ImageIO.read(mask().toFile());
            assertThat(List.of(mask.getWidth(), mask.getHeight())).containsExactly(WIDTH, HEIGHT);
            assertThat(mask.getRGB(160, 60) & 0xff).isEqualTo(255);
            assertThat(mask.getRGB(160, 240) & 0xff).isZero();
            assertThat(card.locator(".planned table").textContent()).contains("wall-mask-");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private Path mask() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("studio/jobs"))) {
            return files.filter(file -> file.toString().contains("-mask-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aMaskIsPaintedByTouchAndByKeysAndCleared() throws Exception {
        try (StudioBrowser browser = StudioBrowser.open(folder.resolve("studio"))) {
            Page page = browser.phone("/train");
            Locator card = planned(page, wall("wall.png", 1));
            Locator picture = opened(card);
            button(card, "Mask").click();
            picture.scrollIntoViewIfNeeded();
            BoundingBox box = picture.boundingBox();
            page.touchscreen().tap(box.x + box.width / 4, box.y + box.height / 2);
            assertThat(veiled(page)).isPositive();
            long dabbed = veiled(page);
            card.locator(".sight").focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Space");
            assertThat(veiled(page)).isGreaterThan(dabbed);
            button(card, "Clear").click();
            assertThat(veiled(page)).isZero();
            button(card, "Undo").click();
            assertThat(veiled(page)).isGreaterThan(dabbed);
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** How many pixels are veiled. */
    private static long veiled(Page page) {
        return ((Number)
                        page.evaluate(
                                """
                                () => {
                                  const canvas = document.querySelector('.veil');
                                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                                  return data.filter((value, i) => i % 4 === 3 && value > 0).length;
                                }
                                """))
                .longValue();
    }

    @Test
    void mapsAreRecognisedByTheirEndingsAndSlotsCanBeChanged() throws Exception {
        try (StudioBrowser browser = StudioBrowser.open(folder.resolve("studio"))) {
            Page page = browser.page("/train");
            Path rough = wall("wall_rough_2k.png", 1);
            Locator card = planned(page, wall("wall.png", 1), rough, wall("wall_ao.png", 0.5));
            assertThat(card.locator(".verdicts > li").count()).isEqualTo(1);
            opened(card);
            assertThat(slots(card))
                    .containsExactly(
                            "none", "none", "wall_rough_2k.png", "none", "wall_ao.png", "none");
            button(card, "Remove Occlusion (AO)").click();
            card.locator("[data-slot=height] input").setInputFiles(wall("relief.png", 1));
            button(card, "Apply").click();
            card.page()
                    .waitForFunction(
                            "() => document.querySelector('[data-slot=height] .file').textContent"
                                    + " === 'height-relief.png'");
            assertThat(slots(card))
                    .containsExactly(
                            "none",
                            "height-relief.png",
                            "wall_rough_2k.png",
                            "none",
                            "none",
                            "none");
            assertThat(card.locator(".planned").textContent())
                    .contains("The material has maps of height, roughness.");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static List<String> slots(Locator card) {
        return card.locator(".slots .file").allTextContents();
    }

    @Test
    void everybodyCanPrepareAPicture() throws Exception {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (StudioBrowser browser = StudioBrowser.open(folder.resolve(colours.name()))) {
                Page page = browser.audited("/train", 390, 844, colours);
                Path map = wall("wall_rough.png", 1);
                Locator card = planned(page, wall("wall.png", 0.35), map);
                opened(card);
                card.getByLabel("Straighten").selectOption("corners");
                StudioBrowser.settle(page);
                assertThat(violations(page)).isEmpty();
                button(card, "Mask").click();
                card.getByLabel("Straighten").selectOption("turn");
                assertThat(violations(page)).isEmpty();
                assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                        .isEqualTo(390);
            }
        }
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Rule::toString)
                        .toList();
    }

    /** Trains for two seconds, as long as nothing but the maps matters. */
    @Test
    void aModelLearnedWithMapsHasThem() throws Exception {
        try (StudioBrowser browser = StudioBrowser.open(folder.resolve("studio"))) {
            Page page = browser.page("/train");
            String text =
                    Base64.getEncoder().encodeToString(Files.readAllBytes(wall("wall.png", 1)));
            page.evaluate(
                    """
                    async (text) => {
                      const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
                      const data = new FormData();
                      for (const name of ['wall.png', 'wall_height.png']) data.append('pictures', new File([bytes], name));
                      data.append('settings', JSON.stringify({ seconds: 2, width: 'live' }));
                      const training = await (await fetch('/api/trainings', { method: 'POST', body: data })).json();
                      await fetch(`/api/trainings/${training.id}/start`, { method: 'POST' });
                    }
                    """,
                    text);
            page.locator("article.job")
                    .getByText("Look at it")
                    .waitFor(new Locator.WaitForOptions().setTimeout(MOST_MILLIS));
            Object maps =
                    page.evaluate(
                            "async () => JSON.stringify(await (await"
                                    + " fetch('/api/models/wall')).json())");
            assertThat(String.valueOf(maps)).contains("\"height\"");
            Object status =
                    page.evaluate(
                            "async () => (await"
                                + " fetch('/api/models/wall/tiles/12/0/0.png?map=height')).status");
            assertThat(status).isEqualTo(200);
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
