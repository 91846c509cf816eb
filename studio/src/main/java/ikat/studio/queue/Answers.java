package ikat.studio.queue;

import ikat.studio.web.Client;
import ikat.studio.web.Failures;
import ikat.studio.web.Heads;
import io.javalin.http.Context;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/** Sends what is still being made, as long as there is somebody to send it to. */
public final class Answers {

    private static final int GONE = 499; // as others count clients that went

    private Answers() {}

    /**
     * Sends bytes when they are there; who goes before that gives up the seat. For HEAD nothing is
     * made, and the length is left out.
     *
     * @param work how they are made, where they are neither kept nor being made
     * @throws ikat.studio.web.Problem 503 if the queue is full
     */
    public static <K> void send(
            Context context,
            String mediaType,
            Flights<K, byte[]> flights,
            K key,
            Callable<byte[]> work) {
        if (Heads.only(context)) {
            Heads.sendWithoutLength(context.contentType(mediaType));
            return;
        }
        Flights<K, byte[]>.Seat seat = flights.ask(key, Client.of(context), work);
        Departure departure = Departure.watch(context, seat::leave);
        context.future(
                () ->
                        seat.future()
                                .handle(
                                        (bytes, failure) -> {
                                            departure.end();
                                            if (failure == null) {
                                                context.disableCompression()
                                                        .contentType(mediaType)
                                                        .result(bytes);
                                                context.res().setContentLength(bytes.length);
                                            } else if (isCancelled(failure)) {
                                                context.status(GONE); // nobody reads it
                                            } else {
                                                Failures.answer(context, failure);
                                            }
                                            return bytes;
                                        }));
    }

    private static boolean isCancelled(Throwable failure) {
        return failure instanceof CancellationException
                || failure.getCause() instanceof CancellationException;
    }
}
