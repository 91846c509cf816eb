package ikat.service.render;

import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.io.AtomicFile;
import ikat.render.RepeatedTile;
import ikat.render.WrapCertificate;
import ikat.render.WrapCertificate.Axes;
import ikat.service.Refusal;
import ikat.service.train.OutputFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is written beside a picture that repeats: its certificate, and the picture repeated.
 *
 * @param picture the file of the picture, or the pattern of its tiles' names
 * @param facts for its certificate
 * @param region one period of the plane
 * @param axes that repeat
 * @param preview where to write the picture repeated, if requested
 */
public record WrappedPicture(
        Path picture, WrapFacts facts, PixelRegion region, Axes axes, Optional<Path> preview) {

    /** Sides of the largest tile that is held in memory to be repeated. */
    private static final long MOST_PIXELS = 1L << 26;

    /**
     * The file of the certificate: {@code NAME.wrap.json} beside the picture. Numbered tiles have
     * it in the folder that holds them all, {@code tile.wrap.json} for {@code tile-{y}-{x}.png}, or
     * {@code tiles.wrap.json} if there is no such name.
     */
    public Path certificate() {
        String whole = picture.toString();
        int brace = whole.indexOf('{');
        Path named = brace < 0 ? picture : Path.of(whole.substring(0, brace) + "{");
        String name = OutputFiles.baseName(named).replaceFirst("[-_. ]*\\{$", "");
        return named.resolveSibling((name.isEmpty() ? "tiles" : name) + ".wrap.json");
    }

    /** The same of a map of the material, which is not written repeated. */
    public WrappedPicture of(Path map) {
        return new WrappedPicture(map, facts, region, axes, Optional.empty());
    }

    /**
     * Checks that all can be written.
     *
     * @throws Refusal if the picture is too large to be repeated
     */
    public void check(PixelSource plane) throws IOException {
        if (preview.isEmpty()) {
            return;
        }
        long pixels = (long) region.width() * region.height();
        if (pixels > MOST_PIXELS) {
            throw Refusal.usage(
                    "--preview-3x3 repeats tiles of up to %d pixels, but this one has %d; leave it"
                            + " out",
                    MOST_PIXELS, pixels);
        }
        try (OnDemandImage image = new OnDemandImage(plane, repeated())) {
            ImageFiles.check(image, preview.get());
        }
    }

    /**
     * Measures the plane and writes the certificate and, if requested, the repeated picture.
     *
     * @return what was found at the edges
     */
    public WrapCertificate write(PixelSource plane) throws IOException {
        WrapCertificate found = WrapCertificate.of(plane, region, axes);
        byte[] text = facts.certificate(String.valueOf(picture.getFileName()), found);
        AtomicFile.write(certificate(), part -> Files.write(part, text));
        if (preview.isPresent()) {
            RepeatedTile tile = RepeatedTile.of(plane, region);
            try (OnDemandImage image = new OnDemandImage(tile, repeated())) {
                ImageFiles.write(image, preview.get());
            }
        }
        return found;
    }

    private PixelRegion repeated() {
        return new PixelRegion(
                region.left(),
                region.top(),
                Math.multiplyExact(region.width(), axes.across() ? 3 : 1),
                Math.multiplyExact(region.height(), axes.down() ? 3 : 1));
    }
}
