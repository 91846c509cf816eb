package ikat.cli;

import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.image.PixelRegion;
import ikat.service.Refusal;
import ikat.texture.Corners;
import ikat.texture.Easing;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Painted;
import ikat.texture.Points;
import ikat.texture.Strip;
import ikat.texture.Textures;
import ikat.texture.Tiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that select which texture appears where, for any command that generates pictures. */
final class FieldOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--texture",
            paramLabel = "EXPR",
            description =
                    "One texture: bark, 0.7*bark+0.3*moss, random:7, at:820,400 or palace@820,400.")
    private @Nullable String texture;

    @Option(names = "--tiles", paramLabel = "CxR", description = "A grid of textures.")
    private @Nullable String tiles;

    @Option(
            names = "--textures",
            paramLabel = "A,B,...",
            description = "The textures of the grid, row by row; default: all named ones.")
    private @Nullable String textures;

    @Option(
            names = "--softness",
            paramLabel = "X",
            description = "Share of a tile over which it blends into the next; default: 0.25.")
    private @Nullable Double softness;

    @Option(
            names = "--corners",
            paramLabel = "A,B,C,D",
            description =
                    "Textures of the corners: left top, right top, left bottom, right bottom.")
    private @Nullable String corners;

    @Option(
            names = "--points",
            paramLabel = "A@X,Y;...",
            description = "Textures at places of the plane: \"bark@100,200;moss@400,50\".")
    private @Nullable String points;

    @Option(
            names = "--strip",
            paramLabel = "A,B,...",
            description = "Textures that blend into each other from left to right.")
    private @Nullable String strip;

    @Option(
            names = "--strip-down",
            paramLabel = "A,B,...",
            description = "The same from top to bottom.")
    private @Nullable String stripDown;

    @Option(
            names = "--map",
            paramLabel = "PICTURE",
            description = "Paint with textures, by --legend or --path.")
    private @Nullable Path map;

    @Option(
            names = "--legend",
            paramLabel = "COLOUR=A,...",
            description = "What the map's colours stand for: \"#ff0000=bark,#00ff00=moss\".")
    private @Nullable String legend;

    @Option(
            names = "--path",
            paramLabel = "A,B,...",
            description = "Textures along the map's brightness, from dark to bright.")
    private @Nullable String path;

    @Option(
            names = "--feather",
            paramLabel = "PX",
            description = "Width in pixels of the blend at the borders of a map; default: 32.")
    private @Nullable Double feather;

    @Option(
            names = "--area",
            paramLabel = "X,Y,W,H",
            description =
                    "The rectangle of the plane that tiles, corners, strip or map cover; default:"
                            + " the picture.")
    private @Nullable String area;

    /**
     * Refuses options that contradict each other, before anything is read.
     *
     * @throws Refusal one sentence
     */
    void check() {
        Optional<Kind> kind = kind();
        for (String option : new TreeSet<>(Kind.COMPANIONS.keySet())) {
            Set<Kind> partners = Kind.COMPANIONS.getOrDefault(option, Set.of());
            if (value(option) != null && kind.filter(partners::contains).isEmpty()) {
                List<String> names = partners.stream().sorted().map(Kind::option).toList();
                throw Refusal.usage(
                        "%1$s goes with %2$s only; give that too or leave %1$s out",
                        option, (names.size() == 1 ? "" : "one of ") + String.join(", ", names));
            }
        }
        if (legend != null && path != null) {
            throw exclude("--legend", "--path");
        }
        if (map != null && legend == null && path == null) {
            throw Refusal.usage(
                    "--map needs --legend, which says what its colours stand for, or --path, the"
                            + " textures from dark to bright");
        }
    }

    private static Refusal exclude(String one, String other) {
        return Refusal.usage("%s and %s exclude each other; give one of them", one, other);
    }

    /** Whether any of these options was given. */
    boolean given() {
        return kind().isPresent();
    }

    /** The selection as it was typed, or the texture that a seed draws. */
    String words(long seed) {
        return kind().map(this::typed).orElse("random:" + seed);
    }

    private String typed(Kind kind) {
        String typed = kind == Kind.TEXTURE ? "" : kind.option().substring(2) + " ";
        List<String> parts = new ArrayList<>(List.of(typed + value(kind.option())));
        for (Object more : new Object[] {textures, legend, path}) {
            if (more != null) {
                parts.add(more.toString());
            }
        }
        return String.join(" ", parts);
    }

    /**
     * The selected field, or a single texture drawn by the seed.
     *
     * @param named the textures of the model
     * @param picture region to be rendered: tiles, corners, strip and map cover it unless specified
     *     otherwise
     * @throws Refusal if the options contradict each other or themselves, or name something that
     *     does not exist
     * @throws IOException if the map cannot be read
     */
    GlobalField field(Textures named, PixelRegion picture, long seed) throws IOException {
        check();
        Optional<Kind> kind = kind();
        if (kind.isEmpty()) {
            return new GlobalField.Constant(named.random(seed));
        }
        String option = kind.get().option();
        OptionError.naming(option, named::requireSeveral);
        String rectangle = area;
        PixelRegion over =
                rectangle == null
                        ? picture
                        : OptionError.naming("--area", () -> FieldText.area(rectangle));
        String text = String.valueOf(value(option));
        return switch (kind.get()) {
            case TEXTURE ->
                    new GlobalField.Constant(OptionError.naming(option, () -> named.parse(text)));
            case TILES -> tiles(text, named, over, seed);
            case CORNERS -> corners(list(option, named, text, 4, 4), over);
            case POINTS ->
                    OptionError.naming(option, () -> Points.of(FieldText.points(text, named)));
            case STRIP -> strip(list(option, named, text, 2, 64), over, Strip.Direction.RIGHT);
            case STRIP_DOWN -> strip(list(option, named, text, 2, 64), over, Strip.Direction.DOWN);
            case MAP -> map(Path.of(text), named, over);
        };
    }

    /** The only kind that was requested, if any. */
    private Optional<Kind> kind() {
        List<Kind> kinds =
                Arrays.stream(Kind.values()).filter(kind -> value(kind.option()) != null).toList();
        if (kinds.size() > 1) {
            throw exclude(kinds.get(0).option(), kinds.get(1).option());
        }
        return kinds.stream().findFirst();
    }

    /** The value given for an option, or null. */
    private @Nullable Object value(String option) {
        return command.findOption(option).getValue();
    }

    private GlobalField tiles(String grid, Textures named, PixelRegion over, long seed) {
        int[] sides = FieldText.grid(grid);
        int count = sides[0] * sides[1];
        double border = softness == null ? 0.25 : softness;
        if (!(border >= 0 && border <= 1)) {
            throw Refusal.usage("--softness is %s, but must be from 0 to 1", softness);
        }
        List<GlobalVector> cells = new ArrayList<>();
        if (textures != null) {
            cells.addAll(list("--textures", named, textures, 1, count));
        } else if (named.names().isEmpty()) {
            for (int i = 0; i < count; i++) {
                cells.add(named.random(seed + i));
            }
        } else {
            named.names().forEach(name -> cells.add(named.named(name)));
        }
        return OptionError.naming(
                "--tiles", () -> new Tiles(over, sides[0], sides[1], cells, border));
    }

    private static GlobalField corners(List<GlobalVector> four, PixelRegion over) {
        return new Corners(over, four.get(0), four.get(1), four.get(2), four.get(3), Easing.LINEAR);
    }

    private static GlobalField strip(
            List<GlobalVector> path, PixelRegion over, Strip.Direction direction) {
        boolean right = direction == Strip.Direction.RIGHT;
        return new Strip(
                path,
                direction,
                right ? over.left() : over.top(),
                right ? over.width() : over.height(),
                Strip.Ends.OPEN);
    }

    private GlobalField map(Path file, Textures named, PixelRegion over) throws IOException {
        double softness = feather == null ? Painted.SOFTNESS : feather;
        if (!(softness >= 0 && softness <= 1 << 20)) {
            throw Refusal.usage(
                    "--feather is %s, but must be from 0 to %d pixels", feather, 1 << 20);
        }
        if (legend != null) {
            String entries = legend;
            var read = OptionError.naming("--legend", () -> FieldText.legend(entries, named));
            Exemplar picture = ImageFiles.read(file);
            return OptionError.naming(
                    "--map", () -> Painted.byColour(picture, read, over, softness));
        }
        List<GlobalVector> along = list("--path", named, String.valueOf(path), 2, 64);
        return Painted.byBrightness(ImageFiles.read(file), along, over, softness);
    }

    private static List<GlobalVector> list(
            String option, Textures named, String text, int least, int most) {
        List<GlobalVector> found = OptionError.naming(option, () -> named.parseAll(text));
        if (found.size() < least || found.size() > most) {
            throw Refusal.usage(
                    "%s has %d %s, but must have %s%s",
                    option,
                    found.size(),
                    found.size() == 1 ? "texture" : "textures",
                    least == most ? least : "from " + least + " to " + most,
                    least == 4
                            ? ": left top, right top, left bottom, right bottom"
                            : most == 1 ? "" : ", with commas between them");
        }
        return found;
    }

    /** The kinds of field, one per picture, and the options of each. */
    private enum Kind {
        TEXTURE,
        TILES,
        CORNERS,
        POINTS,
        STRIP,
        STRIP_DOWN,
        MAP;

        /** Options that refine a field, and the kinds that accept them. */
        private static final Map<String, Set<Kind>> COMPANIONS =
                Map.of(
                        "--textures", Set.of(TILES),
                        "--softness", Set.of(TILES),
                        "--legend", Set.of(MAP),
                        "--path", Set.of(MAP),
                        "--feather", Set.of(MAP),
                        "--area", Set.of(TILES, CORNERS, STRIP, STRIP_DOWN, MAP));

        String option() {
            return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
