package ikat.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.PixelRegion;
import ikat.weave.PlaceGrid.Span;
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

    private final BlockCache<PlaceGrid> cache = new BlockCache<>(64);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    private static PlaceGrid empty() {
        return PlaceGrid.empty(0, new Span(0, 8), new Span(0, 8));
    }

    private CompletableFuture<PlaceGrid> first(RuntimeException failure)
            throws InterruptedException {
        CompletableFuture<PlaceGrid> first =
                inThread(new AtomicReference<>(), () -> fails(failure));
        begun.await();
        return first;
    }

    private PlaceGrid fails(RuntimeException failure) {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        throw failure;
    }

    private CompletableFuture<PlaceGrid> inThread(
            AtomicReference<Thread> thread, Supplier<PlaceGrid> maker) {
        return CompletableFuture.supplyAsync(
                () -> {
                    thread.set(Thread.currentThread());
                    return cache.get(this, BLOCK, maker);
                },
                work -> new Thread(work).start());
    }

    /** Runs a second caller up to where it waits for the first, and ends the first. */
    private CompletableFuture<PlaceGrid> second(Supplier<PlaceGrid> maker) throws Exception {
        AtomicReference<Thread> thread = new AtomicReference<>();
        CompletableFuture<PlaceGrid> second = inThread(thread, maker);
        while (thread.get() == null || thread.get().getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        end.countDown();
        return second;
    }

    @Test
    void whoWaitsMakesTheBlockWhenItsMakerIsStopped() throws Exception {
        CompletableFuture<PlaceGrid> first = first(new CancellationException("stopped"));
        PlaceGrid own = empty();
        assertThat(second(() -> own).get(10, TimeUnit.SECONDS)).isSameAs(own);
        assertThatThrownBy(first::join).hasCauseInstanceOf(CancellationException.class);
    }

    @Test
    void whoWaitsSharesAFailureOfTheWorkItself() throws Exception {
        IllegalStateException failure = new IllegalStateException("broken");
        first(failure);
        CompletableFuture<PlaceGrid> second = second(() -> empty());
        assertThatThrownBy(second::join).hasCause(failure);
    }

    @Test
    void aBlockIsMadeOnce() {
        PlaceGrid made = cache.get(this, BLOCK, () -> empty());
        Supplier<PlaceGrid> none =
                () -> {
                    throw new AssertionError("made again");
                };
        assertThat(cache.get(this, BLOCK, none)).isSameAs(made);
    }
}
