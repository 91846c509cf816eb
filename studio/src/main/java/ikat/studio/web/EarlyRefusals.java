package ikat.studio.web;

import io.javalin.config.JettyConfig;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that the server refuses before any handler sees them, such as an address with
 * encoded slashes, as problem documents.
 */
public final class EarlyRefusals extends ErrorHandler {

    /** IIIF sizes have a caret, which is illegal in addresses, but is sent unencoded. */
    private static final UriCompliance WITH_CARETS =
            UriCompliance.DEFAULT.with("ikat", UriCompliance.Violation.ILLEGAL_PATH_CHARACTERS);

    private EarlyRefusals() {}

    /** Configures a server. */
    public static void addTo(JettyConfig jetty) {
        jetty.modifyServer(server -> server.setErrorHandler(new EarlyRefusals()));
        jetty.modifyHttpConfiguration(http -> http.setUriCompliance(WITH_CARETS));
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Failures.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Guard.HEADERS.forEach(response.getHeaders()::put);
        Content.Sink.write(response, true, problem(status), callback);
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        fields.put(HttpHeader.CONTENT_TYPE, Failures.MEDIA_TYPE);
        return ByteBuffer.wrap(problem(status).getBytes(StandardCharsets.UTF_8));
    }

    private static String problem(int status) {
        String detail =
                switch (status) {
                    case 404 -> "there is nothing at this address";
                    case 414 -> "the address is longer than the studio reads";
                    case 431 -> "the headers are longer than the studio reads";
                    default ->
                            status < 500
                                    ? "the request cannot be read; addresses must not have encoded"
                                            + " slashes, dots between slashes or the like"
                                    : "something unexpected went wrong";
                };
        return Failures.problem(status, detail);
    }
}
