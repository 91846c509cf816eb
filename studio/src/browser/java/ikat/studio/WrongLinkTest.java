package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Addresses that somebody wrote by hand, or kept for too long. */
class WrongLinkTest extends OneStudio {

    @Test
    void aPageThatThereIsNotIsSaidWithTheOthersAtHand() {
        Page page = browser.page("/nothing");

        page.getByText("There is no such page").waitFor();
        page.locator("nav a[data-page=plane]").click();
        PlanePictures.await(page);

        assertThat(page.locator("nav a[aria-current]").textContent()).isEqualTo("Plane");
        page.context().close();
    }

    @Test
    void aModelThatIsNotHereIsNamed() {
        for (String name : new String[] {"plane", "mixer", "brush", "webcam", "tile"}) {
            Page page = browser.page("/" + name + "?model=gone");
            page.getByText("There is no model gone to use here").waitFor();
            page.context().close();
        }
    }

    @Test
    void aModelOfOneTextureIsNotSaidToBeMissingButToBeTooFew() {
        Page page = browser.page("/webcam?model=honeycomb");
        Locator offer = page.locator(".webcam-unfit");
        offer.waitFor();
        assertThat(offer.textContent())
                .contains("The model honeycomb has only one texture", "needs several");
        assertThat(page.getByText("There is no model").count()).isZero();

        offer.getByText("samples").click();

        page.waitForFunction("() => location.search.includes('model=samples')");
        assertThat(offer.count()).isZero();
        assertThat(page.locator(".thumbs[aria-label=Model] [aria-pressed=true]").textContent())
                .isEqualTo("samples");
        page.context().close();
    }

    @Test
    void whatMakesNoSenseIsAsUsual() {
        Page plane = browser.page("/plane?seed=q&x=abc&y=Infinity");
        PlanePictures.await(plane);
        assertThat(PlanePictures.view(plane, "x")).isZero();
        assertThat(plane.locator(".plane-notice.failed").isVisible()).isFalse();
        plane.context().close();

        Page brush = browser.page("/brush?seed=q");
        PlanePictures.await(brush);
        assertThat(brush.locator(".plane-notice.failed").isVisible()).isFalse();
        brush.context().close();

        for (String live :
                new String[] {
                    "/mixer?seed=1.5&layout=foo&play=bar&softness=9&x=-3",
                    "/webcam?mode=foo&size=5000&strength=9&path=a,b"
                }) {
            Page page = browser.page(live);
            page.waitForFunction("() => window.ikat?.live?.stats.frames > 0");
            assertThat(page.locator(".live-trouble").textContent()).isEmpty();
            page.context().close();
        }
    }
}
