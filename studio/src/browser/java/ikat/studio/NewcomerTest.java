package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a newcomer does in a studio whose folder is empty: from a photograph to a material on a
 * dress and in a file, with the clicks and the seconds that it takes. {@code -Dikat.newcomer=FILE}
 * also writes them to a file; {@code -Dikat.newcomer.picture=FILE} is another picture, and {@code
 * -Dikat.newcomer.patience=30} lets it be learned for 30 seconds more.
 */
@Tag("browser")
class NewcomerTest {

    private static final int MOST_CLICKS = 6;
    private static final double MOST_SECONDS = 300; // on any machine; one alone takes a fifth
    private static final String FIRST = "first texture seen";
    private static final String STAND_IN = "stand-in seen";
    private static final String LEARNED = "first look at what is learned";
    private static final String KEPT = "kept, with a score";
    private static final String WORN = "seen on the dress";
    private static final String ZIPPED = "material zip saved";

    /** Only what a hand does: a press of a key or a drop is no click. */
    private static final String COUNT =
            """
            () => {
              window.clicks = 0;
              addEventListener('click', (event) => (window.clicks += event.isTrusted ? 1 : 0), true);
            }
            """;

    private static final String FIRST_PICTURE =
            """
            () => [...document.querySelectorAll('.home-card img')]
                .some((image) => image.complete && image.naturalWidth)
            """;

    /** What the page says once it has found which plane looks better. */
    private static final Pattern JUDGED =
            Pattern.compile("shows what is learned so far|looks better than what is learned");

    private static final String PATIENCE = "ikat.newcomer.patience";

    @TempDir private Path folder;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long begun;

    @Test
    void aPhotographIsOnADressAndInAZipWithinSixClicks() throws Exception {
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            begun = System.nanoTime();
            Page page = browser.page("/");
            page.setDefaultTimeout(1000 * MOST_SECONDS);
            page.waitForFunction(FIRST_PICTURE);
            note(FIRST);
            page.evaluate(COUNT);
            drop(page);
            double score = keep(page);
            putOn(page);
            save(page);

            int clicks = ((Number) page.evaluate("() => window.clicks")).intValue();
            report(clicks, score);
            assertThat(clicks).isBetween(1, MOST_CLICKS);
            assertThat(seconds.keySet())
                    .containsExactly(FIRST, STAND_IN, LEARNED, KEPT, WORN, ZIPPED);
            assertThat(seconds.get(STAND_IN)).isLessThan(seconds.get(LEARNED));
            assertThat(seconds.get(ZIPPED)).isLessThan(MOST_SECONDS);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void drop(Page page) throws Exception {
        String given = System.getProperty("ikat.newcomer.picture");
        Path picture = given == null ? Path.of("..", "samples", "pebbles.png") : Path.of(given);
        String type = picture.toString().endsWith(".png") ? "image/png" : "image/jpeg";
        begun = System.nanoTime();
        DroppedFile.drop(page, "main", picture, type);
        page.waitForFunction("() => performance.getEntriesByName('stand-in').length > 0");
        note(STAND_IN);
        page.waitForURL(address -> address.contains("/look?training="));
        page.locator(".learning-status")
                .filter(new Locator.FilterOptions().setHasText(JUDGED))
                .waitFor();
        note(LEARNED);
        page.waitForTimeout(1000 * Double.parseDouble(System.getProperty(PATIENCE, "0")));
    }

    /** Keeps it as it is; returns its score. */
    private double keep(Page page) {
        click(page, "Keep …");
        click(page, "Keep as it is");
        page.waitForURL(address -> address.contains("/look?model="));
        Object score =
                page.evaluate(
                        """
                        async () => {
                          const { trainings } = await (await fetch('/api/trainings')).json();
                          return trainings[0].score.overall;
                        }
                        """);
        note(KEPT);
        return ((Number) score).doubleValue();
    }

    private void putOn(Page page) {
        page.getByText("See it on a dress").click();
        page.waitForFunction(
                "() => window.ikat?.material?.made && window.ikat.material.state.on === 'dress'");
        note(WORN);
    }

    private void save(Page page) throws Exception {
        Download download = page.waitForDownload(() -> click(page, "Save material"));
        Path zip = download.path();
        note(ZIPPED);
        try (ZipFile file = new ZipFile(zip.toFile())) {
            List<String> names = file.stream().map(Object::toString).toList();
            assertThat(names).anyMatch(name -> name.contains("normal"));
        }
    }

    private static void click(Page page, String name) {
        Locator button =
                page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
        button.click();
    }

    private void note(String what) {
        seconds.put(what, (System.nanoTime() - begun) / 1e9);
    }

    private void report(int clicks, double score) throws Exception {
        StringBuilder text = new StringBuilder();
        seconds.forEach(
                (what, time) ->
                        text.append(String.format(Locale.ROOT, "%-30s %6.1f s%n", what, time)));
        text.append(String.format(Locale.ROOT, "%-30s %6d%n", "clicks to the zip", clicks));
        text.append(String.format(Locale.ROOT, "%-30s %6.2f%n", "score", score));
        System.out.println(text);
        String file = System.getProperty("ikat.newcomer");
        if (file != null) {
            Files.writeString(Path.of(file), text);
        }
    }
}
