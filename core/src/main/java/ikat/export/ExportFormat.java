package ikat.export;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.io.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** File formats that are written piece by piece, recognised by the file name. */
enum ExportFormat {
    PNG(1),
    BIG_TIFF(4 / 3.0),
    DEEP_ZOOM(4 / 3.0),
    DEEP_ZOOM_ZIP(8 / 3.0), // the tiles, then the archive
    TILES(4 / 3.0);

    /**
     * Largest raw size for a classic TIFF, whose offsets have 32 bits; the margin is for data that
     * does not compress.
     */
    private static final long CLASSIC_TIFF_BYTES = (1L << 32) - (64L << 20);

    /** Bytes written, as a multiple of the packed picture. */
    final double sizes;

    ExportFormat(double sizes) {
        this.sizes = sizes;
    }

    /**
     * The format of a file, or empty if it is not written piece by piece.
     *
     * @param pixelBytes bytes of a pixel
     */
    static Optional<ExportFormat> of(Path target, PixelRegion window, int pixelBytes) {
        String name = target.toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (NumberedTiles.matches(name)) {
            return Optional.of(TILES);
        }
        return switch (ending) {
            case "png" -> Optional.of(PNG);
            case "btf", "tf8" -> Optional.of(BIG_TIFF);
            case "dzi" -> Optional.of(DEEP_ZOOM);
            case "zip" -> Optional.of(DEEP_ZOOM_ZIP);
            case "tif", "tiff" -> {
                long bytes = (long) window.width() * window.height() * pixelBytes;
                yield bytes > CLASSIC_TIFF_BYTES ? Optional.of(BIG_TIFF) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /** The levels of a file of this format; one if it shows the picture at full size only. */
    Levels levels(PixelRegion window, Path target, TileChoice tiles) {
        return switch (this) {
            case PNG -> new Levels(window, tiles.side(), 1);
            case BIG_TIFF -> {
                int side = (tiles.side() + 15) / 16 * 16; // TIFF 6.0, section 15
                yield Levels.downTo(window, side, side);
            }
            case DEEP_ZOOM, DEEP_ZOOM_ZIP -> Levels.downTo(window, tiles.side(), 1);
            case TILES -> NumberedTiles.levels(target.toString(), window, tiles.side());
        };
    }

    /** Opens the writer of a file of this format. */
    Assembly assembly(
            PixelSource plane,
            PixelRegion window,
            WrappedSides sides,
            Path target,
            TileChoice tiles,
            Workers workers)
            throws IOException {
        Levels levels = levels(window, target, tiles);
        return switch (this) {
            case PNG -> new StreamedPng(plane, window, target, workers);
            case BIG_TIFF -> {
                TileStore store = new BigTiff(levels, plane.channels(), plane.depth(), target);
                TileFormat format = tile -> TileFormat.tiff(tile, levels.tile());
                yield new TilePyramid(plane, levels, sides, format, store, workers);
            }
            case DEEP_ZOOM, DEEP_ZOOM_ZIP -> {
                String ending = tiles.jpeg() ? "jpg" : "png";
                TileStore store = new DeepZoom(target, levels, ending);
                yield new TilePyramid(plane, levels, sides, tiles.format(), store, workers);
            }
            case TILES -> {
                NumberedTiles store = new NumberedTiles(target, levels);
                TileFormat format = new TileChoice(tiles.side(), store.jpeg()).format();
                yield new TilePyramid(plane, levels, sides, format, store, workers);
            }
        };
    }
}
