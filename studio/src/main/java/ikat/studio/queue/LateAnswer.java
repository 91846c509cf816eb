package ikat.studio.queue;

import ikat.studio.web.Failures;
import io.javalin.http.Context;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers that are sent once they are computed, unless the client disconnects before. */
public final class LateAnswer {

    private static final int CLIENT_CLOSED_REQUEST = 499; // as in nginx

    private LateAnswer() {}

    /**
     * Answers with what work in a queue gives.
     *
     * @param send sends the result
     * @throws ikat.studio.web.Problem 503 if the queue is full
     */
    public static <T> void send(
            Context context, FairQueue queue, Callable<T> work, Consumer<T> send) {
        FairQueue.Ticket<T> ticket = queue.submit(Client.of(context), work);
        send(context, ticket.future(), ticket::withdraw, send);
    }

    /**
     * Answers with a result.
     *
     * @param left run if the client disconnects before the result is there
     */
    static <T> void send(
            Context context, CompletableFuture<T> result, Runnable left, Consumer<T> send) {
        DisconnectWatch watch = DisconnectWatch.start(context, left);
        context.future(
                () ->
                        result.handle(
                                (value, failure) -> {
                                    watch.end();
                                    finish(context, value, failure, send);
                                    return value;
                                }));
    }

    private static <T> void finish(
            Context context, T value, @Nullable Throwable failure, Consumer<T> send) {
        if (failure == null) {
            send.accept(value);
        } else if (failure instanceof CancellationException
                || failure.getCause() instanceof CancellationException) {
            context.status(CLIENT_CLOSED_REQUEST); // nobody reads it
        } else {
            Failures.answer(context, failure);
        }
    }
}
