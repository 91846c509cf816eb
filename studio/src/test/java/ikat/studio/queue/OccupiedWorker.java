package ikat.studio.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps the only worker of a queue busy until it is opened. */
final class OccupiedWorker {

    private final CountDownLatch open = new CountDownLatch(1);

    /** Returns once the worker waits here, and no more in the queue. */
    void occupy(FairQueue queue) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        queue.submit(
                new Client("first", ""),
                () -> {
                    begun.countDown();
                    return open.await(10, TimeUnit.SECONDS);
                });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }

    void release() {
        open.countDown();
    }
}
