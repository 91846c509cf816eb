package ikat.studio.web;

import ikat.image.ImageFormatException;
import ikat.model.ModelFormatException;
import ikat.service.Refusal;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers failures as problem documents (RFC 9457) of one sentence, never a stack trace. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String TOKEN_PAGE = PageRoutes.resource("/studio/token.html");

    /**
     * IIIF sizes have a caret, which is illegal in addresses, but is sent unencoded; and names may
     * have percent signs, which lead to no file.
     */
    private static final UriCompliance LENIENT =
            UriCompliance.DEFAULT.with(
                    "ikat",
                    UriCompliance.Violation.ILLEGAL_PATH_CHARACTERS,
                    UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

    private Failures() {}

    /** Adds the handlers. */
    public static void addTo(JavalinConfig config) {
        config.jetty.modifyServer(server -> server.setErrorHandler(new EarlyRefusals()));
        config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(LENIENT));
        config.jetty.modifyServletContextHandler(
                handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
        RoutesConfig routes = config.routes;
        routes.exception(Exception.class, (failure, context) -> answer(context, failure));
        routes.exception(HttpResponseException.class, Failures::answer);
        routes.error(404, Failures::missing);
        routes.error(
                405, context -> send(context, 405, context.method() + " is not possible here"));
    }

    /** Answers a request that failed. */
    public static void answer(Context context, Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof Problem problem) {
            if (problem.retryAfterSeconds() > 0) {
                context.header("Retry-After", Integer.toString(problem.retryAfterSeconds()));
            }
            if (problem.status() == 401 && isForPerson(context)) {
                context.status(401).header("Cache-Control", "no-store").html(TOKEN_PAGE);
            } else {
                send(context, problem.status(), String.valueOf(problem.getMessage()));
            }
        } else if (cause instanceof CancellationException) {
            send(context, 503, "whoever asked for this has gone"); // not a failure
        } else {
            String what = context.method() + " " + context.path();
            send(context, isSentence(cause) ? 400 : 500, sentence(cause, what));
        }
    }

    /**
     * Describes a failure to a client; an unexpected one is logged, and its details are withheld.
     *
     * @param what failed, for the log
     */
    public static String sentence(Throwable failure, String what) {
        Throwable cause = cause(failure);
        if (cause instanceof Problem || isSentence(cause)) {
            return String.valueOf(cause.getMessage());
        }
        LOG.warn("{} failed", what, cause);
        return "something unexpected went wrong; the studio's log says what";
    }

    /** Whether a browser wants a page to show. */
    private static boolean isForPerson(Context context) {
        String accepted = context.header("Accept");
        return accepted != null && accepted.startsWith("text/html");
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }

    private static void answer(HttpResponseException failure, Context context) {
        if (failure.getStatus() == 404) {
            missing(context); // Javalin's message names no address
        } else {
            send(context, failure.getStatus(), String.valueOf(failure.getMessage()));
        }
    }

    private static void missing(Context context) {
        if (!isAnswered(context)) {
            send(context, 404, "there is nothing at " + context.path());
        }
    }

    private static boolean isAnswered(Context context) {
        String type = context.res().getContentType();
        return type != null && (type.startsWith(MEDIA_TYPE) || type.startsWith("text/html"));
    }

    /** Whether a failure is one of Ikat's own, whose message is a sentence for users. */
    private static boolean isSentence(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure instanceof Refusal
                || failure instanceof ImageFormatException
                || failure instanceof ModelFormatException
                || (failure instanceof IOException && failure.getClass() == IOException.class);
    }

    private static void send(Context context, int status, String detail) {
        context.status(status).header("Cache-Control", "no-store");
        context.result(problem(status, detail)).contentType(MEDIA_TYPE);
    }

    private static String problem(int status, String detail) {
        return Json.MAPPER.writeValueAsString(new Document("about:blank", status, detail));
    }

    private record Document(String type, int status, String detail) {}

    /**
     * Answers requests that the server refuses before any handler sees them, such as an address
     * with encoded slashes, as problem documents.
     */
    private static final class EarlyRefusals extends ErrorHandler {

        @Override
        protected void generateResponse(
                Request request,
                Response response,
                int status,
                @Nullable String message,
                @Nullable Throwable cause,
                Callback callback) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, MEDIA_TYPE);
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            Guard.HEADERS.forEach(response.getHeaders()::put);
            Content.Sink.write(response, true, problem(status), callback);
        }

        @Override
        public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
            fields.put(HttpHeader.CONTENT_TYPE, MEDIA_TYPE);
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
                                        ? "the request cannot be read; addresses must not have"
                                              + " encoded slashes, dots between slashes or the like"
                                        : "something unexpected went wrong";
                    };
            return Failures.problem(status, detail);
        }
    }
}
