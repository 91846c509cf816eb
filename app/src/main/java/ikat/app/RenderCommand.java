package ikat.app;

import ikat.app.engine.Rendering;
import ikat.app.engine.Workshop;
import ikat.app.failure.ExitCodes;
import ikat.app.failure.Refusal;
import ikat.app.plan.TimeText;
import ikat.app.progress.FileSize;
import ikat.app.progress.LiveLine;
import ikat.app.progress.WritingDisplay;
import ikat.app.training.OutputFiles;
import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    private static final int MOST_THREADS = 1024;

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
            defaultValue = "1024x1024",
            converter = PictureSize.Converter.class,
            description = "Size in pixels; default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private PictureSize size;

    @Option(
            names = "--origin",
            paramLabel = "X,Y",
            defaultValue = "0,0",
            converter = PlaneOrigin.Converter.class,
            description = "Left upper corner on the endless plane; default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private PlaneOrigin origin;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Which of the endless textures; default: 0.")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Default: all processors.")
    private @Nullable Integer threads;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = Workshop.FASTEST,
            converter = EngineConverter.class,
            description = "auto, torch (fast) or java (no native library); default: auto.")
    @SuppressWarnings("NullAway.Init")
    private String engine;

    RenderCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        int workers = threads();
        PixelRegion region = new PixelRegion(origin.x(), origin.y(), size.width(), size.height());
        Path picture = output == null ? defaultOutput() : output;
        LiveLine line = new LiveLine(spec.commandLine().getOut(), workshop.terminal());
        WritingDisplay display = new WritingDisplay(line, System::nanoTime);
        TextureModel texture = TextureModel.read(model);
        checkRow(texture.spec().colourChannels());
        try (Rendering rendering = workshop.open(texture, workers, engine)) {
            PixelSource plane = rendering.plane(NoiseField.endless(texture, seed));
            ImageFiles.write(new OnDemandImage(plane, region), picture, display::show);
        }
        line.line(
                "wrote %s (%s, %s) in %s"
                        .formatted(
                                picture,
                                size,
                                FileSize.of(picture),
                                TimeText.format(Duration.ofNanos(System.nanoTime() - start))));
        return ExitCodes.DONE;
    }

    /** Pictures are made row by row. */
    private void checkRow(int channels) {
        int most = Integer.MAX_VALUE / channels;
        if (size.width() > most) {
            throw Refusal.usage(
                    "--size is " + size + ", but a row can have at most " + most + " pixels");
        }
    }

    private int threads() {
        if (threads == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw Refusal.usage(
                    "--threads is " + threads + ", but must be from 1 to " + MOST_THREADS);
        }
        return threads;
    }

    private Path defaultOutput() {
        return Path.of(OutputFiles.baseName(model) + "-" + size + ".png");
    }
}
