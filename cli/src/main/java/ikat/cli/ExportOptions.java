package ikat.cli;

import ikat.export.TileChoice;
import ikat.service.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of tiled and large pictures. */
final class ExportOptions {

    @Option(
            names = "--tile-size",
            paramLabel = "PX",
            description = "Side of the tiles of .dzi, .zip, .btf and numbered files; default: 512.")
    private int tileSize = TileChoice.USUAL.side();

    @Option(
            names = "--tile-format",
            paramLabel = "png|jpg",
            description = "Format of the tiles of .dzi and .zip; default: png.")
    private @Nullable String tileFormat;

    @Option(
            names = "--restart",
            description = "Start over, even if an interrupted render could be resumed.")
    private boolean restart;

    /** The size and format of the tiles, checked. */
    TileChoice tiles() {
        if (tileSize < 64 || tileSize > 4096 || tileSize % 2 != 0) {
            throw Refusal.usage(
                    "--tile-size is %d, but must be even and from 64 to 4096", tileSize);
        }
        String format = tileFormat == null ? "png" : tileFormat.trim().toLowerCase(Locale.ROOT);
        return switch (format) {
            case "png" -> new TileChoice(tileSize, false);
            case "jpg", "jpeg" -> new TileChoice(tileSize, true);
            default ->
                    throw Refusal.usage("--tile-format is %s, but must be png or jpg", tileFormat);
        };
    }

    boolean restart() {
        return restart;
    }
}
