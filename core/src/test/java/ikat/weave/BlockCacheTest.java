package ikat.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.PixelRegion;
import ikat.image.Pixels;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BlockCacheTest {

    private static final PixelRegion BLOCK = new PixelRegion(0, 0, 8, 8);

    private final BlockCache cache = new BlockCache();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    private CompletableFuture<Pixels> first(RuntimeException failure) throws InterruptedException {
        CompletableFuture<Pixels> first = inThread(new AtomicReference<>(), () -> fails(failure));
        begun.await();
        return first;
    }

    private Pixels fails(RuntimeException failure) {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        throw failure;
    }

    private CompletableFuture<Pixels> inThread(
            AtomicReference<Thread> thread, Supplier<Pixels> maker) {
        return CompletableFuture.supplyAsync(
                () -> {
                    thread.set(Thread.currentThread());
                    return cache.get(this, BLOCK, maker);
                },
                work -> new Thread(work).start());
    }

    /** Runs a second caller up to where it waits for the first, and ends the first. */
    private CompletableFuture<Pixels> second(Supplier<Pixels> maker) throws Exception {
        AtomicReference<Thread> thread = new AtomicReference<>();
        CompletableFuture<Pixels> second = inThread(thread, maker);
        while (thread.get() == null || thread.get().getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        end.countDown();
        return second;
    }

    @Test
    void whoWaitsMakesTheBlockWhenItsMakerIsStopped() throws Exception {
        CompletableFuture<Pixels> first = first(new CancellationException("stopped"));
        Pixels own = Pixels.empty(8, 8, 3);
        assertThat(second(() -> own).get(10, TimeUnit.SECONDS)).isSameAs(own);
        assertThatThrownBy(first::join).hasCauseInstanceOf(CancellationException.class);
    }

    @Test
    void whoWaitsSharesAFailureOfTheWorkItself() throws Exception {
        IllegalStateException failure = new IllegalStateException("broken");
        first(failure);
        CompletableFuture<Pixels> second = second(() -> Pixels.empty(8, 8, 3));
        assertThatThrownBy(second::join).hasCause(failure);
    }

    @Test
    void aBlockIsMadeOnce() {
        Pixels made = cache.get(this, BLOCK, () -> Pixels.empty(8, 8, 3));
        Supplier<Pixels> none =
                () -> {
                    throw new AssertionError("made again");
                };
        assertThat(cache.get(this, BLOCK, none)).isSameAs(made);
    }
}
