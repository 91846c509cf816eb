package ikat.studio.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.studio.queue.FairQueue.Ticket;
import ikat.studio.web.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FairQueueTest {

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final OccupiedWorker worker = new OccupiedWorker();

    private static Client client(String reader) {
        return new Client(reader, "");
    }

    private Ticket<String> submit(FairQueue queue, String reader, String work) {
        return submit(queue, client(reader), work);
    }

    private Ticket<String> submit(FairQueue queue, Client client, String work) {
        return queue.submit(
                client,
                () -> {
                    done.add(work);
                    return work;
                });
    }

    @Test
    void lanesTakeTurns() throws InterruptedException {
        try (FairQueue queue = new FairQueue("test", 1, new FairQueue.Limits(100, 100, 60))) {
            worker.occupy(queue);
            List<Ticket<String>> tickets = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                tickets.add(submit(queue, "greedy", "g" + i));
            }
            tickets.add(submit(queue, "modest", "m0"));
            tickets.add(submit(queue, "modest", "m1"));
            tickets.add(submit(queue, "late", "l0"));
            assertThat(queue.waiting()).isEqualTo(7);
            worker.release();
            tickets.forEach(ticket -> ticket.future().join());
            assertThat(done).containsExactly("g0", "m0", "l0", "g1", "m1", "g2", "g3");
            assertThat(queue.waiting()).isZero();
        }
    }

    @Test
    void pagesShareWhatTheirReaderHas() throws InterruptedException {
        try (FairQueue queue = new FairQueue("test", 1, new FairQueue.Limits(100, 100, 60))) {
            worker.occupy(queue);
            List<Ticket<String>> tickets = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                tickets.add(submit(queue, new Client("many", "one"), "one" + i));
            }
            tickets.add(submit(queue, new Client("many", "two"), "two"));
            tickets.add(submit(queue, new Client("many", "three"), "three"));
            tickets.add(submit(queue, "modest", "m0"));
            tickets.add(submit(queue, "modest", "m1"));
            worker.release();
            tickets.forEach(ticket -> ticket.future().join());
            assertThat(done).containsExactly("one0", "m0", "two", "m1", "three", "one1", "one2");
        }
    }

    @Test
    void whoInventsPagesDoesNotFillTheQueue() throws InterruptedException {
        try (FairQueue queue = new FairQueue("test", 1, new FairQueue.Limits(100, 50, 60))) {
            worker.occupy(queue);
            for (int i = 0; i < 50; i++) {
                submit(queue, new Client("greedy", "page " + i), "g" + i);
            }
            assertBusy(() -> submit(queue, new Client("greedy", "page 50"), "g50"));
            Ticket<String> modest = submit(queue, "modest", "m");
            worker.release();
            modest.future().join();
            assertThat(done.indexOf("m")).isLessThan(2);
        }
    }

    @Test
    void aFullQueueRefusesAndSaysWhenToComeBack() throws InterruptedException {
        try (FairQueue queue = new FairQueue("test", 1, new FairQueue.Limits(3, 2, 60))) {
            worker.occupy(queue);
            submit(queue, "greedy", "g0");
            Ticket<String> second = submit(queue, "greedy", "g1");
            assertBusy(() -> submit(queue, "greedy", "g2"));
            submit(queue, "modest", "m0");
            assertBusy(() -> submit(queue, "late", "l0"));
            second.withdraw();
            submit(queue, "late", "l1");
            worker.release();
        }
    }

    private static void assertBusy(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.status()).isEqualTo(503);
                            assertThat(problem.retryAfterSeconds()).isBetween(1, 60);
                        });
    }

    @Test
    void whoLeavesIsNotServed() throws InterruptedException {
        try (FairQueue queue = new FairQueue("test", 1, new FairQueue.Limits(100, 100, 60))) {
            worker.occupy(queue);
            Ticket<String> gone = submit(queue, "a", "gone");
            Ticket<String> stays = submit(queue, "a", "stays");
            gone.withdraw();
            gone.withdraw();
            assertThat(queue.waiting()).isEqualTo(1);
            assertThat(gone.future()).isCancelled();
            worker.release();
            stays.future().join();
            stays.withdraw();
            assertThat(done).containsExactly("stays");
        }
    }

    @Test
    void stoppedWorkEndsAtOnceAndTheNextIsNotInterrupted() throws InterruptedException {
        try (FairQueue queue = new FairQueue("test", 1, new FairQueue.Limits(100, 100, 60))) {
            CountDownLatch begun = new CountDownLatch(1);
            Ticket<String> useless =
                    queue.submit(
                            client("a"),
                            () -> {
                                begun.countDown();
                                Thread.sleep(10_000);
                                return "late";
                            });
            Ticket<String> waits = submit(queue, "a", "waits");
            Ticket<Boolean> next = queue.submit(client("a"), Thread::interrupted);
            begun.await();
            waits.stop();
            useless.stop();
            assertThat(waits.future()).isCancelled();
            assertThat(useless.future())
                    .failsWithin(5, TimeUnit.SECONDS)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(InterruptedException.class);
            assertThat(next.future().join()).isFalse();
            useless.stop();
            assertThat(done).isEmpty();
        }
    }

    @Test
    void workThatFailsFailsAlone() {
        try (FairQueue queue = new FairQueue("test", 1, new FairQueue.Limits(100, 100, 60))) {
            Ticket<String> fails =
                    queue.submit(
                            client("a"),
                            () -> {
                                throw new IllegalArgumentException("no");
                            });
            Ticket<String> memory =
                    queue.submit(
                            client("a"),
                            () -> {
                                throw new OutOfMemoryError("test");
                            });
            Ticket<String> error =
                    queue.submit(
                            client("a"),
                            () -> {
                                throw new AssertionError("test");
                            });
            assertThat(submit(queue, "a", "fine").future().join()).isEqualTo("fine");
            assertThat(fails.future()).isCompletedExceptionally();
            assertThatThrownBy(memory.future()::join).hasMessageContaining("memory");
            assertThat(error.future()).isCompletedExceptionally();
        }
    }

    @Test
    void workBeyondItsTimeIsInterruptedAndSaysSo() {
        FairQueue.Limits limits = new FairQueue.Limits(10, 10, 0.2);
        try (FairQueue queue = new FairQueue("test", 1, limits)) {
            Ticket<String> endless = sleeping(queue);
            assertThatThrownBy(endless.future()::join)
                    .hasCauseInstanceOf(Problem.class)
                    .hasMessageContaining("takes more than 0 s, the limit; ask for less");
            Ticket<Boolean> next =
                    queue.submit(client("a"), () -> Thread.currentThread().isInterrupted());
            assertThat(next.future().join()).isFalse();
        }
    }

    @Test
    void longWorkThatNobodyWaitsForIsInterrupted() {
        try (FairQueue queue = new FairQueue("test", 1, new FairQueue.Limits(10, 10, 60))) {
            Ticket<String> left = sleeping(queue);
            await(() -> queue.running() == 1);
            left.withdraw();
            assertThat(left.future()).isNotDone();
            await(() -> queue.longestSeconds() > 1);
            await(left.future()::isCompletedExceptionally);
            await(() -> queue.running() == 0);
            assertThat(queue.longestSeconds()).isZero();
        }
    }

    private static Ticket<String> sleeping(FairQueue queue) {
        return queue.submit(
                client("a"),
                () -> {
                    Thread.sleep(30_000);
                    return "late";
                });
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.onSpinWait();
        }
    }

    @Test
    void whatWaitsIsToldWhenTheQueueEnds() throws InterruptedException {
        FairQueue queue = new FairQueue("test", 1, new FairQueue.Limits(100, 100, 60));
        worker.occupy(queue);
        Ticket<String> waits = submit(queue, "a", "waits");
        queue.close();
        assertThat(waits.future()).isCompletedExceptionally();
        assertBusy(() -> submit(queue, "a", "late"));
        assertThat(done).isEmpty();
    }
}
