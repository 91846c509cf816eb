package ikat.studio.web;

import ikat.text.Checks;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of a studio.
 *
 * @param host the address to listen at
 * @param port to listen at, 0 for any free one
 * @param folder of the models trained here and all that the studio keeps; created when first needed
 * @param gallery a folder of further models, never written to
 * @param access who may ask for what
 * @param limits what is given at most
 * @param cacheBytes the size of the cache of tiles
 * @param workers number of rendering threads, at least 1
 * @param version of the program
 */
public record StudioSettings(
        String host,
        int port,
        Path folder,
        Optional<Path> gallery,
        Access access,
        Limits limits,
        long cacheBytes,
        int workers,
        String version) {

    /** The default size of the cache of tiles. */
    public static final long CACHE_BYTES = 128L << 20;

    public StudioSettings {
        Checks.range("the port", port, 0, 65_535);
        Checks.atLeast("workers", workers, 1);
    }

    /** The same settings with another access. */
    public StudioSettings with(Access other) {
        return new StudioSettings(
                host, port, folder, gallery, other, limits, cacheBytes, workers, version);
    }

    /** A studio for this machine only, at any free port; for tests and programs. */
    public static StudioSettings local(Path folder, Optional<Path> gallery) {
        return new StudioSettings(
                "127.0.0.1",
                0,
                folder,
                gallery,
                Access.OPEN,
                Limits.USUAL,
                CACHE_BYTES,
                Runtime.getRuntime().availableProcessors(),
                "test");
    }
}
