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
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.WrapCertificate;
import ikat.render.WrapCertificate.Axes;
import ikat.service.Refusal;
import ikat.service.Rendering;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
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

    @Mixin private WrapOptions wrap;

    @Mixin private ExportOptions export;

    @Mixin private EngineOptions engine;

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        engine.check();
        Optional<Axes> axes = wrap.axes();
        fields.check();
        TileChoice tiles = export.tiles();
        OptionError.range("--level", level, 0, ZoomablePlane.MOST_LEVEL);
        TextureModel texture = TextureModel.read(model);
        PixelRegion region = RenderWindow.of(size, origin, texture.spec());
        GlobalField field = field(texture, fullSize(region));
        Path picture = output == null ? defaultOutput(region) : output;
        Optional<WrappedPicture> wrapped =
                axes.map(chosen -> wrapped(texture, field, region, chosen, picture, tiles));
        Boundary boundary =
                wrapped.<Boundary>map(it -> it.facts().boundary()).orElse(Boundary.ENDLESS);
        NoiseField noise = new NoiseField(texture, engine.seed(), field, boundary);
        LiveLine line = line();
        try (Rendering rendering = engine.open(workshop(), texture)) {
            PixelSource plane = level > 0 ? rendering.halved(noise, level) : rendering.plane(noise);
            if (wrapped.isPresent()) {
                wrapped.get().check(plane);
                RoundingText.lines(wrapped.get().facts()).forEach(line::line);
            }
            write(texture, noise, plane, region, picture, tiles, line);
            if (wrapped.isPresent()) {
                certify(wrapped.get(), plane, line);
            }
        }
        line.line(
                "wrote %s (%dx%d, %s) in %s"
                        .formatted(
                                picture,
                                region.width(),
                                region.height(),
                                ExportRun.written(picture),
                                TimeText.format(Duration.ofNanos(System.nanoTime() - start))));
        return ExitCode.OK;
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
                        Export.evenHalvings(
                                picture, new PixelRegion(0, 0, width, height), channels, tiles);
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

    private static void certify(WrappedPicture wrapped, PixelSource plane, LiveLine line)
            throws IOException {
        WrapCertificate found = wrapped.write(plane);
        line.line(verdict("x", found.across()));
        line.line(verdict("y", found.down()));
        line.line("wrote " + wrapped.certificate());
        wrapped.preview().ifPresent(preview -> line.line("wrote " + preview));
    }

    private static String verdict(String axis, WrapCertificate.Seam seam) {
        if (!seam.wraps()) {
            return axis + ": does not wrap";
        }
        String repeat =
                seam.different() == 0
                        ? "repeats exactly (%s pixels compared)"
                        : "differs in %2$s of %1$s pixels one period on";
        return String.format(
                Locale.ROOT,
                "%s: %s, %s; edge %.1f levels, inside %.1f",
                axis,
                seam.seamless() ? "seamless" : "not seamless",
                repeat.formatted(seam.compared(), seam.different()),
                seam.edge().mean(),
                seam.inside().mean());
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

    private void write(
            TextureModel texture,
            NoiseField noise,
            PixelSource plane,
            PixelRegion region,
            Path picture,
            TileChoice tiles,
            LiveLine line)
            throws IOException {
        if (!Export.takes(picture, region, plane.channels())) {
            try (OnDemandImage image = new OnDemandImage(plane, region)) {
                ImageFiles.write(image, picture, ProgressBar.rendering(line));
            }
            return;
        }
        String identity =
                PlaneIdentity.of(
                        model,
                        texture,
                        noise.texture(),
                        fullSize(region),
                        engine.seed(),
                        engine.engine(),
                        "%s level %s %s %s"
                                .formatted(
                                        VersionText.ikatVersion(),
                                        level,
                                        engine.detail(Detail.of(texture)),
                                        noise.boundary()));
        WrappedSides sides =
                new WrappedSides(noise.boundary().cellsX() > 0, noise.boundary().cellsY() > 0);
        new ExportRun(
                        plane,
                        region,
                        picture,
                        tiles,
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
        String sides = region.width() + "x" + region.height();
        return Path.of(OutputFiles.baseName(model) + "-" + sides + ".png");
    }
}
