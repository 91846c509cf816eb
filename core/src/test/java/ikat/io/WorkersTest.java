package ikat.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void everyPieceIsDoneOnce() {
        AtomicIntegerArray done = new AtomicIntegerArray(1000);
        try (Workers workers = new Workers("test", 3)) {
            workers.each(1000, done::incrementAndGet);
            workers.each(0, done::incrementAndGet);
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(done.get(i)).isEqualTo(1);
        }
    }

    @Test
    void whatAPieceThrowsEndsTheWork() {
        AtomicInteger begun = new AtomicInteger();
        try (Workers workers = new Workers("test", 2)) {
            assertThatThrownBy(
                            () ->
                                    workers.each(
                                            1000,
                                            i -> {
                                                begun.incrementAndGet();
                                                throw new IllegalStateException("no more");
                                            }))
                    .hasMessage("no more");
        }
        assertThat(begun).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void theCheckComesBeforeEachPiece() {
        AtomicInteger checks = new AtomicInteger();
        try (Workers workers = new Workers("test", 2, checks::incrementAndGet)) {
            workers.each(10, i -> {});
        }
        assertThat(checks).hasValue(10);
    }

    @Test
    void anInterruptedCallerWaitsForAllPiecesAndStaysInterrupted() {
        AtomicInteger done = new AtomicInteger();
        Thread.currentThread().interrupt();
        try (Workers workers = new Workers("test", 4)) {
            workers.each(100, i -> done.incrementAndGet());
            assertThat(done).hasValue(100);
            assertThatThrownBy(() -> Workers.await(new CompletableFuture<>(), "counting"))
                    .isInstanceOf(InterruptedIOException.class)
                    .hasMessage("counting was interrupted");
        }
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void closingCancelsWhatHasNotBegun() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Workers workers = new Workers("test", 1);
        Future<Integer> first =
                workers.submit(
                        () -> {
                            begun.countDown();
                            go.await();
                            return 1;
                        });
        Future<Integer> second = workers.submit(() -> 2);
        begun.await();
        Thread closing = new Thread(workers::close);
        closing.start();
        while (!second.isDone()) {
            Thread.onSpinWait();
        }
        go.countDown();
        closing.join();
        assertThat(first.get()).isEqualTo(1);
        assertThat(second.isCancelled()).isTrue();
    }
}
