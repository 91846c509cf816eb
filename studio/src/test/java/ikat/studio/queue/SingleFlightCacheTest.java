package ikat.studio.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SingleFlightCacheTest {

    private final FairQueue queue = new FairQueue(1, 100, 100);
    private final SingleFlightCache<String, byte[]> cache =
            new SingleFlightCache<>(queue, 1000, value -> value.length);
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

    private SingleFlightCache<String, byte[]>.Handle ask(String key) {
        return cache.request(
                key,
                "client",
                () -> {
                    made.incrementAndGet();
                    return new byte[100];
                });
    }

    @Test
    void theSameIsMadeOnceAndKept() {
        SingleFlightCache<String, byte[]>.Handle first = ask("a");
        SingleFlightCache<String, byte[]>.Handle second = ask("a");
        worker.release();
        assertThat(first.future().join()).isSameAs(second.future().join());
        assertThat(ask("a").future()).isCompletedWithValue(first.future().join());
        assertThat(made).hasValue(1);
    }

    @Test
    void theLastWhoLeavesDropsWhatHasNotBegun() {
        SingleFlightCache<String, byte[]>.Handle first = ask("a");
        SingleFlightCache<String, byte[]>.Handle second = ask("a");
        int before = queue.waiting();
        first.release();
        first.release();
        assertThat(queue.waiting()).isEqualTo(before);
        second.release();
        assertThat(queue.waiting()).isEqualTo(before - 1);
        worker.release();
        ask("b").future().join();
        assertThat(made).hasValue(1);
    }

    @Test
    void whatWasDroppedCanBeAskedForAgain() {
        ask("a").release();
        SingleFlightCache<String, byte[]>.Handle again = ask("a");
        worker.release();
        assertThat(again.future().join()).hasSize(100);
        assertThat(made).hasValue(1);
    }

    @Test
    void whatFailedIsTriedAgain() {
        worker.release();
        SingleFlightCache<String, byte[]>.Handle failing =
                cache.request(
                        "a",
                        "client",
                        () -> {
                            throw new IllegalStateException("test");
                        });
        assertThat(failing.future().handle((value, failure) -> failure).join()).isNotNull();
        assertThat(ask("a").future().join()).hasSize(100);
    }

    @Test
    void cancellingOneRequestLeavesOthersAlone() {
        SingleFlightCache<String, byte[]>.Handle patient = ask("a");
        SingleFlightCache<String, byte[]>.Handle impatient = ask("a");
        impatient.future().cancel(true);
        worker.release();
        assertThat(patient.future().join()).hasSize(100);
    }

    @Test
    void whatIsKeptStaysWithinItsBytes() {
        worker.release();
        for (int i = 0; i < 20; i++) {
            ask("key" + i).future().join();
        }
        cache.cache().cleanUp();
        assertThat(cache.cache().estimatedSize()).isBetween(1L, 3L); // 300 bytes each
    }
}
