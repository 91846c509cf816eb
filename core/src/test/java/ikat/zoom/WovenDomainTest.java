package ikat.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Domain;
import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.PixelRegion;
import ikat.image.Pixels;
import ikat.model.NamedTexture;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.Generator;
import ikat.render.Models;
import ikat.texture.GlobalField;
import ikat.texture.Textures;
import ikat.weave.Detail;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is woven from exemplars of which parts are hidden, and from those that tile. */
class WovenDomainTest {

    private static final int WIDTH = 128;
    private static final int HEIGHT = 96;

    private static Generator engine(TextureModel model) {
        return Engines.named("java", model, 2);
    }

    /** Grey noise of two scales, smooth across all edges. */
    private static Exemplar grain() {
        Random random = new Random(3);
        float[] coarse = new float[(WIDTH / 8) * (HEIGHT / 8)];
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = random.nextFloat() - 0.5f;
        }
        float[] pixels = new float[3 * WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            float value =
                    coarse[i / WIDTH / 8 * (WIDTH / 8) + i % WIDTH / 8]
                            + 0.3f * (random.nextFloat() - 0.5f);
            for (int c = 0; c < 3; c++) {
                pixels[c * WIDTH * HEIGHT + i] = value;
            }
        }
        return Exemplar.made("grain.png", 3, WIDTH, HEIGHT, pixels);
    }

    /** The grain, whose right half is redder, and hidden. */
    private static Exemplar halfHidden() {
        Exemplar grain = grain();
        float[] pixels = grain.pixels().clone();
        BitSet hidden = new BitSet();
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            if (i % WIDTH >= WIDTH / 2) {
                hidden.set(i);
                pixels[i] += 0.3f;
            }
        }
        return grain.with(pixels).within(Domain.without(hidden, WIDTH, HEIGHT));
    }

    private static TextureModel woven(Exemplar exemplar, int start) {
        TextureModel trained =
                Models.named(List.of(new NamedTexture("grain", 1, 1, WIDTH, HEIGHT)), 0.7f, -0.7f);
        try (Weaving weaving =
                new Weaving(trained, WovenDomainTest::engine, Exemplars.of(exemplar))) {
            return trained.withWeave(weaving.learn(start));
        }
    }

    private static Pixels rendered(TextureModel model, int level) {
        NoiseField noise =
                new NoiseField(
                        model,
                        7,
                        new GlobalField.Constant(Textures.of(model).named("grain")),
                        Boundary.ENDLESS);
        try (ZoomablePlane plane =
                new ZoomablePlane(model, WovenDomainTest::engine, noise, Detail.WOVEN)) {
            return Pixels.of(plane.level(level), new PixelRegion(-100, 50, 300, 200));
        }
    }

    /** The greatest difference of red and green. */
    private static int reddest(Pixels picture) {
        int most = 0;
        for (int i = 0; i < picture.bytes().length; i += 3) {
            int red = picture.bytes()[i] & 0xff;
            most = Math.max(most, red - (picture.bytes()[i + 1] & 0xff));
        }
        return most;
    }

    @Test
    void noPixelShowsWhatIsHidden() {
        TextureModel hiding = woven(halfHidden(), 2);
        for (int level = 0; level <= 2; level++) {
            assertThat(reddest(rendered(hiding, level))).isZero();
        }
        Exemplar shown = halfHidden().within(Domain.rectangle(WIDTH, HEIGHT));
        assertThat(reddest(rendered(woven(shown, 2), 0))).isGreaterThan(20);
    }

    @Test
    void piecesOfATorusGoOnAtTheOppositeEdge() {
        Exemplar torus = grain().within(Domain.torus(WIDTH, HEIGHT));
        assertThat(crossings(torus)).isGreaterThan(20);
        assertThat(crossings(grain())).isZero();
    }

    /**
     * The number of pixels that show the last column of the exemplar left of pixels that show its
     * first one, within the same row.
     */
    private static int crossings(Exemplar exemplar) {
        Pixels picture = exemplar.toPixels();
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int x = i % WIDTH;
            picture.bytes()[3 * i + 1] = (byte) (x == 0 ? 250 : x == WIDTH - 1 ? 240 : 0);
            picture.bytes()[3 * i + 2] = (byte) (i / WIDTH);
        }
        float[] marked = new float[3 * WIDTH * HEIGHT];
        for (int i = 0; i < marked.length; i++) {
            int level = picture.bytes()[i % (WIDTH * HEIGHT) * 3 + i / (WIDTH * HEIGHT)] & 0xff;
            marked[i] = 2 * (level / 255f) - 1;
        }
        Pixels woven = rendered(woven(exemplar.with(marked), 2), 0);
        int count = 0;
        for (int i = 0; i + 1 < woven.width() * woven.height(); i++) {
            boolean edge =
                    (woven.bytes()[3 * i + 1] & 0xff) == 240
                            && (woven.bytes()[3 * i + 4] & 0xff) == 250;
            count += edge && woven.bytes()[3 * i + 2] == woven.bytes()[3 * i + 5] ? 1 : 0;
        }
        return count;
    }
}
