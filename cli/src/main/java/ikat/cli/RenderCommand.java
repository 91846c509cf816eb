package ikat.cli;

import ikat.cli.terminal.ExportRun;
import ikat.cli.terminal.LiveLine;
import ikat.cli.terminal.ProgressBar;
import ikat.export.Export;
import ikat.export.TileChoice;
import ikat.export.WrappedSides;
import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Wraps;
import ikat.io.Workers;
import ikat.material.NormalMap;
import ikat.model.MapKind;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.WrapCertificate.Axes;
import ikat.service.Refusal;
import ikat.service.Rendering;
import ikat.service.material.MaterialKit;
import ikat.service.material.MaterialPlanes;
import ikat.service.material.MaterialTarget;
import ikat.service.render.PlaneIdentity;
import ikat.service.render.WrapFacts;
import ikat.service.render.WrapSize;
import ikat.service.render.WrapSize.Halvings;
import ikat.service.render.WrappedPicture;
import ikat.service.train.OutputFiles;
import ikat.text.TimeText;
import ikat.texture.GlobalField;
import ikat.texture.Textures;
import ikat.weave.Detail;
import ikat.zoom.ZoomablePlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Renders a picture of any size from a trained model. */
@Command(
        name = "render",
        sortOptions = false,
        description = "Make a picture of any size from a trained model.")
final class RenderCommand extends IkatCommand {

    @Parameters(paramLabel = "MODEL", arity = "1", description = "A model that 'ikat train' wrote.")
    private Path model;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "The picture: .png, .jpg, .tif, .btf (tiled BigTIFF), .dzi or .zip (Deep Zoom),"
                            + " or tiles as in 'tile-{y}-{x}.png'; default: MODEL-WxH.png.")
    private @Nullable Path output;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Size in pixels; default: 1024x1024.")
    private @Nullable PictureSize size;

    @Option(
            names = "--origin",
            paramLabel = "X,Y",
            description = "Upper left corner on the endless plane; default: 0,0.")
    private RenderWindow.@Nullable Origin origin;

    @Option(
            names = "--level",
            paramLabel = "N",
            description =
                    "Show the plane halved N times, 3 for an eighth, without making all of it;"
                            + " default: 0.")
    private int level;

    @Mixin private FieldOptions fields;

    @Mixin private MaterialOptions material;

    @Mixin private ColourOptions colours;

    @Mixin private WrapOptions wrap;

    @Mixin private ExportOptions export;

    @Mixin private EngineOptions engine;

    /**
     * What is to be rendered, checked.
     *
     * @param kinds of maps of the model that are written
     * @param axes along which the picture repeats
     * @param picture the file of the colours, or of all
     */
    private record Order(
            TextureModel texture,
            NoiseField noise,
            Detail detail,
            PixelRegion region,
            Set<MapKind> kinds,
            Optional<Axes> axes,
            Optional<WrappedPicture> wrapped,
            Path picture,
            TileChoice tiles) {}

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        Order order = order();
        PixelRegion region = order.region;
        LiveLine line = line();
        try (Rendering rendering = engine.open(workshop(), order.texture, order.detail)) {
            PixelSource all =
                    level > 0 ? rendering.halved(order.noise, level) : rendering.plane(order.noise);
            PixelSource plane = colours.of(order.texture, all);
            if (order.wrapped.isPresent()) {
                order.wrapped.get().check(plane);
                RoundingText.lines(order.wrapped.get().facts()).forEach(line::line);
            }
            MaterialPlanes planes = planes(order, rendering, plane);
            if (material.target().isPresent()) {
                writeKit(material.target().get(), order, planes, line);
            } else {
                writeAll(order, planes, line);
            }
        }
        line.line(
                "wrote %s (%dx%d, %s) in %s"
                        .formatted(
                                order.picture,
                                region.width(),
                                region.height(),
                                ExportRun.written(order.picture),
                                TimeText.format(Duration.ofNanos(System.nanoTime() - start))));
        return ExitCode.OK;
    }

    private Order order() throws IOException {
        engine.check();
        Optional<Axes> axes = wrap.axes().or(() -> material.target().map(kit -> Axes.XY));
        fields.check();
        TileChoice tiles = export.tiles();
        OptionError.range("--level", level, 0, ZoomablePlane.MOST_LEVEL);
        TextureModel texture = TextureModel.read(model);
        PixelRegion region = RenderWindow.of(size, origin, texture.spec());
        GlobalField field = field(texture, fullSize(region));
        material.target().ifPresent(kit -> MaterialOptions.checkSize(kit, region));
        colours.check(axes.isPresent(), region);
        Set<MapKind> kinds = material.kinds(texture);
        Detail detail = engine.detail(kinds.isEmpty() ? Detail.of(texture) : Detail.WOVEN);
        if (!kinds.isEmpty() && detail == Detail.NETWORK) {
            throw Refusal.usage("--maps belongs to woven detail, not to the network's");
        }
        Path picture =
                output == null
                        ? defaultOutput(region)
                        : material.inFolder(output, model).orElse(output);
        Optional<WrappedPicture> wrapped =
                axes.map(chosen -> wrapped(texture, field, region, chosen, picture, tiles));
        Boundary boundary =
                wrapped.<Boundary>map(it -> it.facts().boundary()).orElse(Boundary.ENDLESS);
        NoiseField noise = new NoiseField(texture, engine.seed(), field, boundary);
        return new Order(texture, noise, detail, region, kinds, axes, wrapped, picture, tiles);
    }

    private void writeKit(MaterialTarget target, Order order, MaterialPlanes planes, LiveLine line)
            throws IOException {
        String name = OutputFiles.baseName(model);
        MaterialKit kit = new MaterialKit(target, planes, order.region, name, engine.workers());
        line.line("in it: " + String.join(", ", kit.write(order.picture)));
    }

    /** Writes the colours, and the maps beside them. */
    private void writeAll(Order order, MaterialPlanes planes, LiveLine line) throws IOException {
        makeFolder(order.picture);
        write(order, planes.colours(), order.picture, line);
        if (order.wrapped.isPresent()) {
            SeamText.certify(order.wrapped.get(), planes.colours(), line);
        }
        for (Map.Entry<MapKind, PixelSource> map : planes.maps().entrySet()) {
            PixelSource shown = map.getValue();
            Path file = MaterialOptions.file(order.picture, map.getKey(), shown.depth());
            write(order, shown, file, line);
            if (order.wrapped.isPresent()) {
                SeamText.certify(order.wrapped.get().of(file), shown, line);
            }
            line.line("wrote %s (%s)".formatted(file, ExportRun.written(file)));
        }
    }

    /** A folder that was named for a material may not exist yet. */
    private void makeFolder(Path picture) throws IOException {
        Path folder = picture.getParent();
        if (folder != null && folder.equals(output)) {
            Files.createDirectories(folder);
        }
    }

    /** The colours with the maps that are asked for. */
    private MaterialPlanes planes(Order order, Rendering rendering, PixelSource shown) {
        if (material.made(order.texture)) {
            Wraps wraps =
                    order.axes
                            .map(chosen -> new Wraps(chosen.across(), chosen.down()))
                            .orElse(new Wraps(false, false));
            try (Workers workers = new Workers("ikat-maps", engine.workers())) {
                return MaterialPlanes.made(
                        shown, order.region, wraps, material.madeGreenDown(), workers);
            }
        }
        boolean turns = material.turns(order.texture);
        Map<MapKind, PixelSource> maps = new EnumMap<>(MapKind.class);
        for (MapKind kind : order.kinds) {
            PixelSource map = rendering.map(order.noise, level, kind);
            maps.put(kind, turns && kind == MapKind.NORMAL ? NormalMap.turned(map) : map);
        }
        return new MaterialPlanes(shown, maps, material.greenDown(order.texture));
    }

    private WrappedPicture wrapped(
            TextureModel texture,
            GlobalField field,
            PixelRegion region,
            Axes axes,
            Path picture,
            TileChoice tiles) {
        int channels = texture.spec().colourChannels();
        Halvings halvings =
                (width, height) ->
                        material.target().isPresent()
                                ? 0
                                : Export.evenHalvings(
                                        picture,
                                        new PixelRegion(0, 0, width, height),
                                        channels,
                                        tiles);
        WrapSize period = WrapOptions.size(axes, region, texture.spec(), level, halvings);
        PixelRegion full = fullSize(region);
        WrapOptions.checkCloses(
                field, axes.across() ? full.width() : 0, axes.down() ? full.height() : 0);
        WrapFacts facts =
                new WrapFacts(
                        String.valueOf(model.getFileName()),
                        texture,
                        field.textures(),
                        fields.words(engine.seed()),
                        engine.seed(),
                        period,
                        VersionText.ikatVersion());
        return new WrappedPicture(picture, facts, region, axes, wrap.preview());
    }

    /** The region that a region of a zoom level shows, in full-size pixels. */
    private PixelRegion fullSize(PixelRegion region) {
        int most = Integer.MAX_VALUE >> level;
        if (Math.max(region.width(), region.height()) > most) {
            throw Refusal.usage(
                    "--size is %dx%d, but at --level %d a side can have at most %d pixels",
                    region.width(), region.height(), level, most);
        }
        return new PixelRegion(
                region.left() << level,
                region.top() << level,
                region.width() << level,
                region.height() << level);
    }

    private void write(Order order, PixelSource plane, Path picture, LiveLine line)
            throws IOException {
        PixelRegion region = order.region;
        NoiseField noise = order.noise;
        if (!Export.takes(picture, region, plane)) {
            try (OnDemandImage image = new OnDemandImage(plane, region)) {
                ImageFiles.write(image, picture, ProgressBar.rendering(line));
            }
            return;
        }
        String identity =
                PlaneIdentity.of(
                        model,
                        order.texture,
                        noise.texture(),
                        fullSize(region),
                        engine.seed(),
                        engine.engine(),
                        "%s level %s %s %s %s"
                                .formatted(
                                        VersionText.ikatVersion(),
                                        level,
                                        order.detail,
                                        noise.boundary() + " " + colours.words(),
                                        picture.getFileName()));
        WrappedSides sides =
                new WrappedSides(noise.boundary().cellsX() > 0, noise.boundary().cellsY() > 0);
        new ExportRun(
                        plane,
                        region,
                        picture,
                        order.tiles,
                        engine.workers(),
                        sides,
                        identity,
                        export.restart())
                .write(line);
    }

    private GlobalField field(TextureModel texture, PixelRegion region) throws IOException {
        GlobalField field = fields.field(Textures.of(texture), region, engine.seed());
        int side = texture.spec().picturePixels();
        if (side > 0 && !(field instanceof GlobalField.Constant)) {
            throw RenderWindow.refusal(fields.words(engine.seed()) + " was requested", side);
        }
        return field;
    }

    private Path defaultOutput(PixelRegion region) {
        if (material.target().isPresent()) {
            String target = material.target().get().word();
            return Path.of(OutputFiles.baseName(model) + "-" + target + ".zip");
        }
        String sides = region.width() + "x" + region.height();
        return Path.of(OutputFiles.baseName(model) + "-" + sides + ".png");
    }
}
