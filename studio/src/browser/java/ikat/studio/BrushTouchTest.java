package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The brush under fingers, which the browser is told of as a screen would. */
@Tag("browser")
class BrushTouchTest {

    private static final int STEPS = 10;

    @TempDir private static Path folder;

    @Test
    void oneFingerPaintsAndTwoMoveAndZoom() {
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            Page page = browser.phone("/brush?model=samples&base=brick&zoom=1");
            PlanePictures.await(page);
            page.waitForFunction("() => window.ikat.brush");
            PlanePictures.keep(page, "before");

            glide(page, List.of(List.of(-100, 0)), List.of(List.of(100, 0)));
            PlanePictures.keep(page, "painted");
            assertThat(PlanePictures.compare(page, "before", "painted", 0).all())
                    .isGreaterThan(20_000);
            assertThat(PlanePictures.view(page, "x")).isZero();
            assertThat(strokes(page)).isOne();

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo")).tap();
            PlanePictures.keep(page, "undone");
            assertThat(PlanePictures.compare(page, "before", "undone", 0).all()).isZero();

            glide(
                    page,
                    List.of(List.of(-40, 0), List.of(40, 0)),
                    List.of(List.of(-80, 0), List.of(80, 0)));
            assertThat(PlanePictures.view(page, "zoom")).isBetween(1.8, 2.2);
            double x = PlanePictures.view(page, "x");
            glide(
                    page,
                    List.of(List.of(-40, 0), List.of(40, 0)),
                    List.of(List.of(-100, 0), List.of(-20, 0)));
            assertThat(PlanePictures.view(page, "x") - x).isBetween(25.0, 35.0);
            assertThat(PlanePictures.view(page, "zoom")).isBetween(1.8, 2.2);
            assertThat(strokes(page)).isZero();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static int strokes(Page page) {
        return (int) page.evaluate("() => window.ikat.brush.document.strokes.length");
    }

    /** Leads fingers from some places to others, which are seen from the middle of the canvas. */
    private static void glide(Page page, List<List<Integer>> from, List<List<Integer>> to) {
        CDPSession session = page.context().newCDPSession(page);
        BoundingBox stage = page.locator(".stage canvas").boundingBox();
        for (int i = 0; i <= STEPS; i++) {
            JsonArray fingers = new JsonArray();
            for (int finger = 0; finger < from.size(); finger++) {
                double share = (double) i / STEPS;
                JsonObject point = new JsonObject();
                point.addProperty("id", finger);
                point.addProperty(
                        "x", stage.x + stage.width / 2 + between(from, to, finger, 0, share));
                point.addProperty(
                        "y", stage.y + stage.height / 2 + between(from, to, finger, 1, share));
                fingers.add(point);
            }
            send(session, i == 0 ? "touchStart" : "touchMove", fingers);
            PlanePictures.frame(page);
        }
        send(session, "touchEnd", new JsonArray());
        session.detach();
        page.evaluate("() => window.ikat.brush.idle()");
        PlanePictures.settle(page);
    }

    private static double between(
            List<List<Integer>> from, List<List<Integer>> to, int finger, int axis, double share) {
        return from.get(finger).get(axis) * (1 - share) + to.get(finger).get(axis) * share;
    }

    private static void send(CDPSession session, String type, JsonArray fingers) {
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", fingers);
        session.send("Input.dispatchTouchEvent", event);
    }
}
