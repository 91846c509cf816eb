package ikat.cli;

import ikat.material.MapRole;
import ikat.material.MapStack;
import ikat.service.Refusal;
import ikat.service.train.MapChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that tell which files belong to the training pictures: maps, and a mask. */
final class MapOptions {

    @Option(
            names = "--map",
            paramLabel = "KIND=FILE",
            description =
                    "A map of the picture's material: normal, height, roughness, metallic, ao,"
                            + " opacity, or several in one file as orm; default: what lies beside"
                            + " the picture as NAME_normal.png and so on.")
    private Map<String, Path> given = new LinkedHashMap<>();

    @Option(names = "--no-maps", description = "Look for no maps beside the pictures.")
    private boolean noMaps;

    @Option(
            names = "--mask",
            paramLabel = "FILE",
            description =
                    "A picture of the same size that is white where nothing shall be learned;"
                            + " transparent pixels of large parts mean the same.")
    private @Nullable Path mask;

    MapChoice choice() {
        List<MapStack.Source> maps = new ArrayList<>();
        given.forEach((word, file) -> maps.add(new MapStack.Source(file, role(word))));
        return new MapChoice(maps, !noMaps, mask);
    }

    private static MapRole role(String word) {
        return MapRole.named(word)
                .filter(role -> role != MapRole.COLOUR)
                .orElseThrow(
                        () ->
                                Refusal.usage(
                                        "--map is for %s, but must be for one of %s",
                                        word, MapRole.words()));
    }
}
