package ikat.cli;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.service.Refusal;
import ikat.service.colour.ColourChoice;
import ikat.service.colour.FewColours;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that limit a picture to few colours, for knitters and pixel artists. */
final class ColourOptions {

    @Option(
            names = "--colours",
            paramLabel = "picture|N|FILE",
            description =
                    "Use few colours and no others: those of the training pictures, the N best, or"
                            + " those of a picture file.")
    private @Nullable String colours;

    @Option(
            names = "--dither",
            description = "Show shades between the colours by a pattern of both.")
    private boolean dither;

    /**
     * Checks the options.
     *
     * @param wraps whether the picture repeats
     */
    void check(boolean wraps, PixelRegion region) {
        if (dither && colours == null) {
            throw Refusal.usage("--dither needs --colours");
        }
        int pattern = FewColours.PATTERN;
        if (dither && wraps && (region.width() % pattern != 0 || region.height() % pattern != 0)) {
            throw Refusal.usage(
                    "--dither repeats every %d pixels, but --size is %dx%d; give multiples of %d",
                    pattern, region.width(), region.height(), pattern);
        }
    }

    /** The plane in few colours, if this is wished. */
    PixelSource of(TextureModel texture, PixelSource plane) throws IOException {
        return colours == null
                ? plane
                : new FewColours(
                        plane, ColourChoice.palette(colours, texture.weave(), plane), dither);
    }

    /** What a picture depends on. */
    String words() {
        return "colours " + colours + (dither ? " dithered" : "");
    }
}
