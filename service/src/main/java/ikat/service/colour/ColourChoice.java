package ikat.service.colour;

import ikat.image.ImageFiles;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.model.Weave;
import ikat.service.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The few colours that a rendering may have: those of the pictures, a number, or a file's. */
public final class ColourChoice {

    private static final String PICTURE = "picture";
    private static final int SAMPLE = 512; // side of what is rendered to choose colours from

    private ColourChoice() {}

    /**
     * The palette of a choice.
     *
     * @param choice {@code picture}, a number from 2 to 256, or the path of a picture
     * @param weave that holds the model's pictures, if any
     * @param plane to choose a number of colours from if it holds none
     * @throws Refusal if there are too many colours, or none to be known
     */
    public static Palette palette(String choice, @Nullable Weave weave, PixelSource plane)
            throws IOException {
        if (choice.equals(PICTURE)) {
            if (weave == null) {
                throw Refusal.usage(
                        "--colours is picture, but the model does not hold its pictures; give a"
                                + " number or the picture's file");
            }
            return exactly("the pictures have", pictures(weave));
        }
        if (choice.matches("[0-9]{1,9}")) {
            int count = Integer.parseInt(choice);
            if (count < 2 || count > Palette.MOST_COLOURS) {
                throw Refusal.usage(
                        "--colours is %s, but must be picture, from 2 to %d, or a picture file",
                        choice, Palette.MOST_COLOURS);
            }
            PixelRegion sample = new PixelRegion(0, 0, SAMPLE, SAMPLE);
            List<Pixels> from = weave == null ? List.of(Pixels.of(plane, sample)) : pictures(weave);
            return Palette.of(
                    from.stream().map(picture -> picture.inColour().bytes()).toList(), count);
        }
        Path file = Path.of(choice);
        return exactly(file.getFileName() + " has", List.of(ImageFiles.read(file).toPixels()));
    }

    private static List<Pixels> pictures(Weave weave) {
        return weave.sources().stream().map(Weave.Source::picture).toList();
    }

    private static Palette exactly(String who, List<Pixels> pictures) {
        TreeSet<Integer> colours = new TreeSet<>();
        for (Pixels picture : pictures) {
            byte[] bytes = picture.inColour().bytes();
            for (int i = 0; i < bytes.length; i += 3) {
                colours.add(
                        (bytes[i] & 0xff) << 16 | (bytes[i + 1] & 0xff) << 8 | bytes[i + 2] & 0xff);
            }
        }
        if (colours.size() > Palette.MOST_COLOURS) {
            throw Refusal.usage(
                    "%s %d colours, but at most %d can be kept; give a number, such as --colours"
                            + " 16",
                    who, colours.size(), Palette.MOST_COLOURS);
        }
        return Palette.exactly(new ArrayList<>(colours).stream().mapToInt(i -> i).toArray());
    }
}
