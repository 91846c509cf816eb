package ikat.app;

import ikat.app.failure.Refusal;
import ikat.image.PixelRegion;
import ikat.model.ModelSpec;
import ikat.noise.Boundary;
import ikat.noise.GlobalField;
import ikat.render.WrapCertificate.Axes;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of pictures that repeat. */
final class WrapOptions {

    @Option(
            names = "--wrap",
            paramLabel = "xy|x|y",
            converter = ChoiceConverter.OfAxes.class,
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

    /** Where to write the repeated tile, if it is wanted. */
    Optional<Path> preview() {
        return Optional.ofNullable(preview);
    }

    /** Fields that end somewhere cannot always repeat; textures that fill the plane can. */
    static void checkCloses(GlobalField field, long width, long height) {
        try {
            field.repeating(width, height);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("--wrap: " + e.getMessage());
        }
    }

    /** How a plane must repeat for a picture to be one period of it. */
    static Boundary.Wrapping boundary(Axes axes, PixelRegion picture, ModelSpec spec) {
        if (spec.picturePixels() > 0) {
            throw RenderWindow.refusal(
                    "--wrap is " + axes.toString().toLowerCase(Locale.ROOT), spec.picturePixels());
        }
        int cell = spec.cellPixels();
        boolean fits =
                (!axes.across() || picture.width() % cell == 0)
                        && (!axes.down() || picture.height() % cell == 0);
        if (!fits) {
            throw Refusal.usage(
                    "--size is "
                            + picture.width()
                            + "x"
                            + picture.height()
                            + ", but a picture that wraps is made of whole cells of "
                            + cell
                            + " px; the two nearest sizes are "
                            + near(axes, picture, cell, 0)
                            + " and "
                            + near(axes, picture, cell, 1));
        }
        return new Boundary.Wrapping(
                axes.across() ? picture.width() / cell : 0,
                axes.down() ? picture.height() / cell : 0);
    }

    /** A size of whole cells, below or above. */
    private static String near(Axes axes, PixelRegion picture, int cell, int more) {
        long width = axes.across() ? near(picture.width(), cell, more) : picture.width();
        long height = axes.down() ? near(picture.height(), cell, more) : picture.height();
        return width + "x" + height;
    }

    private static long near(int side, int cell, int more) {
        int cells = side / cell + (side % cell == 0 ? 0 : more);
        return (long) cell * (side < cell ? 1 + more : cells);
    }
}
