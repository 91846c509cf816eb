package ikat.studio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import ikat.service.Workshop;
import ikat.studio.jobs.JobFeature;
import ikat.studio.web.Access;
import ikat.studio.web.StudioSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** A studio with the gallery's models, and the system's Chromium in front of it. */
final class StudioBrowser implements AutoCloseable {

    /** All of the studio's pages. */
    static final List<String> PAGES =
            List.of(
                    "home",
                    "look",
                    "mix",
                    "paint",
                    "camera",
                    "tile",
                    "material",
                    "train",
                    "compare");

    private static final String TOKEN = "0123456789abcdef";
    private static final List<String> OPTIONS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--use-gl=angle",
                    "--use-angle=swiftshader",
                    "--enable-unsafe-swiftshader",
                    "--disable-quic",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--mute-audio",
                    "--autoplay-policy=no-user-gesture-required",
                    "--use-fake-ui-for-media-stream",
                    "--use-fake-device-for-media-stream");

    private final Studio studio;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private StudioBrowser(Studio studio, Playwright playwright, Browser browser) {
        this.studio = studio;
        this.playwright = playwright;
        this.browser = browser;
    }

    /**
     * Opens both; the test is skipped where there is no browser.
     *
     * @param folder of the studio
     * @param more options of the browser
     */
    static StudioBrowser open(Path folder, String... more) {
        Optional<Path> program = ikat.service.film.Browser.find();
        assumeTrue(program.isPresent(), "there is no Chromium on the PATH");
        Studio studio =
                Studio.start(
                        StudioSettings.local(folder, Optional.of(Path.of("..", "gallery")))
                                .with(Access.by(TOKEN)),
                        Workshop.ofThisMachine(),
                        comparisons());
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(List.of(more));
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(program.get())
                                        .setArgs(options));
        return new StudioBrowser(studio, playwright, browser);
    }

    /** Of the lab if it is on the class path. */
    private static List<JobFeature.Provider> comparisons() {
        List<JobFeature.Provider> found = new ArrayList<>();
        ServiceLoader.load(JobFeature.Provider.class).forEach(found::add);
        return found.isEmpty() ? List.of(new StandInComparisons()) : found;
    }

    /** The address of a page. */
    static String at(String name) {
        return name.equals("home") ? "/" : "/" + name;
    }

    /** The studio. */
    Studio studio() {
        return studio;
    }

    /** A window as wide as a desk's. */
    Page page(String path) {
        return page(path, 1280, 800, ColorScheme.LIGHT);
    }

    /** A window of a size. */
    Page page(String path, int width, int height, ColorScheme colours) {
        return page(path, context(width, height, colours));
    }

    /** The same with {@code window.audit}, which looks for what is hard to see or to hit. */
    Page audited(String path, int width, int height, ColorScheme colours) {
        BrowserContext context = context(width, height, colours);
        context.addInitScript(Path.of("src", "browser", "js", "audit.js"));
        return page(path, context);
    }

    private BrowserContext context(int width, int height, ColorScheme colours) {
        return browser.newContext(
                new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(colours));
    }

    /** A telephone, which is touched. */
    Page phone(String path) {
        return page(
                path,
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(400, 800)
                                .setHasTouch(true)
                                .setIsMobile(true)));
    }

    /** A window whose screen has so many pixels for one of CSS. */
    Page dense(String path, double ratio) {
        return page(
                path,
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(1280, 800)
                                .setDeviceScaleFactor(ratio)));
    }

    private Page page(String path, BrowserContext context) {
        context.grantPermissions(List.of("camera"));
        Page page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onConsoleMessage(this::hear);
        page.onPageError(complaints::add);
        String token = (path.contains("?") ? "&" : "?") + "token=" + TOKEN;
        page.navigate(studio.address().resolve(path) + token);
        return page;
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add(message.text());
        }
    }

    /**
     * Waits until nothing was added to or removed from the page for thirty frames and all its
     * pictures are there. A page that never rests is let go after three hundred.
     */
    static void settle(Page page) {
        page.evaluate(
                """
                async () => {
                  await document.fonts.ready;
                  let quiet = 0;
                  const changes = new MutationObserver(() => (quiet = 0));
                  changes.observe(document.body, { childList: true, subtree: true });
                  for (let frames = 0; quiet < 30 && frames < 300; frames++) {
                    await new Promise((done) => requestAnimationFrame(done));
                    const loading = [...document.images].some((image) => !image.complete && image.loading !== 'lazy');
                    quiet = loading ? 0 : quiet + 1;
                  }
                  changes.disconnect();
                }
                """);
    }

    /** Waits until the page has shown a number of further live frames. */
    static void awaitFrames(Page page, int more) {
        page.waitForFunction("() => window.ikat?.live?.stats.frames > 0");
        Object last = page.evaluate("more => window.ikat.live.stats.frames + more", more);
        page.waitForFunction("last => window.ikat.live.stats.frames >= last", last);
    }

    /** What the pages complained about so far. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        studio.close();
    }
}
