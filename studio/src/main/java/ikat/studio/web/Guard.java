package ikat.studio.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Access control: a studio for this machine accepts only its names as Host (against DNS rebinding),
 * pages of other sites can neither change anything nor open live connections, and a token is
 * required if one is set. Adds the security headers, which restrict pages to the studio's files.
 */
public final class Guard {

    private static final String COOKIE = "ikat-token";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String POLICY =
            "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:;"
                    + " style-src 'self'; script-src 'self'; connect-src 'self';"
                    + " object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-src 'self'; frame-ancestors 'self'";

    /** The headers of every answer. */
    static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy",
                    POLICY,
                    "X-Content-Type-Options",
                    "nosniff",
                    "Referrer-Policy",
                    "no-referrer",
                    "Permissions-Policy",
                    "camera=(self), microphone=(), geolocation=()",
                    "Cross-Origin-Opener-Policy",
                    "same-origin");

    private final StudioSettings settings;

    public Guard(StudioSettings settings) {
        this.settings = settings;
    }

    /** Whether an address is a loopback address. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.contains(host) || host.equals("::1") || host.startsWith("127.");
    }

    /** Adds the checks, before everything else. */
    public void addTo(RoutesConfig routes) {
        routes.before(this::check);
        routes.wsBeforeUpgrade(this::checkUpgrade);
    }

    private void check(Context context) {
        HEADERS.forEach(context::header);
        checkHost(context);
        if (addCors(context)) {
            context.skipRemainingHandlers();
            return;
        }
        checkToken(context);
        if (!HARMLESS.contains(context.method().name())) {
            checkOrigin(context);
        }
    }

    private void checkUpgrade(Context context) {
        checkHost(context);
        checkToken(context);
        checkOrigin(context);
    }

    private void checkHost(Context context) {
        String host = context.header("Host");
        if (isLoopback(settings.host()) && !LOOPBACK.contains(withoutPort(host))) {
            throw Problem.forbidden(
                    "this studio answers to localhost only; start it with --host to serve others");
        }
    }

    private static String withoutPort(@Nullable String host) {
        return host == null ? "" : host.replaceFirst(":\\d+$", "");
    }

    /** Adds the CORS headers; returns whether the request was a preflight and is answered. */
    private boolean addCors(Context context) {
        String origin = context.header("Origin");
        if (settings.cors().isEmpty()) {
            context.header("Cross-Origin-Resource-Policy", "same-origin");
            return false;
        }
        String allowed = settings.cors().get();
        context.header("Access-Control-Allow-Origin", allowed)
                .header("Access-Control-Expose-Headers", "ETag, Link, Retry-After")
                .header("Cross-Origin-Resource-Policy", "cross-origin");
        if (!allowed.equals("*")) {
            context.header("Vary", "Origin");
        }
        if (origin == null || !context.method().name().equals("OPTIONS")) {
            return false;
        }
        context.header(
                        "Access-Control-Allow-Methods",
                        allowed.equals("*") ? "GET, HEAD" : "GET, HEAD, POST, PUT, DELETE")
                .header(
                        "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, X-Ikat-Client")
                .header("Access-Control-Max-Age", "3600")
                .status(204);
        return true;
    }

    /**
     * Refuses pages of other sites, except of the one origin that is allowed by name; with {@code
     * *} pages of all sites may only read.
     */
    private void checkOrigin(Context context) {
        String origin = context.header("Origin");
        if (origin == null
                || isOwn(origin, context)
                || settings.cors().filter(origin::equals).isPresent()) {
            return;
        }
        throw Problem.forbidden("pages of " + Query.excerpt(origin) + " may not do this");
    }

    private static boolean isOwn(String origin, Context context) {
        String host = context.header("Host");
        return origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    private void checkToken(Context context) {
        Optional<String> token = settings.token();
        if (token.isEmpty() || context.path().equals("/health")) {
            return;
        }
        String asked = context.queryParam("token");
        if (matches(token.get(), asked)) {
            Cookie cookie = new Cookie(COOKIE, token.get());
            cookie.setHttpOnly(true);
            cookie.setSameSite(SameSite.STRICT);
            cookie.setPath("/");
            context.cookie(cookie);
            return;
        }
        String header = context.header("Authorization");
        boolean borne = header != null && matches("Bearer " + token.get(), header);
        if (!borne && !matches(token.get(), context.cookie(COOKIE))) {
            throw new Problem(
                    401,
                    "a token is needed: open the address that the studio printed, or send"
                            + " 'Authorization: Bearer TOKEN'");
        }
    }

    /** Compares in constant time. */
    private static boolean matches(String token, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }
}
