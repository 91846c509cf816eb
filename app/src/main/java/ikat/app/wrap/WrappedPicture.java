package ikat.app.wrap;

import ikat.app.failure.Refusal;
import ikat.app.progress.LiveLine;
import ikat.app.progress.WritingDisplay;
import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.render.RepeatedTile;
import ikat.render.WrapCertificate;
import ikat.render.WrapCertificate.Axes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a picture that repeats: the picture, its certificate, and the picture repeated.
 *
 * @param certificate to be written beside the picture
 * @param region one period of the plane
 * @param axes that repeat
 * @param preview where to write the picture repeated, if it is wanted
 */
public record WrappedPicture(
        CertificateFile certificate, PixelRegion region, Axes axes, Optional<Path> preview) {

    /** Sides of the largest tile that is held in memory to be repeated. */
    private static final long MOST_PIXELS = 1L << 26;

    /** Says how the waves were rounded, and writes. */
    public void write(PixelSource plane, LiveLine line, WritingDisplay display) throws IOException {
        checkPreview(plane);
        WrapFacts facts = certificate.facts();
        RoundingText.lines(facts.model(), facts.textures(), facts.boundary()).forEach(line::line);
        try (OnDemandImage image = new OnDemandImage(plane, region)) {
            ImageFiles.write(image, certificate.picture(), display::show);
        }
        WrapCertificate found = WrapCertificate.of(plane, region, axes);
        certificate.write(found);
        line.line(verdict("x", found.across()));
        line.line(verdict("y", found.down()));
        line.line("wrote " + certificate.path());
        if (preview.isPresent()) {
            RepeatedTile tile = RepeatedTile.of(plane, region);
            try (OnDemandImage image = new OnDemandImage(tile, repeated())) {
                ImageFiles.write(image, preview.get());
            }
            line.line("wrote " + preview.get());
        }
    }

    private void checkPreview(PixelSource plane) throws IOException {
        if (preview.isEmpty()) {
            return;
        }
        long pixels = (long) region.width() * region.height();
        if (pixels > MOST_PIXELS) {
            throw Refusal.usage(
                    "--preview-3x3 repeats tiles of up to "
                            + MOST_PIXELS
                            + " pixels, but this one has "
                            + pixels
                            + "; leave it out");
        }
        try (OnDemandImage image = new OnDemandImage(plane, repeated())) {
            ImageFiles.check(image, preview.get());
        }
    }

    private PixelRegion repeated() {
        return new PixelRegion(
                0,
                0,
                Math.multiplyExact(region.width(), axes.across() ? 3 : 1),
                Math.multiplyExact(region.height(), axes.down() ? 3 : 1));
    }

    private static String verdict(String axis, WrapCertificate.Seam seam) {
        if (!seam.wraps()) {
            return axis + ": does not wrap";
        }
        String repeat =
                seam.different() == 0
                        ? "repeats exactly (" + seam.compared() + " pixels compared)"
                        : "differs in "
                                + seam.different()
                                + " of "
                                + seam.compared()
                                + " pixels one period on";
        return String.format(
                Locale.ROOT,
                "%s: %s, %s; edge %.1f levels, inside %.1f",
                axis,
                seam.seamless() ? "seamless" : "not seamless",
                repeat,
                seam.edge().mean(),
                seam.inside().mean());
    }
}
