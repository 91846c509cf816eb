package ikat.studio.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SingleFlightCacheTest {

    private final FairQueue queue = new FairQueue("test", 1, new FairQueue.Limits(100, 100, 60));
    private final SingleFlightCache<String> cache = new SingleFlightCache<>(queue, 1000);
    private final AtomicInteger made = new AtomicInteger();
    private final OccupiedWorker worker = new OccupiedWorker();

    @BeforeEach
    void occupy() throws InterruptedException {
        worker.occupy(queue);
    }

    @AfterEach
    void end() {
        worker.release();
        queue.close();
    }

    private CompletableFuture<byte[]> ask(String key) {
        return cache.request(
                key,
                new Client("reader", "page"),
                () -> {
                    made.incrementAndGet();
                    return new byte[100];
                });
    }

    @Test
    void theSameIsMadeOnceAndKept() {
        CompletableFuture<byte[]> first = ask("a");
        CompletableFuture<byte[]> second = ask("a");
        worker.release();
        assertThat(first.join()).isSameAs(second.join());
        assertThat(ask("a")).isCompletedWithValue(first.join());
        assertThat(made).hasValue(1);
    }

    @Test
    void theLastWhoLeavesDropsWhatHasNotBegun() {
        CompletableFuture<byte[]> first = ask("a");
        CompletableFuture<byte[]> second = ask("a");
        int before = queue.waiting();
        first.cancel(false);
        first.cancel(false);
        assertThat(queue.waiting()).isEqualTo(before);
        second.cancel(false);
        assertThat(queue.waiting()).isEqualTo(before - 1);
        worker.release();
        ask("b").join();
        assertThat(made).hasValue(1);
    }

    @Test
    void whatWasDroppedCanBeAskedForAgain() {
        ask("a").cancel(false);
        CompletableFuture<byte[]> again = ask("a");
        worker.release();
        assertThat(again.join()).hasSize(100);
        assertThat(made).hasValue(1);
    }

    @Test
    void whatFailedIsTriedAgain() {
        worker.release();
        CompletableFuture<byte[]> failing =
                cache.request(
                        "a",
                        new Client("reader", "page"),
                        () -> {
                            throw new IllegalStateException("test");
                        });
        assertThat(failing.handle((value, failure) -> failure).join()).isNotNull();
        assertThat(ask("a").join()).hasSize(100);
    }

    @Test
    void cancellingOneRequestLeavesOthersAlone() {
        CompletableFuture<byte[]> patient = ask("a");
        CompletableFuture<byte[]> impatient = ask("a");
        impatient.cancel(true);
        worker.release();
        assertThat(patient.join()).hasSize(100);
    }

    @Test
    void whatIsKeptStaysWithinItsBytes() {
        worker.release();
        for (int i = 0; i < 20; i++) {
            ask("key" + i).join();
        }
        cache.cache().cleanUp();
        assertThat(cache.cache().estimatedSize()).isBetween(1L, 3L); // 300 bytes each
    }

    @Test
    void whoComesBackInTimeGetsWhatWasBegunForAnother() throws Exception {
        worker.release();
        CountDownLatch open = new CountDownLatch(1);
        Callable<byte[]> slow =
                () -> {
                    made.incrementAndGet();
                    assertThat(open.await(10, TimeUnit.SECONDS)).isTrue();
                    return new byte[] {7};
                };
        CompletableFuture<byte[]> first = cache.request("tile", new Client("a", ""), slow);
        while (made.get() == 0) {
            Thread.onSpinWait();
        }
        first.cancel(false);
        CompletableFuture<byte[]> second = cache.request("tile", new Client("b", ""), slow);
        Thread.sleep(2500); // beyond the time after which abandoned work is ended
        open.countDown();
        assertThat(second.get(5, TimeUnit.SECONDS)).containsExactly(7);
        assertThat(made).hasValue(1);
    }
}
