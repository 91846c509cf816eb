package ikat.service.train;

import ikat.analysis.MeasuredExemplars;
import ikat.analysis.PictureReport;
import ikat.image.Domain;
import ikat.image.Exemplar;
import ikat.image.ExemplarFacts;
import ikat.image.ExemplarFiles;
import ikat.image.ImageFiles;
import ikat.image.PictureFile;
import ikat.image.Pixels;
import ikat.image.TextureNames;
import ikat.material.MapStack;
import ikat.material.NormalMap;
import ikat.model.MapKind;
import ikat.model.MaterialMaps;
import ikat.service.Refusal;
import ikat.train.PictureSet;
import ikat.zoom.Weaving;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The pictures of a training, read once; none of their pixels are in memory. */
public final class TrainingPictures {

    /**
     * A picture that was looked at closely.
     *
     * @param report what was found
     * @param notes what was changed or left out when the picture was read
     */
    public record Studied(PictureReport report, List<String> notes) {

        public Studied {
            notes = List.copyOf(notes);
        }
    }

    /**
     * A picture that can be learned.
     *
     * @param path of its file
     * @param facts of the picture
     * @param statistics that distinguish its texture from others
     * @param studied what a close look found, or null without one
     * @param maps of the material that it shows
     */
    record Found(
            Path path,
            ExemplarFacts facts,
            float[] statistics,
            @Nullable Studied studied,
            List<MapStack.Source> maps) {}

    private final List<Found> found;
    private final PictureReading reading;
    private final int leftOut;

    TrainingPictures(List<Found> found, PictureReading reading, int leftOut) {
        this.found = List.copyOf(found);
        this.reading = reading;
        this.leftOut = leftOut;
    }

    /** The facts of every picture. */
    public List<ExemplarFacts> facts() {
        return found.stream().map(Found::facts).toList();
    }

    /** Those that were looked at closely, in order. */
    public List<Studied> studied() {
        return found.stream().map(Found::studied).filter(Objects::nonNull).toList();
    }

    /** What was found in those that were looked at closely. */
    public List<PictureReport> reports() {
        return studied().stream().map(Studied::report).toList();
    }

    /**
     * The side of a square that at least nine of ten pictures hold: a few small ones do not make
     * the patch smaller for all.
     */
    public int commonSide() {
        int[] sides = facts().stream().mapToInt(ExemplarFacts::side).sorted().toArray();
        return sides[sides.length / 10];
    }

    /**
     * What a plan is made from.
     *
     * @param side of {@link #commonSide}
     */
    public PictureSet set(int side) {
        SortedMap<Integer, PictureReport> reports = new TreeMap<>();
        for (int i = 0; i < found.size(); i++) {
            Studied study = found.get(i).studied();
            if (study != null) {
                reports.put(i, study.report());
            }
        }
        return new PictureSet(found.size(), side, reports);
    }

    /** The pictures without those that are smaller than a patch, each of which is reported. */
    public TrainingPictures holding(int patchPixels, ScanListener listener) {
        List<Found> kept = new ArrayList<>();
        for (Found one : found) {
            if (one.facts().side() >= patchPixels) {
                kept.add(one);
            } else {
                listener.leftOut(one.path(), smaller(one, patchPixels));
            }
        }
        return new TrainingPictures(kept, reading, leftOut + found.size() - kept.size());
    }

    private static String smaller(Found one, int patchPixels) {
        return String.format(
                Locale.ROOT,
                "is %dx%d px, smaller than a patch of %d px; --patch takes smaller ones",
                one.facts().width(),
                one.facts().height(),
                patchPixels);
    }

    /** The pictures for a trainer, with unique names. */
    public MeasuredExemplars exemplars() {
        List<String> names =
                TextureNames.of(found.stream().map(one -> one.path().toString()).toList());
        List<PictureFile> files = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Found one = found.get(i);
            files.add(new PictureFile(one.path(), one.facts().called(names.get(i)), reading));
        }
        return new MeasuredExemplars(
                new ExemplarFiles(files), found.stream().map(Found::statistics).toList());
    }

    /**
     * Reads the maps of the material of all pictures; none at all if there are none.
     *
     * @param notes receives what was changed or left out, one sentence each
     * @throws IOException if a file cannot be read, or is no such map
     * @throws Refusal if not all pictures have the same maps
     */
    public MaterialMaps materials(Consumer<String> notes) throws IOException {
        if (found.stream().allMatch(one -> one.maps().isEmpty())) {
            return MaterialMaps.NONE;
        }
        if (found.stream().anyMatch(one -> !reading.intake(one.path()).keepsPlaces())) {
            throw Refusal.usage(
                    "maps lie on the picture as it is, but it is turned, straightened or scaled"
                        + " here; do so to all files first, or leave the maps out with --no-maps");
        }
        List<Map<MapKind, Pixels>> maps = new ArrayList<>();
        boolean greenDown = false;
        for (Found one : found) {
            MapStack stack = stack(one, notes);
            Map<MapKind, Pixels> parts = new EnumMap<>(MapKind.class);
            stack.maps().forEach((kind, map) -> parts.put(kind, part(map, one.facts().domain())));
            Pixels normals = parts.get(MapKind.NORMAL);
            if (maps.isEmpty()) {
                greenDown = stack.greenDown();
            } else if (normals != null && stack.greenDown() != greenDown) {
                parts.put(MapKind.NORMAL, NormalMap.turned(normals));
            }
            maps.add(parts);
        }
        try {
            return new MaterialMaps(maps, greenDown);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("%s; --no-maps leaves them all out", e.getMessage());
        }
    }

    private MapStack stack(Found one, Consumer<String> notes) throws IOException {
        Domain domain = one.facts().domain();
        if (reading.intake().crop().isEmpty()) {
            return MapStack.read(one.maps(), domain.tileWidth(), domain.tileHeight(), notes);
        }
        Exemplar whole = ImageFiles.read(one.path()); // the size of which is not known any more
        return MapStack.read(one.maps(), whole.width(), whole.height(), notes);
    }

    private Pixels part(Pixels map, Domain domain) {
        Pixels taken = reading.intake().cropped(map).repeated(domain.width(), domain.height());
        return Weaving.part(taken, domain, found.size());
    }

    /** The number of pictures found and left out. */
    public int leftOut() {
        return leftOut;
    }
}
