package ikat.studio.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Access control. A studio for this machine accepts only its names as Host (against DNS rebinding).
 * Pages of other sites can do nothing, but for textures that they may read (CORS). Everything else
 * needs the token, if there is one; only who asks from this machine may read textures without it.
 * Adds the security headers, which restrict pages to the studio's files.
 */
public final class Guard {

    private static final String COOKIE = "ikat-token-";
    private static final int COOKIE_SECONDS = 30 * 24 * 3600;
    private static final String KNOWN = "ikat.known";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");
    private static final String POLICY =
            "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:;"
                    + " style-src 'self'; script-src 'self'; connect-src 'self';"
                    + " object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-src 'self'; frame-ancestors 'self'";

    /** What shows what the models make, and nothing of what anybody does. */
    private static final Set<String> TEXTURES =
            Set.of("api/models", "api/openapi.json", "iiif", "deepzoom");

    /** What the page that asks for the token is made of, and whether the studio is well. */
    private static final Set<String> ANYBODY = Set.of("/health", "/style.css", "/icon.svg");

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

    private final Access access;
    private final boolean local;

    public Guard(StudioSettings settings) {
        this.access = settings.access();
        this.local = isLoopback(settings.host()) && access.proxy().isEmpty();
    }

    /** Whether an address is a loopback address. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.contains(host) || host.equals("::1") || host.startsWith("127.");
    }

    /** Whether a request carries the token, or none is needed. */
    public static boolean isKnown(Context context) {
        return Boolean.TRUE.equals(context.attribute(KNOWN));
    }

    /** Adds the checks, before everything else. */
    public void addTo(JavalinConfig config) {
        access.proxy()
                .ifPresent(
                        proxy ->
                                config.jetty.modifyHttpConfiguration(
                                        http -> http.addCustomizer(new TrustedProxy(proxy))));
        config.routes.before(this::check);
        config.routes.wsBeforeUpgrade(this::checkUpgrade);
    }

    private void check(Context context) {
        HEADERS.forEach(context::header);
        checkHost(context);
        boolean texture = isTexture(context);
        boolean allowed = texture && isAllowed(context.header("Origin"));
        addCors(context, texture);
        if (allowed && isPreflight(context)) {
            context.status(204).skipRemainingHandlers();
            return;
        }
        if (isForeign(context) && !allowed && !isNavigation(context)) {
            throw refusal(context, texture);
        }
        if (!isKnown(context, true) && !ANYBODY.contains(context.path()) && !(texture && local)) {
            throw new Problem(
                    401,
                    "a token is needed: open the address that the studio printed, or send"
                            + " 'Authorization: Bearer TOKEN'");
        }
    }

    private void checkUpgrade(Context context) {
        checkHost(context);
        if (isForeign(context)) {
            throw refusal(context, false);
        }
        if (!isKnown(context, false)) {
            throw new Problem(401, "a token is needed for live pictures");
        }
    }

    private void checkHost(Context context) {
        if (local && !LOOPBACK.contains(withoutPort(context.header("Host")))) {
            throw Problem.forbidden(
                    "this studio answers to localhost only; start it with --host or --proxy to"
                            + " serve others");
        }
    }

    private static String withoutPort(@Nullable String host) {
        return host == null ? "" : host.replaceFirst(":\\d+$", "");
    }

    private static boolean isTexture(Context context) {
        String path = context.path().substring(1);
        return HARMLESS.contains(context.method().name())
                && TEXTURES.stream()
                        .anyMatch(
                                root ->
                                        path.startsWith(root)
                                                && (path.length() == root.length()
                                                        || path.charAt(root.length()) == '/'));
    }

    /** Whether pages of an origin may read textures. */
    private boolean isAllowed(@Nullable String origin) {
        return access.cors().filter(all -> all.equals("*") || all.equals(origin)).isPresent();
    }

    private void addCors(Context context, boolean texture) {
        if (!texture || access.cors().isEmpty()) {
            context.header("Cross-Origin-Resource-Policy", "same-origin");
            return;
        }
        String origin = access.cors().get();
        context.header("Access-Control-Allow-Origin", origin)
                .header("Access-Control-Expose-Headers", "ETag, Link, Retry-After")
                .header("Cross-Origin-Resource-Policy", "cross-origin");
        if (!origin.equals("*")) {
            context.header("Vary", "Origin");
        }
        if (isPreflight(context)) {
            context.header("Access-Control-Allow-Methods", "GET, HEAD")
                    .header("Access-Control-Allow-Headers", "Authorization")
                    .header("Access-Control-Max-Age", "3600");
        }
    }

    private static boolean isPreflight(Context context) {
        return context.header("Origin") != null && context.method().name().equals("OPTIONS");
    }

    /** Whether a page of another site asks, as far as the browser says. */
    private static boolean isForeign(Context context) {
        String site = context.header("Sec-Fetch-Site");
        String origin = context.header("Origin");
        return (site != null && FOREIGN.contains(site))
                || (origin != null && !isOwn(origin, context));
    }

    private static boolean isOwn(String origin, Context context) {
        String host = context.header("Host");
        return origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    /** Whether somebody follows a link, which shows the answer as a page of its own. */
    private static boolean isNavigation(Context context) {
        return context.method().name().equals("GET")
                && "navigate".equals(context.header("Sec-Fetch-Mode"))
                && "document".equals(context.header("Sec-Fetch-Dest"));
    }

    private Problem refusal(Context context, boolean texture) {
        String origin = context.header("Origin");
        String who = origin == null ? "other sites" : Query.excerpt(origin);
        boolean named = texture && origin == null && access.cors().isPresent();
        return Problem.forbidden(
                named
                        ? "the browser does not say which page asks; load it with crossorigin"
                        : "pages of " + who + " may not do this");
    }

    /**
     * Whether a request carries the token, or none is needed; remembered for the rest of the
     * request. A token in the address becomes a cookie.
     */
    private boolean isKnown(Context context, boolean answers) {
        boolean known = access.token().isEmpty() || carries(context, access.token().get(), answers);
        context.attribute(KNOWN, known);
        if (access.token().isPresent()) {
            Caching.forOneReader(context);
        }
        return known;
    }

    private boolean carries(Context context, String token, boolean answers) {
        String cookie = COOKIE + context.req().getLocalPort(); // cookies know no ports
        if (matches(token, context.queryParam("token"))) {
            if (answers) {
                keep(context, cookie, token);
            }
            return true;
        }
        String header = context.header("Authorization");
        return (header != null && matches("Bearer " + token, header))
                || matches(token, context.cookie(cookie));
    }

    /** Hands the token on by a cookie; a browser that shows a page loses it from the address. */
    private static void keep(Context context, String name, String token) {
        Cookie cookie = new Cookie(name, token);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        cookie.setPath("/");
        cookie.setMaxAge(COOKIE_SECONDS);
        cookie.setSecure(context.scheme().equals("https"));
        context.cookie(cookie);
        if (isNavigation(context)) {
            String rest = withoutToken(context.queryString());
            context.header("Cache-Control", "no-store")
                    .status(303)
                    .header("Location", context.path() + (rest.isEmpty() ? "" : "?" + rest))
                    .skipRemainingHandlers();
        }
    }

    private static String withoutToken(@Nullable String query) {
        return Arrays.stream(Optional.ofNullable(query).orElse("").split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("token="))
                .collect(Collectors.joining("&"));
    }

    /** Compares in constant time. */
    private static boolean matches(String token, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }
}
