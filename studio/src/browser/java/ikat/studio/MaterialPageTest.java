package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Material page, drawn without a graphics card. */
class MaterialPageTest extends OneStudio {

    private static final String KNIT = "/material?model=knit&size=256&moves=no";

    /** What is drawn as seen by a reader, 48 by 40 pixels of red, green, blue and opacity. */
    private static final String PIXELS =
            """
            () => {
              const { drawing } = window.ikat.material;
              const copy = Object.assign(document.createElement('canvas'), { width: 48, height: 40 });
              copy.getContext('2d').drawImage(drawing.picture('rgb(0 0 0 / 0)'), 0, 0, 48, 40);
              return [...copy.getContext('2d').getImageData(0, 0, 48, 40).data];
            }
            """;

    private static Page opened(String path) {
        return ready(browser.page(path));
    }

    private static Page ready(Page page) {
        page.waitForFunction("() => window.ikat?.material?.made");
        return page;
    }

    private static List<Integer> pixels(Page page) {
        List<Integer> values = new ArrayList<>();
        ((List<?>) page.evaluate(PIXELS)).forEach(value -> values.add((Integer) value));
        return values;
    }

    /** How many of the values differ by more than rounding. */
    private static long difference(List<Integer> one, List<Integer> other) {
        long count = 0;
        for (int i = 0; i < one.size(); i++) {
            count += Math.abs(one.get(i) - other.get(i)) > 2 ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(strings = {"dress", "shirt", "scarf", "cloth", "sphere", "cube", "plane"})
    void aShapeIsDrawn(String shape) {
        Page page = opened(KNIT + "&on=" + shape);

        List<Integer> seen = pixels(page);
        long drawn = 0;
        List<Integer> greens = new ArrayList<>();
        for (int i = 3; i < seen.size(); i += 4) {
            if (seen.get(i) > 250) {
                drawn++;
                greens.add(seen.get(i - 2));
            }
        }
        assertThat(drawn).as("pixels of the %s", shape).isBetween(150L, 1900L);
        assertThat(Collections.max(greens) - Collections.min(greens)).isGreaterThan(30);
        assertThat(browser.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void everyMapIsSeen() {
        Page page = opened("/material?model=honeycomb&size=256&on=sphere&relief=3");
        for (String map : List.of("color", "normal", "roughness", "ao")) {
            Locator use = page.locator("[data-map=" + map + "] input");
            List<Integer> with = pixels(page);
            use.uncheck();
            assertThat(difference(with, pixels(page))).as(map).isGreaterThan(8);
            use.check();
            assertThat(difference(with, pixels(page))).as("%s again", map).isLessThan(4);
        }
        assertThat(page.getByText("estimated from the colours").isVisible()).isTrue();
        page.context().close();
    }

    @Test
    void heightsChangeTheShapeOfAPlane() {
        Page page = opened("/material?model=pebbles&size=256&on=plane&relief=3&turn=60");
        List<Integer> even = pixels(page);
        page.getByLabel("Heights change the shape").check();
        assertThat(difference(even, pixels(page))).isGreaterThan(100);
        page.waitForURL(address -> address.contains("lift=yes"));
        page.context().close();
    }

    @Test
    void theWidthInCentimetresIsThatOfARepeat() {
        Page page = opened(KNIT + "&on=plane");
        List<Integer> small = pixels(page);
        page.getByLabel("Width in cm").fill("60");
        assertThat(difference(small, pixels(page))).isGreaterThan(100);
        assertThat(page.evaluate("() => window.ikat.material.fabric.textures.color.repeat.x * 60"))
                .isEqualTo(1);
        page.context().close();
    }

    @Test
    void theLightIsMovedByKeysAndByDragging() {
        Page page = opened(KNIT + "&on=sphere");
        List<Integer> before = pixels(page);
        page.locator(".light-ball").focus();
        for (int i = 0; i < 9; i++) {
            page.keyboard().press("ArrowRight");
        }
        assertThat(difference(before, pixels(page))).isGreaterThan(100);
        page.waitForURL(address -> address.contains("side=52"));
        page.keyboard().down("Shift");
        drag(page, 100, 0);
        page.keyboard().up("Shift");
        page.waitForURL(address -> address.contains("side=87"));
        drag(page, 100, 0);
        page.waitForURL(address -> address.contains("turn="));
        page.context().close();
    }

    private static void drag(Page page, int right, int down) {
        page.mouse().move(400, 400);
        page.mouse().down();
        page.mouse().move(400 + right, 400 + down);
        page.mouse().up();
    }

    @Test
    void theAddressHoldsAllAndOutlivesReloadAndBack() {
        Page page = opened(KNIT + "&on=scarf&cm=31&turn=-40&near=0.8&side=20&height=60&off=normal");
        List<Integer> first = pixels(page);
        page.reload();
        ready(page);
        assertThat(difference(first, pixels(page))).isLessThan(20);
        page.locator("nav a[data-page=tile]").click();
        page.locator("main.tile .panel").waitFor();
        page.goBack();
        ready(page);
        assertThat(page.getByLabel("Width in cm").inputValue()).isEqualTo("31");
        assertThat(page.locator("[data-map=normal] input").isChecked()).isFalse();
        assertThat(difference(first, pixels(page))).isLessThan(20);
        page.context().close();
    }

    @Test
    void aFileForAProgramIsSaved() throws IOException {
        Page page = opened(KNIT + "&on=cube&target=gltf&pixels=512");
        Download download = page.waitForDownload(() -> button(page, "Save material").click());

        assertThat(download.suggestedFilename()).isEqualTo("knit-gltf-512.zip");
        byte[] glb = null;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(download.path()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                glb = entry.getName().endsWith(".glb") ? zip.readAllBytes() : glb;
            }
        }
        assertThat(glb).isNotNull();
        assertThat(new String(Arrays.copyOf(glb, 4), StandardCharsets.US_ASCII)).isEqualTo("glTF");
        Path own = Files.write(folder.resolve("own.glb"), glb);
        button(page, "Your own").click();
        page.getByText("Choose a .glb or .gltf file").waitFor();
        List<Integer> waiting = pixels(page);
        page.locator("input[type=file]").setInputFiles(own);
        page.waitForFunction("() => window.ikat.material.mesh");
        assertThat(difference(waiting, pixels(page))).isGreaterThan(100);
        page.context().close();
    }

    @Test
    void aFileThatCannotBeShownIsRefusedByASentence() throws IOException {
        Page page = opened(KNIT + "&on=own");
        Path damaged = Files.writeString(folder.resolve("chair.glb"), "glTF, but no more of it");
        page.locator("input[type=file]").setInputFiles(damaged);
        page.getByText("chair.glb is damaged").waitFor();
        Path bare = Files.writeString(folder.resolve("bare.gltf"), BARE);
        DroppedFile.drop(page, ".material-canvas", bare, "model/gltf+json");
        page.getByText("bare.gltf has no UVs").waitFor();
        page.context().close();
    }

    private static final String BARE =
            """
            {"asset": {"version": "2.0"}, "nodes": [{"mesh": 0}],
             "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
             "accessors": [{"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3"}],
             "bufferViews": [{"buffer": 0, "byteLength": 36}],
             "buffers": [{"byteLength": 36, "uri": "data:;base64,%s"}]}
            """
                    .formatted("A".repeat(48));

    @Test
    void aMixtureOfTwoTexturesPlaysLiveAndIsSharpAtRest() {
        Page page = opened("/material?model=samples&texture=brick&on=sphere&size=256");
        List<Integer> brick = pixels(page);
        Locator share = page.locator(".material-morph input[type=range]");
        share.evaluate("input => (input.value = 0.5, input.dispatchEvent(new Event('input')))");
        page.waitForFunction("() => window.ikat.material.fabric.live");
        assertThat(difference(brick, pixels(page))).isGreaterThan(100);
        page.waitForFunction("() => !window.ikat.material.fabric.live");
        assertThat(difference(brick, pixels(page))).isGreaterThan(100);
        page.waitForURL(address -> address.contains("mix=0.5"));
        assertThat(browser.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void aMapIsLookedAtPixelByPixel() {
        Page page = opened(KNIT);
        page.getByLabel("Look at normals at full size").click();
        Locator picture = page.locator("dialog[open] img");
        picture.waitFor();
        assertThat(picture.boundingBox().width).isEqualTo(256);
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]").count()).isZero();
        page.context().close();
    }

    @Test
    void thePictureIsSaved() {
        Page page = opened(KNIT);
        Download download = page.waitForDownload(() -> button(page, "Save picture").click());
        assertThat(download.suggestedFilename()).isEqualTo("knit-dress.png");
        page.context().close();
    }

    @Test
    void allCanBeReadAndNamedAndFitsAPhone() {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = ready(browser.page(KNIT + "&on=own", 390, 844, colours));
            assertThat(violations(page)).isEmpty();
            assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= 390"))
                    .isTrue();
            page.getByLabel("Look at colours at full size").click();
            assertThat(violations(page)).isEmpty();
            page.context().close();
        }
    }

    private static List<Rule> violations(Page page) {
        return new AxeBuilder(page).withTags(AccessTest.LEVEL_AA).analyze().getViolations();
    }

    private static Locator button(Page page, String name) {
        return page.locator("button:text-is('" + name + "')");
    }
}
