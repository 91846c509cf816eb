package ikat.studio.jobs.films;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import ikat.film.Film;
import ikat.film.Pace;
import ikat.film.Timeline;
import ikat.film.Timeline.Course;
import ikat.film.Walk;
import ikat.noise.Motion;
import ikat.service.film.FilmFormat;
import ikat.service.film.FrameRate;
import ikat.studio.serve.OpenModel;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import ikat.text.Checks;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loop that is to become a film, as JSON: what the live picture plays as a loop, frame by frame.
 *
 * @param model an id, with or without a version
 * @param seed of the noise, null for 0
 * @param textures expressions, at most 16; null or none for a model that has one texture only
 * @param weights the share of each texture, not negative, not all 0
 * @param width in pixels, even, 64 to 1024, null for 512
 * @param height like width
 * @param seconds that the loop takes, 0.5 to 60, null for 6
 * @param rate frames a second, 1 to 30, null for 25
 * @param drift turns of the local noise a second, null for 0
 * @param reach of the drift, 0 to 1, null for 1
 * @param travel turns of every wave a second, null for 0
 * @param phase turns by which every wave is shifted, null for 0
 * @param format mp4, webm or gif, null for mp4
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "model",
    "seed",
    "textures",
    "weights",
    "width",
    "height",
    "seconds",
    "rate",
    "drift",
    "reach",
    "travel",
    "phase",
    "format"
})
public record FilmOrder(
        @Nullable String model,
        @Nullable Long seed,
        @Nullable List<String> textures,
        @Nullable List<Double> weights,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double seconds,
        @Nullable Double rate,
        @Nullable Double drift,
        @Nullable Double reach,
        @Nullable Double travel,
        @Nullable Double phase,
        @Nullable String format) {

    private static final int MOST_TEXTURES = 16;
    private static final int LEAST_SIDE = 64;
    private static final int MOST_SIDE = 1024;
    private static final double MOST_SECONDS = 60;
    private static final double MOST_RATE = 30;
    private static final double FASTEST = 10;

    /**
     * This order with the defaults filled in, checked.
     *
     * @param modelId the id with a version
     * @throws IllegalArgumentException one sentence, if something is out of its range
     */
    FilmOrder complete(String modelId) {
        List<String> some = textures == null ? List.of() : List.copyOf(textures);
        List<Double> shares = weights == null ? List.of() : List.copyOf(weights);
        Checks.range("the number of textures", some.size(), 0, MOST_TEXTURES);
        if (shares.size() != some.size()) {
            throw Problem.badRequest(
                    "there are %s weights, but must be one for each of the %s textures"
                            .formatted(shares.size(), some.size()));
        }
        for (double share : shares) {
            Checks.range("a weight", share, 0, 1e6);
        }
        if (!some.isEmpty() && shares.stream().allMatch(share -> share == 0)) {
            throw Problem.badRequest("the weights are all 0, but at least one must be above 0");
        }
        FilmOrder whole =
                new FilmOrder(
                        modelId,
                        or(seed, 0L),
                        some,
                        shares,
                        side("width", or(width, 512)),
                        side("height", or(height, 512)),
                        Checks.range("seconds", or(seconds, 6.0), 0.5, MOST_SECONDS),
                        Checks.range("rate", or(rate, 25.0), 1, MOST_RATE),
                        Checks.range("drift", or(drift, 0.0), -FASTEST, FASTEST),
                        Checks.range("reach", or(reach, 1.0), 0, 1),
                        Checks.range("travel", or(travel, 0.0), -FASTEST, FASTEST),
                        Checks.range("phase", or(phase, 0.0), 0, 1),
                        Query.constant(Kind.class, "format", or(format, "mp4")).word());
        if (or(whole.drift, 0.0) == 0 && or(whole.travel, 0.0) == 0) {
            throw Problem.badRequest(
                    "drift and travel are 0, so nothing moves in the loop; give one of them");
        }
        return whole;
    }

    private static int side(String name, int pixels) {
        Checks.range(name, pixels, LEAST_SIDE, MOST_SIDE);
        if (pixels % 2 != 0) {
            throw Problem.badRequest(name + " is " + pixels + ", but must be even for a film");
        }
        return pixels;
    }

    private static <T> T or(@Nullable T value, T usual) {
        return value == null ? usual : value;
    }

    /** The format of the file. */
    Kind kind() {
        return Query.constant(Kind.class, "format", or(format, "mp4"));
    }

    /**
     * The film of a complete order.
     *
     * @throws IllegalArgumentException one sentence, if the model has no such texture
     */
    Film film(OpenModel open) {
        double perSecond = or(rate, 25.0);
        int frames = (int) Math.max(2, Math.round(or(seconds, 6.0) * perSecond));
        kind().film.check(or(width, 512), or(height, 512), FrameRate.of(perSecond));
        Timeline timeline = new Timeline(frames, perSecond, Course.LOOP);
        return Film.of(or(width, 512), or(height, 512), timeline, field(open))
                .withSeed(or(seed, 0L))
                .withWalk(Walk.stay(field(open)))
                .withPace(new Pace(or(drift, 0.0), or(travel, 0.0)));
    }

    private GlobalField field(OpenModel open) {
        List<String> some = or(textures, List.of());
        if (!open.hasSeveral()) {
            return GlobalField.NONE;
        }
        if (some.isEmpty()) {
            throw Problem.badRequest("textures is empty, but must have from 1 to " + MOST_TEXTURES);
        }
        List<GlobalField> parts = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        double sum = or(weights, List.<Double>of()).stream().mapToDouble(share -> share).sum();
        for (int i = 0; i < some.size(); i++) {
            GlobalVector texture = open.textures().parse(some.get(i));
            double share = or(weights, List.<Double>of()).get(i) / sum;
            if (share > 0) {
                parts.add(new GlobalField.Constant(texture));
                shares.add(share);
            }
        }
        return parts.size() == 1 ? parts.get(0) : new GlobalField.Mixture(parts, shares);
    }

    /** Where the noise is in the live picture when a film without reach and phase is here. */
    Motion moved(Motion plain) {
        return new Motion(plain.displacement(or(reach, 1.0)), plain.travel() + or(phase, 0.0));
    }

    /** The formats. */
    enum Kind {
        MP4(FilmFormat.MP4, "video/mp4"),
        WEBM(FilmFormat.WEBM, "video/webm"),
        GIF(FilmFormat.GIF, "image/gif");

        private final FilmFormat film;
        final String mediaType;

        Kind(FilmFormat film, String mediaType) {
            this.film = film;
            this.mediaType = mediaType;
        }

        /** The name in requests and the ending of files. */
        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
