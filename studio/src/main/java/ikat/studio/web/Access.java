package ikat.studio.web;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Who may ask a studio for what.
 *
 * @param token that requests must carry, except for textures on this machine; empty if anybody may
 *     do everything
 * @param cors an origin whose pages may read textures, {@code *} for all
 * @param proxy the address of a reverse proxy, whose word is taken on where requests come from
 */
public record Access(Optional<String> token, Optional<String> cors, Optional<InetAddress> proxy) {

    /** Anybody who reaches the studio may do everything, except pages of other sites. */
    public static final Access OPEN =
            new Access(Optional.empty(), Optional.empty(), Optional.empty());

    private static final int SHORTEST_TOKEN = 16;

    public Access {
        if (token.isPresent() && !token.get().matches("[\\x21-\\x7e]{" + SHORTEST_TOKEN + ",}")) {
            throw new IllegalArgumentException(
                    "the token has %s characters, but must have at least %s, without blanks"
                            .formatted(token.get().length(), SHORTEST_TOKEN));
        }
    }

    /** Access by a token alone. */
    public static Access by(String token) {
        return new Access(Optional.of(token), Optional.empty(), Optional.empty());
    }

    /** The same for pages of other sites, too. */
    public Access sharedWith(String origin) {
        return new Access(token, Optional.of(origin), proxy);
    }

    /** The same behind a reverse proxy. */
    public Access behind(InetAddress proxyAddress) {
        return new Access(token, cors, Optional.of(proxyAddress));
    }
}
