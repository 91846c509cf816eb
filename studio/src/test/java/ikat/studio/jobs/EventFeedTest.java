package ikat.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventFeedTest {

    private final EventFeed.Outbox outbox = new EventFeed.Outbox();

    private void put(int events) {
        for (int i = 0; i < events; i++) {
            outbox.put("job", "{}");
        }
    }

    @Test
    void whoReadsTooSlowlyIsGivenUp() {
        put(64);
        assertThat(outbox.over()).isFalse();
        put(1);
        assertThat(outbox.over()).isTrue();
    }

    @Test
    void whatWasToldBeforeTheEndIsHeard() throws InterruptedException {
        put(2);
        outbox.finish();
        assertThat(outbox.over()).isFalse();
        assertThat(outbox.next()).isEqualTo("event: job\ndata: {}\n\n");
        assertThat(outbox.next()).isEqualTo("event: job\ndata: {}\n\n");
        assertThat(outbox.next()).startsWith(": "); // which wakes who waits, and is passed over
        assertThat(outbox.over()).isTrue();
    }

    @Test
    void whoHasHeardEverythingHasNotToWaitForTheEnd() {
        outbox.finish();
        put(100);
        outbox.end();
        assertThat(outbox.over()).isTrue();
    }
}
