package ikat.cli;

import ikat.cli.terminal.LiveLine;
import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.image.Pixels;
import ikat.image.Wraps;
import ikat.io.Workers;
import ikat.material.EstimatedMaps;
import ikat.model.MapKind;
import ikat.service.Refusal;
import ikat.service.train.OutputFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Guesses the maps of a material from a picture of it. */
@Command(
        name = "maps",
        sortOptions = false,
        description = {
            "Estimate the maps of a material from a picture of it: height, normal, ambient",
            "occlusion and roughness, pixel on pixel, joining where the picture joins itself."
        })
final class MapsCommand extends IkatCommand {

    /** The edges at which a picture joins itself. */
    enum Joins {
        XY(true, true),
        X(true, false),
        Y(false, true),
        NONE(false, false);

        private final Wraps wraps;

        Joins(boolean across, boolean down) {
            wraps = new Wraps(across, down);
        }
    }

    @Parameters(paramLabel = "PICTURE", arity = "1", description = "A picture, evenly lit.")
    private Path picture;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder of the maps, made if missing; default: the picture's.")
    private @Nullable Path folder;

    @Option(
            names = "--wrap",
            paramLabel = "xy|x|y|none",
            description = "The edges at which the picture joins itself; default: as it seems.")
    private @Nullable Joins joins;

    @Option(
            names = "--depth",
            paramLabel = "PX",
            defaultValue = "10",
            description = "Pixels from the lowest place to the highest, 0 to 1000; default: 10.")
    private double depth;

    @Option(
            names = "--fine",
            paramLabel = "SHARE",
            defaultValue = "0.5",
            description = "How much fine relief counts beside coarse, 0 to 1; default: 0.5.")
    private double fine;

    @Option(names = "--dark-is-high", description = "What is darker is higher, such as mortar.")
    private boolean darkIsHigh;

    @Option(
            names = "--normal",
            paramLabel = "gl|dx",
            defaultValue = "gl",
            description = "Green of the normals points up (OpenGL) or down (DirectX); default: gl.")
    private MaterialOptions.Green green;

    @Option(
            names = "--reach",
            paramLabel = "PX",
            defaultValue = "32",
            description = "How far a height shades, 1 to 256; default: 32.")
    private int reach;

    @Option(
            names = "--shade",
            paramLabel = "X",
            defaultValue = "1",
            description = "How much is shaded, 0 to 4; default: 1.")
    private double shade;

    @Option(
            names = "--roughness",
            paramLabel = "X",
            defaultValue = "0.7",
            description = "Roughness of the usual pixel, 0 to 1; default: 0.7.")
    private double roughness;

    @Option(
            names = "--gloss",
            paramLabel = "X",
            defaultValue = "1",
            description = "How much smoother bright grain is, 0 to 4; default: 1.")
    private double gloss;

    @Mixin private ThreadsOption threads;

    @Override
    public Integer call() throws IOException {
        threads.check();
        EstimatedMaps.Settings settings = settings();
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw Refusal.usage("--output is %s, which is no folder", folder);
        }
        Exemplar read = ImageFiles.read(picture);
        EstimatedMaps maps;
        try (Workers workers = new Workers("ikat-maps", threads.count())) {
            Wraps wraps = joins == null ? null : joins.wraps;
            maps = EstimatedMaps.of(read, wraps, settings, workers);
        }
        write(maps);
        return ExitCode.OK;
    }

    private EstimatedMaps.Settings settings() {
        try {
            return new EstimatedMaps.Settings(
                    depth, fine, darkIsHigh, reach, shade, roughness, gloss);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("--%s", e.getMessage());
        }
    }

    private void write(EstimatedMaps maps) throws IOException {
        LiveLine line = line();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        for (Map.Entry<MapKind, Pixels> map :
                maps.pictures(green == MaterialOptions.Green.DX).entrySet()) {
            String name = "%s_%s.png".formatted(OutputFiles.baseName(picture), map.getKey().word());
            Path file = folder == null ? picture.resolveSibling(name) : folder.resolve(name);
            ImageFiles.write(map.getValue().toImage(), file);
            line.line("wrote " + file);
        }
        line.line(
                "estimated from brightness, as if lit evenly; the maps join "
                        + edges(maps.wraps()));
    }

    private static String edges(Wraps wraps) {
        if (wraps.across()) {
            return wraps.down() ? "at all edges" : "at the left and right edges";
        }
        return wraps.down() ? "at the upper and lower edges" : "at no edge";
    }
}
