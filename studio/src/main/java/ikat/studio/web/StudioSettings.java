package ikat.studio.web;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a studio is set up.
 *
 * @param host that it listens at
 * @param port that it listens at, 0 for any free one
 * @param folder of the models that are made here, and of all that the studio keeps; made when it is
 *     first needed
 * @param gallery a folder of models that are shown too and never written to
 * @param token that every request must carry; required where others than this machine can ask
 * @param cors an origin whose pages may use the interface, {@code *} for all
 * @param cacheBytes what finished tiles may take
 * @param workers threads that render, at least 1
 * @param version of the program
 */
public record StudioSettings(
        String host,
        int port,
        Path folder,
        Optional<Path> gallery,
        Optional<String> token,
        Optional<String> cors,
        long cacheBytes,
        int workers,
        String version) {

    /** What finished tiles take unless asked otherwise. */
    public static final long CACHE_BYTES = 128L << 20;

    private static final int SHORTEST_TOKEN = 16;

    public StudioSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "the port is " + port + ", but must be from 0 to 65535");
        }
        if (workers < 1) {
            throw new IllegalArgumentException(
                    "workers is " + workers + ", but must be at least 1");
        }
        if (token.isPresent() && token.get().length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("the token has %s characters, but must have at least %s"
.formatted(token.get().length(), SHORTEST_TOKEN));
        }
    }

    /** A studio for this machine only, at a port of its choice; for tests and for programs. */
    public static StudioSettings local(Path folder, Optional<Path> gallery) {
        return new StudioSettings(
                "127.0.0.1",
                0,
                folder,
                gallery,
                Optional.empty(),
                Optional.empty(),
                CACHE_BYTES,
                Runtime.getRuntime().availableProcessors(),
                "test");
    }
}
