package ikat.studio.queue;

import ikat.studio.web.Caching;
import ikat.studio.web.Heads;
import io.javalin.http.Context;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * Answers requests with bytes that are a pure function of a record: conditionally by entity tag,
 * computed once in the queue, and cached. Thread-safe.
 */
public final class CachedAnswers {

    private final SingleFlightCache<Record> cache;
    private final String version;

    /**
     * An empty cache.
     *
     * @param queue in which answers are computed
     * @param bytes that all cached answers may take
     * @param version of the program: another one may compute other bytes for the same record
     */
    public CachedAnswers(FairQueue queue, long bytes, String version) {
        this.cache = new SingleFlightCache<>(queue, bytes);
        this.version = version;
    }

    /** Adds the figures of this cache to the metrics. */
    public void measure(Metrics metrics, String name) {
        metrics.cache(name, cache.cache());
    }

    /**
     * Adds the caching headers, and answers 304 if the client has the bytes already.
     *
     * @param key what the bytes depend on
     * @param modelId as given in the address: with a version the answer never changes
     * @return whether the request is answered
     */
    public boolean notModified(Context context, Record key, String modelId) {
        return notModified(context, key, modelId.contains("@"));
    }

    /**
     * The same of a key that may not be fixed by the address.
     *
     * @param permanent whether the answer never changes
     */
    public boolean notModified(Context context, Record key, boolean permanent) {
        return Caching.answered(context, Caching.tag(version + " " + key), permanent);
    }

    /**
     * Sends the bytes once they are computed; a client that disconnects earlier releases its share
     * in the computation. For HEAD nothing is computed and the length is left out.
     *
     * @param work computes the bytes
     * @throws ikat.studio.web.Problem 503 if the queue is full
     */
    public void send(Context context, String mediaType, Record key, Callable<byte[]> work) {
        if (Heads.only(context)) {
            Heads.sendWithoutLength(context.contentType(mediaType));
            return;
        }
        CompletableFuture<byte[]> answer = cache.request(key, Client.of(context), work);
        LateAnswer.send(
                context,
                answer,
                () -> answer.cancel(false),
                bytes -> {
                    context.disableCompression().contentType(mediaType).result(bytes);
                    context.res().setContentLength(bytes.length);
                });
    }
}
