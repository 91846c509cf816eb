package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Rectangle;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class OnDemandImageTest {

    private static final PixelRegion WINDOW = new PixelRegion(-(1L << 40), 1L << 40, 11, 23);

    private static void assertShows(Raster raster, Rectangle part, int channels) {
        assertThat(raster.getBounds()).isEqualTo(part);
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                for (int channel = 0; channel < channels; channel++) {
                    byte expected =
                            CountingSource.level(WINDOW.left() + x, WINDOW.top() + y, channel);
                    assertThat((byte) raster.getSample(x, y, channel)).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anyRectangleShowsThePlane(int channels) {
        try (OnDemandImage image = new OnDemandImage(new CountingSource(channels), WINDOW, 5)) {
            for (Rectangle part :
                    new Rectangle[] {
                        new Rectangle(0, 0, 11, 1),
                        new Rectangle(3, 6, 4, 3),
                        new Rectangle(2, 3, 9, 17),
                        new Rectangle(0, 22, 11, 1),
                        new Rectangle(0, 4, 1, 2)
                    }) {
                assertShows(image.getData(part), part, channels);
            }
            assertShows(image.getData(), new Rectangle(11, 23), channels);
            assertShows(image.getTile(0, 4), new Rectangle(0, 20, 11, 3), channels);
            assertShows(image.copyData(null), new Rectangle(11, 23), channels);
        }
    }

    @Test
    void pixelsAreCopiedIntoAGivenRaster() {
        try (OnDemandImage image = new OnDemandImage(new CountingSource(3), WINDOW, 4)) {
            WritableRaster target =
                    Raster.createWritableRaster(
                            image.getSampleModel().createCompatibleSampleModel(5, 9),
                            new java.awt.Point(6, 14));

            assertShows(image.copyData(target), new Rectangle(6, 14, 5, 9), 3);
        }
    }

    @Test
    void rowsFromTheTopRenderEveryBandOnce() {
        CountingSource source = new CountingSource(3);
        try (OnDemandImage image = new OnDemandImage(source, WINDOW, 5)) {
            for (int y = 0; y < 23; y++) {
                Rectangle row = new Rectangle(0, y, 11, 1);
                assertShows(image.getData(row), row, 3);
            }
        }

        assertThat(source.asked)
                .containsExactly(
                        new PixelRegion(WINDOW.left(), WINDOW.top(), 11, 5),
                        new PixelRegion(WINDOW.left(), WINDOW.top() + 5, 11, 5),
                        new PixelRegion(WINDOW.left(), WINDOW.top() + 10, 11, 5),
                        new PixelRegion(WINDOW.left(), WINDOW.top() + 15, 11, 5),
                        new PixelRegion(WINDOW.left(), WINDOW.top() + 20, 11, 3));
    }

    @Test
    void theNextBandIsRenderedWhileOneIsRead() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(2);
        PixelSource source =
                new Source() {
                    @Override
                    public byte[] render(PixelRegion region) {
                        second.countDown();
                        return super.render(region);
                    }
                };
        try (OnDemandImage image = new OnDemandImage(source, WINDOW, 5)) {
            assertThat(image.getTile(0, 0).getHeight()).isEqualTo(5);
            assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void theSourceIsNeverAskedTwiceAtATime() throws InterruptedException {
        AtomicInteger running = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        PixelSource source =
                new Source() {
                    @Override
                    public byte[] render(PixelRegion region) {
                        overlapped.compareAndSet(false, running.incrementAndGet() > 1);
                        byte[] pixels = super.render(region);
                        Thread.onSpinWait();
                        running.decrementAndGet();
                        return pixels;
                    }
                };
        try (OnDemandImage image = new OnDemandImage(source, WINDOW, 1)) {
            Thread[] readers = new Thread[3];
            for (int i = 0; i < readers.length; i++) {
                int step = i + 1;
                readers[i] = new Thread(() -> readEvery(image, step));
                readers[i].start();
            }
            for (Thread reader : readers) {
                reader.join();
            }
        }
        assertThat(overlapped).isFalse();
    }

    private static void readEvery(OnDemandImage image, int step) {
        for (int y = 0; y < 23 * 40; y += step) {
            image.getTile(0, y % 23);
        }
    }

    @Test
    void whatTheSourceThrowsReachesTheReader() {
        PixelSource source =
                new Source() {
                    @Override
                    public byte[] render(PixelRegion region) {
                        if (region.top() > WINDOW.top()) {
                            throw new IllegalStateException("the yarn broke");
                        }
                        return super.render(region);
                    }
                };
        try (OnDemandImage image = new OnDemandImage(source, WINDOW, 5)) {
            assertThat(image.getTile(0, 0).getHeight()).isEqualTo(5);
            assertThatThrownBy(() -> image.getTile(0, 1)).hasMessage("the yarn broke");
            assertThat(image.getTile(0, 0).getHeight()).isEqualTo(5);
        }
    }

    @Test
    void closingWaitsForTheBandThatIsBeingRendered() {
        AtomicInteger finished = new AtomicInteger();
        PixelSource source =
                new Source() {
                    @Override
                    public byte[] render(PixelRegion region) {
                        byte[] pixels = super.render(region);
                        try {
                            Thread.sleep(50);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        finished.incrementAndGet();
                        return pixels;
                    }
                };
        try (OnDemandImage image = new OnDemandImage(source, WINDOW, 5)) {
            assertThat(image.getTile(0, 0).getHeight()).isEqualTo(5);
            while (source.channels() == 3 && ((Source) source).begun.get() < 2) {
                Thread.onSpinWait();
            }
        }
        assertThat(finished).hasValue(2);
    }

    @Test
    void aSourceOfTheWrongLengthIsCaught() {
        PixelSource source =
                new Source() {
                    @Override
                    public byte[] render(PixelRegion region) {
                        return new byte[7];
                    }
                };
        try (OnDemandImage image = new OnDemandImage(source, WINDOW, 5)) {
            assertThatThrownBy(() -> image.getTile(0, 0)).hasMessageContaining("gave 7 bytes");
        }
    }

    @Test
    void whatLiesOutsideIsRefused() {
        try (OnDemandImage image = new OnDemandImage(new CountingSource(3), WINDOW, 5)) {
            assertThatThrownBy(() -> image.getData(new Rectangle(5, 5, 7, 1)))
                    .hasMessageContaining("not within 11x23");
            assertThatThrownBy(() -> image.getTile(0, 5)).hasMessageContaining("1x5");
        }
        assertThatThrownBy(() -> new OnDemandImage(new CountingSource(3), WINDOW, 0))
                .hasMessageContaining("0 rows");
        PixelRegion wide = new PixelRegion(0, 0, 1 << 30, 4);
        assertThatThrownBy(() -> new OnDemandImage(new CountingSource(3), wide))
                .hasMessageContaining("1073741824 pixels");
    }

    @Test
    void bandsStayWithinTheirBounds() {
        assertThat(OnDemandImage.bandRows(100, 3)).isEqualTo(512);
        assertThat(OnDemandImage.bandRows(32768, 3)).isEqualTo(512);
        assertThat(OnDemandImage.bandRows(60000, 3)).isEqualTo(320);
        assertThat(OnDemandImage.bandRows(200_000, 3)).isEqualTo(256);
        assertThat(OnDemandImage.bandRows(100_000_000, 3)).isEqualTo(1);
    }

    private static class Source implements PixelSource {

        final AtomicInteger begun = new AtomicInteger();
        private final CountingSource pattern = new CountingSource(3);

        @Override
        public int channels() {
            return 3;
        }

        @Override
        public byte[] render(PixelRegion region) {
            begun.incrementAndGet();
            return pattern.render(region);
        }
    }
}
