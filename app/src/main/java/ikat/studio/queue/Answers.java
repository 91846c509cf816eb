package ikat.studio.queue;

import ikat.studio.web.Failures;
import io.javalin.http.Context;

/** Sends what is still being made, as long as there is somebody to send it to. */
public final class Answers {

    private Answers() {}

    /** Sends bytes when they are there; who goes before that gives up the seat. */
    public static <K> void send(Context context, String mediaType, Flights<K, byte[]>.Seat seat) {
        Departure departure = Departure.watch(context, seat::leave);
        context.future(
                () ->
                        seat.future()
                                .handle(
                                        (bytes, failure) -> {
                                            departure.end();
                                            if (failure == null) {
                                                context.contentType(mediaType).result(bytes);
                                            } else {
                                                Failures.answer(context, failure);
                                            }
                                            return bytes;
                                        }));
    }
}
