package ikat.app;

import ikat.app.engine.Rendering;
import ikat.app.engine.Workshop;
import ikat.app.failure.ExitCodes;
import ikat.app.field.FieldOptions;
import ikat.app.plan.TimeText;
import ikat.app.progress.FileSize;
import ikat.app.progress.LiveLine;
import ikat.app.progress.WritingDisplay;
import ikat.app.training.OutputFiles;
import ikat.app.wrap.CertificateFile;
import ikat.app.wrap.WrappedPicture;
import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.ModelSpec;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.GlobalField;
import ikat.noise.NoiseField;
import ikat.noise.Textures;
import ikat.render.WrapCertificate.Axes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a picture of any size from a trained model. */
@Command(
        name = "render",
        sortOptions = false,
        description = "Make a picture of any size from a trained model.")
final class RenderCommand implements Callable<Integer> {

    private final Workshop workshop;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", arity = "1", description = "A model that 'ikat train' wrote.")
    @SuppressWarnings("NullAway.Init")
    private Path model;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The picture, .png, .jpg or .tif; default: MODEL-WxH.png.")
    private @Nullable Path output;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = PictureSize.Converter.class,
            description = "Size in pixels; default: 1024x1024.")
    private @Nullable PictureSize size;

    @Option(
            names = "--origin",
            paramLabel = "X,Y",
            converter = PlaneOrigin.Converter.class,
            description = "Left upper corner on the endless plane; default: 0,0.")
    private @Nullable PlaneOrigin origin;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private FieldOptions fields;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private WrapOptions wrap;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private EngineOptions engine;

    RenderCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        engine.check();
        Optional<Axes> axes = wrap.axes();
        fields.check();
        TextureModel texture = TextureModel.read(model);
        PixelRegion region = RenderWindow.of(size, origin, texture.spec());
        GlobalField field = field(texture, region);
        Path picture = output == null ? defaultOutput(region) : output;
        LiveLine line = new LiveLine(spec.commandLine().getOut(), workshop.terminal());
        WritingDisplay display = new WritingDisplay(line, System::nanoTime);
        try (Rendering rendering = engine.open(workshop, texture)) {
            if (axes.isPresent()) {
                Boundary.Wrapping boundary = boundary(axes.get(), texture.spec(), region, field);
                PixelSource plane =
                        rendering.plane(new NoiseField(texture, engine.seed(), field, boundary));
                WrappedPicture wrapped =
                        new WrappedPicture(
                                new CertificateFile(
                                        picture,
                                        model,
                                        texture,
                                        field.textures(),
                                        fields.words(engine.seed()),
                                        engine.seed(),
                                        boundary,
                                        VersionText.ikatVersion()),
                                region,
                                axes.get(),
                                wrap.preview());
                wrapped.write(plane, line, display);
            } else {
                NoiseField noise = new NoiseField(texture, engine.seed(), field, Boundary.ENDLESS);
                write(new OnDemandImage(rendering.plane(noise), region), picture, display);
            }
        }
        line.line(
                "wrote %s (%dx%d, %s) in %s"
                        .formatted(
                                picture,
                                region.width(),
                                region.height(),
                                FileSize.of(picture),
                                TimeText.format(Duration.ofNanos(System.nanoTime() - start))));
        return ExitCodes.DONE;
    }

    private static void write(OnDemandImage image, Path picture, WritingDisplay display)
            throws IOException {
        try (image) {
            ImageFiles.write(image, picture, display::show);
        }
    }

    private GlobalField field(TextureModel texture, PixelRegion region) throws IOException {
        GlobalField field = fields.field(Textures.of(texture), region, engine.seed());
        int side = texture.spec().picturePixels();
        if (side > 0 && !(field instanceof GlobalField.Constant)) {
            throw RenderWindow.refusal(fields.words(engine.seed()) + " was asked for", side);
        }
        return field;
    }

    private static Boundary.Wrapping boundary(
            Axes axes, ModelSpec spec, PixelRegion region, GlobalField field) {
        Boundary.Wrapping boundary = WrapOptions.boundary(axes, region, spec);
        WrapOptions.checkCloses(
                field, axes.across() ? region.width() : 0, axes.down() ? region.height() : 0);
        return boundary;
    }

    private Path defaultOutput(PixelRegion region) {
        String sides = region.width() + "x" + region.height();
        return Path.of(OutputFiles.baseName(model) + "-" + sides + ".png");
    }
}
