package ikat.cli;

import ikat.cli.terminal.LiveLine;
import ikat.image.PixelSource;
import ikat.render.WrapCertificate;
import ikat.service.render.WrappedPicture;
import java.io.IOException;
import java.util.Locale;

/** Writes the certificate of a picture that repeats, and says what it found at the edges. */
final class SeamText {

    private SeamText() {}

    static void certify(WrappedPicture wrapped, PixelSource plane, LiveLine line)
            throws IOException {
        WrapCertificate found = wrapped.write(plane);
        line.line(verdict("x", found.across()));
        line.line(verdict("y", found.down()));
        line.line("wrote " + wrapped.certificate());
        wrapped.preview().ifPresent(preview -> line.line("wrote " + preview));
    }

    private static String verdict(String axis, WrapCertificate.Seam seam) {
        if (!seam.wraps()) {
            return axis + ": does not wrap";
        }
        String repeat =
                seam.different() == 0
                        ? "repeats exactly (%s pixels compared)"
                        : "differs in %2$s of %1$s pixels one period on";
        return String.format(
                Locale.ROOT,
                "%s: %s, %s; edge %.1f levels, inside %.1f%s",
                axis,
                word(seam),
                repeat.formatted(seam.compared(), seam.different()),
                seam.edge().mean(),
                seam.inside().mean(),
                seam.join() == WrapCertificate.Join.ROUGH ? rough(seam) : "");
    }

    private static String rough(WrapCertificate.Seam seam) {
        return String.format(
                Locale.ROOT, ", as rough as %.0f %% of the lines inside", 100 * seam.asRough());
    }

    private static String word(WrapCertificate.Seam seam) {
        return switch (seam.join()) {
            case SEAMLESS -> "seamless";
            case ROUGH -> "joins";
            case VISIBLE -> "not seamless";
        };
    }
}
