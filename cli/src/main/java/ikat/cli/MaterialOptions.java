package ikat.cli;

import ikat.image.Depth;
import ikat.image.PixelRegion;
import ikat.material.MapRole;
import ikat.model.MapKind;
import ikat.model.MaterialMaps;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.service.Refusal;
import ikat.service.material.MaterialKit;
import ikat.service.material.MaterialTarget;
import ikat.service.train.OutputFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that tell which maps of the material are written beside the colours. */
final class MaterialOptions {

    private static final String ALL = "all";
    private static final String MADE = "made";
    private static final String COLOUR = "color";

    /** Which way green points in a map of normals. */
    enum Green {
        /** Up, as in OpenGL. */
        GL,
        /** Down, as in DirectX. */
        DX
    }

    @Option(
            names = "--maps",
            paramLabel = "all|made|KIND",
            split = ",",
            description =
                    "Also write the maps of the material, pixel on pixel: all that the model has,"
                            + " some such as normal,height, or ones made from the colours.")
    private List<String> maps = List.of();

    @Option(
            names = "--normal",
            paramLabel = "gl|dx",
            description =
                    "Green of the normals points up (OpenGL) or down (DirectX); default: as in the"
                            + " pictures' maps, and up in maps that are made.")
    private @Nullable Green green;

    @Option(
            names = "--for",
            paramLabel = "ENGINE",
            description =
                    "Write one zip with the material as an engine takes it: blender, unity, unreal,"
                            + " godot, gltf (a .glb) or materialx; it wraps unless --wrap says"
                            + " otherwise.")
    private @Nullable MaterialTarget target;

    /** The engine whose kit is written. */
    Optional<MaterialTarget> target() {
        return Optional.ofNullable(target);
    }

    /**
     * Checks the size of a kit.
     *
     * @throws Refusal if the engine does not take it
     */
    static void checkSize(MaterialTarget target, PixelRegion region) {
        int most = Math.max(region.width(), region.height());
        if (most > MaterialKit.MOST_SIDE) {
            throw Refusal.usage(
                    "--size is %dx%d, but sides for an engine are at most %d",
                    region.width(), region.height(), MaterialKit.MOST_SIDE);
        }
        if (target.powersOfTwo()
                && (Integer.bitCount(region.width()) > 1
                        || Integer.bitCount(region.height()) > 1)) {
            throw Refusal.usage(
                    "--size is %dx%d, but %s takes sides that are powers of two; the nearest is"
                            + " %dx%d",
                    region.width(),
                    region.height(),
                    target.word(),
                    power(region.width()),
                    power(region.height()));
        }
    }

    private static int power(int side) {
        int below = Integer.highestOneBit(side);
        return side - below < 2 * below - side ? below : 2 * below;
    }

    /** Whether any maps are written. */
    boolean any() {
        return !maps.isEmpty();
    }

    /**
     * Whether the maps are guessed from the colours, as they are for an engine if there are none.
     */
    boolean made(TextureModel texture) {
        return words(texture).contains(MADE);
    }

    /** The maps as they are named, or all that there are if an engine takes them. */
    private List<String> words(TextureModel texture) {
        if (target == null || any()) {
            return maps;
        }
        return List.of(known(texture).kinds().isEmpty() ? MADE : ALL);
    }

    /** Whether green of normals that are made points down. */
    boolean madeGreenDown() {
        return green == Green.DX;
    }

    /**
     * The maps of a model that are written.
     *
     * @throws Refusal if one is unknown, or the model has none of the kind
     */
    Set<MapKind> kinds(TextureModel texture) {
        Set<MapKind> kinds = EnumSet.noneOf(MapKind.class);
        List<String> words = words(texture);
        if (words.contains(MADE)) {
            if (words.size() > 1) {
                throw Refusal.usage("--maps is %s, but made stands alone", text());
            }
            return kinds;
        }
        MaterialMaps known = known(texture);
        for (String word : words) {
            if (word.equals(ALL)) {
                kinds.addAll(known.kinds());
            } else {
                kinds.add(kind(word));
            }
        }
        if (!words.isEmpty() && (kinds.isEmpty() || !known.kinds().containsAll(kinds))) {
            throw Refusal.usage(
                    "--maps is %s, but the model %s; --maps made guesses maps from the colours",
                    text(),
                    known.kinds().isEmpty() ? "has no maps" : "has maps of " + known.words());
        }
        return kinds;
    }

    private String text() {
        return String.join(",", maps);
    }

    private static MapKind kind(String word) {
        return MapRole.named(word)
                .flatMap(MapRole::kind)
                .orElseThrow(
                        () ->
                                Refusal.usage(
                                        "--maps is %s, but must be all, made or some of %s",
                                        word, MapKind.words()));
    }

    /** Whether green of the model's normals must be turned around. */
    boolean turns(TextureModel texture) {
        return known(texture).greenDown() != greenDown(texture);
    }

    /** Where green of the normals points that are written. */
    boolean greenDown(TextureModel texture) {
        return green == null ? known(texture).greenDown() : green == Green.DX;
    }

    private static MaterialMaps known(TextureModel texture) {
        Weave weave = texture.weave();
        return weave == null ? MaterialMaps.NONE : weave.maps();
    }

    /**
     * The file of the colours: in a folder, such as {@code rock/rock_color.png}.
     *
     * @param output as it was given
     */
    Optional<Path> inFolder(Path output, Path model) {
        boolean folder = any() && (Files.isDirectory(output) || !hasEnding(output));
        return folder
                ? Optional.of(output.resolve(OutputFiles.baseName(model) + "_" + COLOUR + ".png"))
                : Optional.empty();
    }

    private static boolean hasEnding(Path file) {
        return String.valueOf(file.getFileName()).contains(".");
    }

    /**
     * The file of a map beside that of the colours: {@code rock_normal.png} beside {@code rock.png}
     * or {@code rock_color.png}; PNG beside JPEG, as maps are exact, and TIFF for floating-point
     * samples, which other formats do not hold.
     */
    static Path file(Path colours, MapKind kind, Depth depth) {
        String name = String.valueOf(colours.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = name.substring(0, dot).replaceFirst("_" + COLOUR + "$", "");
        String ending = name.substring(dot);
        if (depth == Depth.FLOAT && !ending.toLowerCase(Locale.ROOT).matches("[.](tiff?|btf)")) {
            ending = ".tif";
        } else if (ending.toLowerCase(Locale.ROOT).matches("[.]jpe?g")) {
            ending = ".png";
        }
        return colours.resolveSibling(stem + "_" + kind.word() + ending);
    }
}
