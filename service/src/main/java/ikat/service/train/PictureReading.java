package ikat.service.train;

import ikat.image.Domain;
import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.image.ImageFormatException;
import ikat.image.PictureFile;
import ikat.image.Pixels;
import ikat.train.Alpha;
import ikat.train.Intake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures as they are learned: hides what a mask or their alpha says, then prepares them.
 *
 * @param intake what is done to each picture
 * @param mask white where nothing is learned, or null
 * @param each pictures of which something else is said
 */
public record PictureReading(Intake intake, @Nullable Path mask, Map<Path, PictureChoice> each)
        implements PictureFile.Reader {

    public PictureReading {
        each = Map.copyOf(each);
    }

    /** Reads a single picture. */
    public PictureReading(Intake intake, @Nullable Path mask) {
        this(intake, mask, Map.of());
    }

    /** What is done to a picture. */
    Intake intake(Path path) {
        PictureChoice own = each.get(path);
        return own == null ? intake : own.intake();
    }

    private @Nullable Path mask(Path path) {
        PictureChoice own = each.get(path);
        return own == null ? mask : own.mask();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the picture cannot be prepared so; one sentence
     */
    @Override
    public Exemplar read(Path path) throws IOException {
        return prepared(path, ImageFiles.read(path));
    }

    /**
     * A picture that was just read, as it is learned.
     *
     * @param path of its file
     * @throws IllegalArgumentException if the picture cannot be prepared so; one sentence
     */
    public Exemplar prepared(Path path, Exemplar picture) throws IOException {
        Intake own = intake(path);
        Path hiding = mask(path);
        BitSet hidden = new BitSet();
        boolean transparent = false;
        if (hiding != null) {
            hidden.or(masked(hiding, picture));
        }
        if (picture.isTransparent()) {
            BitSet clear = transparent(path);
            if (own.alpha(domain(clear, picture)) == Alpha.MASK) {
                transparent = true;
                hidden.or(clear);
            }
        }
        return own.apply(hidden.isEmpty() ? picture : hidden(picture, hidden, transparent));
    }

    private static Domain domain(BitSet hidden, Exemplar picture) {
        return Domain.without(hidden, picture.width(), picture.height());
    }

    private static Exemplar hidden(Exemplar picture, BitSet hidden, boolean transparent) {
        Domain domain = domain(hidden, picture);
        List<String> notes = new ArrayList<>(picture.notes());
        if (transparent) {
            notes.removeIf(Exemplar::tellsOfTransparency);
        }
        notes.add(
                String.format(
                        Locale.ROOT,
                        "%.1f %% of it are %s and not learned",
                        100 * domain.hiddenShare(),
                        transparent ? "transparent" : "masked"));
        return picture.within(domain).noted(notes);
    }

    private static BitSet transparent(Path path) throws IOException {
        Pixels read = ImageFiles.readData(path, new ArrayList<>());
        return read.channels() % 2 == 1
                ? new BitSet()
                : read.where(read.channels() - 1, value -> value < 1);
    }

    private static BitSet masked(Path mask, Exemplar picture) throws IOException {
        Pixels read = ImageFiles.readData(mask, new ArrayList<>());
        if (read.width() != picture.width() || read.height() != picture.height()) {
            throw new ImageFormatException(
                    mask,
                    "has %sx%s pixels, but a mask of %s must have %sx%s"
                            .formatted(
                                    read.width(),
                                    read.height(),
                                    picture.name(),
                                    picture.width(),
                                    picture.height()));
        }
        return read.where(0, value -> value >= 0.5);
    }
}
