package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonParser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ScreenshotType;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the pictures of docs/studio.md again: {@code mvn -Pbrowser -pl studio -am verify
 * -Dtest=ScreenshotsTest -Dsurefire.failIfNoSpecifiedTests=false -Dikat.screenshots=FOLDER
 * -Dmaven.test.additionalClasspath=$PWD/lab/target/quick/ikat-lab.jar}, after {@code ./ikat} has
 * built the lab. {@code -Dikat.screenshots.only=tile,phone} makes some of them.
 */
@Tag("browser")
class ScreenshotsTest {

    private static final int QUALITY = 68;
    private static final int MOST_SECONDS = 240;

    /** Whether a page shows its plane, its frames or its material. */
    private static final String DRAWN =
            """
            () => {
              const { plane, live, material } = window.ikat ?? {};
              if (plane) return document.querySelector('.plane-notice.hidden') && !document.querySelector('.plane-busy.on');
              return live?.stats.frames > 0 || (material?.made && material.drawing.share > 1);
            }
            """;

    /** Makes a picture of a page. */
    private interface Maker {
        void make(StudioBrowser browser, Path pictures) throws Exception;
    }

    private static final Map<String, Maker> PICTURES = new LinkedHashMap<>();

    static {
        PICTURES.put("home", ScreenshotsTest::home);
        PICTURES.put("plane", ScreenshotsTest::plane);
        PICTURES.put("mixer", ScreenshotsTest::mixer);
        PICTURES.put("brush", ScreenshotsTest::brush);
        PICTURES.put("webcam", ScreenshotsTest::webcam);
        PICTURES.put("tile", ScreenshotsTest::tile);
        PICTURES.put("material", ScreenshotsTest::material);
        PICTURES.put("train", ScreenshotsTest::train);
        PICTURES.put("compare", ScreenshotsTest::compare);
        PICTURES.put("phone", ScreenshotsTest::phone);
    }

    @TempDir private static Path folder;

    @Test
    void pagesAreShown() throws Exception {
        String target = System.getProperty("ikat.screenshots");
        assumeTrue(target != null, "no folder was given");
        Path pictures = Files.createDirectories(Path.of(target));
        List<String> only = List.of(System.getProperty("ikat.screenshots.only", "").split(","));
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            for (var picture : PICTURES.entrySet()) {
                if (only.contains("") || only.contains(picture.getKey())) {
                    picture.getValue().make(browser, pictures);
                }
            }
        }
    }

    private static void home(StudioBrowser browser, Path pictures) throws Exception {
        Page page = browser.page("/");
        page.waitForFunction(
                "() => [...document.querySelectorAll('.home-card img')].length > 5"
                        + " && [...document.querySelectorAll('.home-card img')]"
                        + ".every((i) => i.naturalWidth)");
        keep(page, pictures.resolve("studio-home.jpg"));
    }

    private static void plane(StudioBrowser browser, Path pictures) throws Exception {
        Page page = browser.page("/look?model=honeycomb&zoom=0.5");
        PlanePictures.await(page);
        keep(page, pictures.resolve("studio-plane.jpg"));
    }

    private static void mixer(StudioBrowser browser, Path pictures) throws Exception {
        Page page = browser.page("/mix?x=0.3&y=0.15&softness=0.8", 1280, 800, ColorScheme.DARK);
        StudioBrowser.awaitFrames(page, 1); // the woven picture comes after the network's
        keep(page, pictures.resolve("studio-mixer.jpg"));
    }

    private static void brush(StudioBrowser browser, Path pictures) throws Exception {
        Page page = browser.page("/paint?model=samples&base=brick&zoom=0.5");
        page.waitForFunction("() => window.ikat?.brush");
        for (String texture : List.of("knit", "scales")) {
            page.locator(".brush-palette .thumb:has-text(\"" + texture + "\")").click();
            page.keyboard().press("2");
            int from = texture.equals("knit") ? 200 : 420;
            page.mouse().move(from, 200);
            page.mouse().down();
            for (int i = 0; i <= 20; i++) {
                page.mouse().move(from + 15 * i, 300 + 180 * Math.sin(i / 4.0));
                PlanePictures.frame(page);
            }
            page.mouse().up();
        }
        page.evaluate("() => window.ikat.brush.idle()");
        keep(page, pictures.resolve("studio-brush.jpg"));
    }

    private static void webcam(StudioBrowser browser, Path pictures) throws Exception {
        Page page =
                browser.page("/camera?path=knit,scales,brick,text", 1280, 800, ColorScheme.DARK);
        page.getByText("Start the camera").click();
        StudioBrowser.awaitFrames(page, 10);
        keep(page, pictures.resolve("studio-webcam.jpg"));
    }

    private static void tile(StudioBrowser browser, Path pictures) throws Exception {
        Page page = browser.page("/tile?model=knit");
        page.locator(".tile-proof .verdict").waitFor();
        keep(page, pictures.resolve("studio-tile.jpg"));
    }

    private static void material(StudioBrowser browser, Path pictures) throws Exception {
        Page page = browser.page("/material?model=knit&size=1024&cm=40");
        page.waitForFunction(
                "() => window.ikat?.material?.made && window.ikat.material.drawing.share > 1");
        keep(page, pictures.resolve("studio-material.jpg"));
    }

    private static void train(StudioBrowser browser, Path pictures) throws Exception {
        Page page = browser.page("/train");
        String id =
                order(
                        page,
                        "/api/trainings",
                        "pictures",
                        "{\"name\": \"woolly\", \"for\": \"45s\"}");
        page.request()
                .post(
                        browser.studio()
                                .address()
                                .resolve("/api/trainings/" + id + "/start")
                                .toString());
        page.reload();
        page.waitForFunction(
                "() => document.querySelector('article.job progress')?.value > 0.7",
                null,
                new Page.WaitForFunctionOptions().setTimeout(1000 * MOST_SECONDS));
        page.locator("article.job").first().scrollIntoViewIfNeeded();
        page.evaluate("() => document.querySelector('article.job').scrollIntoView()");
        page.evaluate("() => scrollBy(0, -60)");
        keep(page, pictures.resolve("studio-train.jpg"));
        await(browser, "/api/trainings/" + id);
    }

    private static void compare(StudioBrowser browser, Path pictures) throws Exception {
        Page page = browser.page("/compare", 1280, 800, ColorScheme.DARK);
        String id =
                order(
                        page,
                        "/api/comparisons",
                        "picture",
                        "{\"methods\": [\"quilting\", \"ikat\"], \"seconds\": 60, \"size\": 256}");
        await(browser, "/api/comparisons/" + id);
        page.reload();
        page.getByText("Show the report").click();
        page.frameLocator(".report iframe").locator("img").first().waitFor();
        page.evaluate("() => document.querySelector('article').scrollIntoView()");
        keep(page, pictures.resolve("studio-compare.jpg"));
    }

    private static void phone(StudioBrowser browser, Path pictures) throws Exception {
        List<String> paths =
                List.of("/look?model=pebbles", "/mix?x=0.3&y=0.15", "/material?model=knit");
        BufferedImage all = new BufferedImage(360 * 3 + 40, 740, BufferedImage.TYPE_INT_RGB);
        Graphics2D ink = all.createGraphics();
        ink.setColor(Color.WHITE);
        ink.fillRect(0, 0, all.getWidth(), all.getHeight());
        for (int i = 0; i < paths.size(); i++) {
            ColorScheme colours = i == 1 ? ColorScheme.DARK : ColorScheme.LIGHT;
            Page page = browser.page(paths.get(i), 360, 740, colours);
            page.waitForFunction(DRAWN, null, new Page.WaitForFunctionOptions().setTimeout(60_000));
            StudioBrowser.settle(page);
            byte[] picture = page.screenshot();
            ink.drawImage(ImageIO.read(new ByteArrayInputStream(picture)), 380 * i, 0, null);
            page.context().close();
        }
        ink.dispose();
        Path file = pictures.resolve("studio-phone.jpg");
        assertThat(ImageIO.write(all, "jpg", file.toFile())).isTrue();
    }

    /** Orders a job about a picture, and returns its id. */
    private static String order(Page page, String path, String field, String settings) {
        APIResponse answer =
                page.request()
                        .post(
                                page.url().replaceFirst("/[^/]*$", path),
                                RequestOptions.create()
                                        .setMultipart(
                                                FormData.create()
                                                        .set(
                                                                field,
                                                                Path.of(
                                                                        "..",
                                                                        "samples",
                                                                        "knit.png"))
                                                        .set("settings", settings)));
        assertThat(answer.ok()).as(answer.text()).isTrue();
        return answer.text().replaceFirst("(?s).*?\"id\":\"([^\"]*)\".*", "$1");
    }

    private static void await(StudioBrowser browser, String path) {
        Page page = browser.page("/train");
        String address = browser.studio().address().resolve(path).toString();
        page.waitForCondition(
                () ->
                        // Of the job itself: its parts have states too.
                        JsonParser.parseString(page.request().get(address).text())
                                .getAsJsonObject()
                                .get("state")
                                .getAsString()
                                .equals("done"),
                new Page.WaitForConditionOptions().setTimeout(1000 * MOST_SECONDS));
        page.context().close();
    }

    private static void keep(Page page, Path picture) throws Exception {
        StudioBrowser.settle(page);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(picture)
                        .setType(ScreenshotType.JPEG)
                        .setQuality(QUALITY));
        page.context().close();
        assertThat(Files.size(picture)).isGreaterThan(10_000);
    }
}
