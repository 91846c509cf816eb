package ikat.cli;

import ikat.image.PixelRegion;
import ikat.model.ModelSpec;
import ikat.noise.Boundary;
import ikat.render.WrapCertificate.Axes;
import ikat.service.Refusal;
import ikat.service.render.WrapSize;
import ikat.service.render.WrapSize.Halvings;
import ikat.texture.GlobalField;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of seamlessly repeating pictures. */
final class WrapOptions {

    @Option(
            names = "--wrap",
            paramLabel = "xy|x|y",
            description = "Make a tile that joins with its copies on both axes or one.")
    private @Nullable Axes axes;

    @Option(
            names = "--preview-3x3",
            paramLabel = "FILE",
            description = "Also write the tile three times along each axis that wraps.")
    private @Nullable Path preview;

    /** The axes to wrap, if any. */
    Optional<Axes> axes() {
        if (axes == null && preview != null) {
            throw Refusal.usage(
                    "--preview-3x3 goes with --wrap only; give that too or leave --preview-3x3"
                            + " out");
        }
        return Optional.ofNullable(axes);
    }

    /** The file for the repeated tile, if requested. */
    Optional<Path> preview() {
        return Optional.ofNullable(preview);
    }

    /** Rejects a field that cannot repeat; textures that fill the plane always can. */
    static void checkCloses(GlobalField field, long width, long height) {
        OptionError.naming("--wrap", () -> field.repeating(width, height));
    }

    /** The wrapping of the plane for which a picture is exactly one period. */
    static Boundary.Wrapping boundary(Axes axes, PixelRegion picture, ModelSpec spec) {
        return size(axes, picture, spec, 0, Halvings.NONE).boundary();
    }

    /**
     * The size of a picture that is exactly one period.
     *
     * @param picture in pixels of the level
     * @param level number of times that the plane is halved
     * @param halvings what the levels of the file need
     */
    static WrapSize size(
            Axes axes, PixelRegion picture, ModelSpec spec, int level, Halvings halvings) {
        if (spec.picturePixels() > 0) {
            throw RenderWindow.refusal(
                    "--wrap is " + axes.toString().toLowerCase(Locale.ROOT), spec.picturePixels());
        }
        WrapSize size =
                new WrapSize(
                        axes,
                        picture.width(),
                        picture.height(),
                        spec.cellPixels(),
                        level,
                        halvings);
        size.check("--size is");
        return size;
    }
}
