package ikat.cli;

import ikat.cli.terminal.FilmRun;
import ikat.cli.terminal.LiveLine;
import ikat.film.Camera;
import ikat.film.Film;
import ikat.film.FilmRenderer;
import ikat.film.Pace;
import ikat.film.Repeat;
import ikat.film.Timeline;
import ikat.film.Timeline.Course;
import ikat.film.Walk;
import ikat.image.PixelRegion;
import ikat.model.ModelSpec;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.render.WrapCertificate.Axes;
import ikat.service.Refusal;
import ikat.service.Rendering;
import ikat.service.film.FilmFile;
import ikat.service.film.FilmFormat;
import ikat.service.film.FrameRate;
import ikat.service.train.OutputFiles;
import ikat.text.TimeText;
import ikat.texture.Textures;
import ikat.weave.Detail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Renders a film from a trained model. */
@Command(
        name = "film",
        sortOptions = false,
        description = "Make a film from a trained model.",
        footer = {"", "Only requested motion is shown; if none is requested, the noise drifts."})
final class FilmCommand extends IkatCommand {

    private static final PictureSize SIZE = new PictureSize(512, 512);
    private static final int SECONDS = 6;
    private static final int SECONDS_A_STATION = 2;

    @Parameters(paramLabel = "MODEL", arity = "1", description = "A model that 'ikat train' wrote.")
    private Path model;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "The film: .mp4, .webm, .gif, pictures frame-%%05d.png or a folder for them;"
                            + " default: MODEL.mp4.")
    private @Nullable Path output;

    @Option(names = "--size", paramLabel = "WxH", description = "Size in pixels; default: 512x512.")
    private @Nullable PictureSize size;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "25",
            description = "Frames a second, 0.1 to 120; default: ${DEFAULT-VALUE}.")
    private FrameRate rate;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = LengthConverter.class,
            description = "Length, 0.01s to 60m; default: 6s, or 2s a texture of a walk.")
    private @Nullable Duration duration;

    @Option(names = "--loop", description = "Make a loop: the first frame follows the last.")
    private boolean loop;

    @Mixin private FilmMotion motion;

    @Option(
            names = "--origin",
            paramLabel = "X,Y",
            description = "Upper left corner of the first frame at zoom 1; default: 0,0.")
    private RenderWindow.@Nullable Origin origin;

    @Mixin private FieldOptions fields;

    @Option(
            names = "--wrap",
            paramLabel = "xy|x|y",
            description = "Make every frame join with its copies on both axes or one.")
    private @Nullable Axes wrap;

    @Mixin private EngineOptions engine;

    @Override
    public Integer call() throws IOException {
        engine.check();
        fields.check();
        motion.check(fields);
        FilmFile file =
                FilmFile.of(
                        output == null ? Path.of(OutputFiles.baseName(model) + ".mp4") : output);
        TextureModel texture = TextureModel.read(model);
        Film film = film(texture, file.format());
        LiveLine line = line();
        tellChoices(film, texture, line);
        try (Rendering rendering = engine.open(workshop(), texture, usualDetail(texture, film));
                FilmRenderer renderer = FilmRenderer.of(texture, film, rendering::plane)) {
            return new FilmRun(renderer, file, line).run();
        }
    }

    /** Woven pixels flicker where the noise moves or one texture becomes another. */
    private static Detail usualDetail(TextureModel texture, Film film) {
        return film.isStill() ? Detail.of(texture) : Detail.NETWORK;
    }

    private Timeline timeline(int stations) {
        int unsaid = Math.max(SECONDS, SECONDS_A_STATION * stations);
        Duration length = duration == null ? Duration.ofSeconds(unsaid) : duration;
        long frames = rate.count(length);
        String asked =
                "--duration is %ss at %s frames a second"
                        .formatted(number(length.toMillis() / 1000.0), number(rate.perSecond()));
        if (frames < 1) {
            throw Refusal.usage("%s, which is no frame at all; make it longer", asked);
        }
        if (loop && frames < 2) {
            throw Refusal.usage(
                    "%s, which is 1 frame, but --loop needs at least 2; make it longer", asked);
        }
        return new Timeline((int) frames, rate.perSecond(), loop ? Course.LOOP : Course.ONCE);
    }

    private Film film(TextureModel texture, FilmFormat format) throws IOException {
        PixelRegion region = region(texture.spec());
        format.check(region.width(), region.height(), rate);
        Textures textures = Textures.of(texture);
        Optional<Walk> walk = motion.walk(textures, engine.seed(), fields);
        Walk path =
                walk.isPresent()
                        ? walk.get()
                        : Walk.stay(fields.field(textures, region, engine.seed()));
        Repeat repeat = repeat(texture.spec(), region);
        if (wrap != null) {
            WrapOptions.checkCloses(path.stations().get(0), repeat.width(), repeat.height());
        }
        Film film =
                Film.of(
                                region.width(),
                                region.height(),
                                timeline(path.stations().size()),
                                path.stations().get(0))
                        .withSeed(engine.seed())
                        .withWalk(path)
                        .withPace(motion.pace())
                        .withRepeat(repeat);
        FilmMotion.Pan pan = motion.pan();
        checkPan("x", pan.x(), repeat.width());
        checkPan("y", pan.y(), repeat.height());
        FilmMotion.Zoom zoom = motion.zoom();
        return film.withCamera(
                new Camera(region.left(), region.top(), pan.x(), pan.y(), zoom.from(), zoom.to()));
    }

    private PixelRegion region(ModelSpec texture) {
        boolean asked = size != null || texture.picturePixels() > 0;
        PixelRegion region = RenderWindow.of(asked ? size : SIZE, origin, texture);
        if (Math.max(region.width(), region.height()) > Film.LONGEST_SIDE) {
            throw Refusal.usage(
                    "--size is %s, but a film has at most %d pixels a side",
                    size, Film.LONGEST_SIDE);
        }
        if (texture.picturePixels() > 0 && (motion.pan().moves() || motion.zoom().zooms())) {
            throw RenderWindow.refusal("--pan or --zoom was given", texture.picturePixels());
        }
        return region;
    }

    private Repeat repeat(ModelSpec texture, PixelRegion region) {
        if (wrap == null) {
            return Repeat.NEVER;
        }
        Boundary.Wrapping boundary = WrapOptions.boundary(wrap, region, texture);
        return new Repeat(
                boundary.cellsX() * texture.cellPixels(), boundary.cellsY() * texture.cellPixels());
    }

    private void checkPan(String axis, double pan, long period) {
        if (loop && pan != 0 && period == 0) {
            throw Refusal.usage(
                    "--pan along %s cannot close in a --loop on an endless plane; add --wrap %s, or"
                            + " leave --loop out",
                    axis, wrap == null ? axis : "xy");
        }
    }

    /** Reports what was chosen, and how a loop adapted the requested motion. */
    private void tellChoices(Film film, TextureModel texture, LiveLine line) {
        if (motion.isUnsaid()) {
            line.line(motion.chosen(Textures.of(texture), fields));
        }
        Pace pace = film.pace().within(film.timeline());
        Camera camera = film.camera().within(film.timeline(), film.repeat());
        tellRounded(line, "--drift", film.pace().drift(), pace.drift());
        tellRounded(line, "--travel", film.pace().travel(), pace.travel());
        tellRounded(line, "--pan along x", film.camera().panX(), camera.panX());
        tellRounded(line, "--pan along y", film.camera().panY(), camera.panY());
    }

    private static void tellRounded(LiveLine line, String option, double asked, double done) {
        if (Math.abs(asked - done) > 0.005 * Math.abs(asked)) {
            line.line(
                    "%s is %s instead of %s, so that the loop closes"
                            .formatted(option, number(done), number(asked)));
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value)
                .replaceFirst("0+$", "")
                .replaceFirst("\\.$", "");
    }

    /** Converter of a film's length; a number without a unit is in seconds. */
    static final class LengthConverter implements ITypeConverter<Duration> {
        private static final Duration LEAST = Duration.ofMillis(10);
        private static final Duration MOST = Duration.ofHours(1);

        @Override
        public Duration convert(String text) {
            String time = text.trim();
            Duration length = TimeText.read(time.matches("[\\d.]+") ? time + "s" : time);
            if (length.compareTo(LEAST) < 0 || length.compareTo(MOST) > 0) {
                throw new BadValue(text, "a time from 0.01s to 60m, such as 6s");
            }
            return length;
        }
    }
}
