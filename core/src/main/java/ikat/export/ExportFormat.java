package ikat.export;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.io.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are written piece by piece, told from the name. */
enum ExportFormat {
    PNG(1) {
        @Override
        Assembly assembly(
                PixelSource plane, PixelRegion window, Path target, TileChoice tiles, Workers crew)
                throws IOException {
            return new StreamedPng(plane, window, target, crew);
        }
    },
    BIG_TIFF(4 / 3.0) {
        @Override
        Assembly assembly(
                PixelSource plane, PixelRegion window, Path target, TileChoice tiles, Workers crew)
                throws IOException {
            int side = (tiles.side() + 15) / 16 * 16; // as the format demands
            Levels levels = Levels.downTo(window, side, side);
            return new TilePyramid(
                    plane,
                    levels,
                    new TiffTile(side),
                    new BigTiff(levels, plane.channels(), target),
                    crew);
        }
    },
    DEEP_ZOOM(4 / 3.0) {
        @Override
        Assembly assembly(
                PixelSource plane, PixelRegion window, Path target, TileChoice tiles, Workers crew)
                throws IOException {
            return deepZoom(plane, window, target, tiles, crew);
        }
    },
    DEEP_ZOOM_ZIP(8 / 3.0) { // as tiles, then once more in the file
        @Override
        Assembly assembly(
                PixelSource plane, PixelRegion window, Path target, TileChoice tiles, Workers crew)
                throws IOException {
            return deepZoom(plane, window, target, tiles, crew);
        }
    },
    TILES(4 / 3.0) {
        @Override
        Assembly assembly(
                PixelSource plane,
                PixelRegion window,
                Path target,
                TileChoice tiles,
                Workers crew) {
            NumberedTiles names = new NumberedTiles(target.toString());
            Levels levels = names.levels(window, tiles.side());
            return new TilePyramid(
                    plane,
                    levels,
                    names.jpeg() ? new JpegTile() : new PngTile(),
                    new TileFolder(place -> names.path(levels, place)),
                    crew);
        }
    };

    /** A classic TIFF has offsets of 32 bits; some are left for what will not compress. */
    private static final long CLASSIC_TIFF_BYTES = (1L << 32) - (64L << 20);

    private final double sizes;

    /**
     * @param sizes what is written, in sizes of the picture
     */
    ExportFormat(double sizes) {
        this.sizes = sizes;
    }

    double sizes() {
        return sizes;
    }

    /** The kind of a file, if it is one of these. */
    static Optional<ExportFormat> of(Path target, PixelRegion window, int channels) {
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
                long bytes = (long) window.width() * window.height() * channels;
                yield bytes > CLASSIC_TIFF_BYTES ? Optional.of(BIG_TIFF) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    abstract Assembly assembly(
            PixelSource plane, PixelRegion window, Path target, TileChoice tiles, Workers crew)
            throws IOException;

    private static Assembly deepZoom(
            PixelSource plane, PixelRegion window, Path target, TileChoice tiles, Workers crew)
            throws IOException {
        Levels levels = Levels.downTo(window, tiles.side(), 1);
        String ending = tiles.jpeg() ? "jpg" : "png";
        return new TilePyramid(
                plane, levels, tiles.format(), new DeepZoom(target, levels, ending).store(), crew);
    }
}
