package ikat.studio.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlightsTest {

    private final FairQueue queue = new FairQueue(1, 100, 100);
    private final Flights<String, byte[]> flights =
            new Flights<>(queue, 1000, value -> value.length);
    private final AtomicInteger made = new AtomicInteger();
    private final Gate gate = new Gate();

    @BeforeEach
    void occupy() throws InterruptedException {
        gate.occupy(queue);
    }

    @AfterEach
    void end() {
        gate.open();
        queue.close();
    }

    private Flights<String, byte[]>.Seat ask(String key) {
        return flights.ask(
                key,
                "client",
                () -> {
                    made.incrementAndGet();
                    return new byte[100];
                });
    }

    @Test
    void theSameIsMadeOnceAndKept() {
        Flights<String, byte[]>.Seat first = ask("a");
        Flights<String, byte[]>.Seat second = ask("a");
        gate.open();
        assertThat(first.future().join()).isSameAs(second.future().join());
        assertThat(ask("a").future()).isCompletedWithValue(first.future().join());
        assertThat(made).hasValue(1);
    }

    @Test
    void theLastWhoLeavesDropsWhatHasNotBegun() {
        Flights<String, byte[]>.Seat first = ask("a");
        Flights<String, byte[]>.Seat second = ask("a");
        int before = queue.waiting();
        first.leave();
        first.leave();
        assertThat(queue.waiting()).isEqualTo(before);
        second.leave();
        assertThat(queue.waiting()).isEqualTo(before - 1);
        gate.open();
        ask("b").future().join();
        assertThat(made).hasValue(1);
    }

    @Test
    void whatWasDroppedCanBeAskedForAgain() {
        ask("a").leave();
        Flights<String, byte[]>.Seat again = ask("a");
        gate.open();
        assertThat(again.future().join()).hasSize(100);
        assertThat(made).hasValue(1);
    }

    @Test
    void whatFailedIsTriedAgain() {
        gate.open();
        Flights<String, byte[]>.Seat failing =
                flights.ask(
                        "a",
                        "client",
                        () -> {
                            throw new IllegalStateException("test");
                        });
        assertThat(failing.future().handle((value, failure) -> failure).join()).isNotNull();
        assertThat(ask("a").future().join()).hasSize(100);
    }

    @Test
    void nobodyTakesAnothersSeat() {
        Flights<String, byte[]>.Seat patient = ask("a");
        Flights<String, byte[]>.Seat impatient = ask("a");
        impatient.future().cancel(true);
        gate.open();
        assertThat(patient.future().join()).hasSize(100);
    }

    @Test
    void whatIsKeptStaysWithinItsBytes() {
        gate.open();
        for (int i = 0; i < 20; i++) {
            ask("key" + i).future().join();
        }
        flights.cache().cleanUp();
        assertThat(flights.cache().estimatedSize()).isBetween(1L, 3L); // 300 bytes each
    }
}
