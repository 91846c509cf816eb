package ikat.cli;

import ikat.film.Camera;
import ikat.film.Pace;
import ikat.film.Walk;
import ikat.service.Refusal;
import ikat.text.Checks;
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of motion in a film. */
final class FilmMotion {

    /** One turn in seven seconds: lively without flicker. */
    private static final double DRIFT = 0.15;

    private static final double FASTEST = 100;
    private static final int MOST_STATIONS = 256;
    private static final Pattern RANDOM = Pattern.compile("random:(\\d{1,9})");

    /**
     * Speed of the camera's pan in pixels per second.
     *
     * @param x to the right
     * @param y downwards
     */
    record Pan(double x, double y) {
        static final Pan NONE = new Pan(0, 0);
        static final String ALLOWED =
                "X,Y in pixels a second, each from -%.0f to %.0f, such as 20,0"
                        .formatted(Camera.FASTEST_PAN, Camera.FASTEST_PAN);

        Pan {
            Checks.range("x", x, -Camera.FASTEST_PAN, Camera.FASTEST_PAN);
            Checks.range("y", y, -Camera.FASTEST_PAN, Camera.FASTEST_PAN);
        }

        boolean moves() {
            return x != 0 || y != 0;
        }
    }

    /**
     * Magnification of the texture.
     *
     * @param from at the beginning
     * @param to at the end, or half way through a loop
     */
    record Zoom(double from, double to) {
        private static final double LEAST = 1 / Camera.MOST_ZOOM;
        static final Zoom NONE = new Zoom(1, 1);
        static final String ALLOWED =
                "A..B, each from " + LEAST + " to " + (int) Camera.MOST_ZOOM + ", such as 1..2";

        Zoom {
            Checks.range("from", from, LEAST, Camera.MOST_ZOOM);
            Checks.range("to", to, LEAST, Camera.MOST_ZOOM);
        }

        boolean zooms() {
            return from != 1 || to != 1;
        }
    }

    @Option(
            names = "--walk",
            paramLabel = "A,B,...",
            description = "Go from texture to texture; random:N for N drawn by the seed.")
    private @Nullable String walk;

    @Option(
            names = "--drift",
            paramLabel = "X",
            description = "Turns a second of the local noise, -100 to 100; default: 0.")
    private @Nullable Double drift;

    @Option(
            names = "--travel",
            paramLabel = "X",
            description = "Turns a second of the waves, -100 to 100; default: 0.")
    private @Nullable Double travel;

    @Option(
            names = "--pan",
            paramLabel = "X,Y",
            description = "Pixels a second that the camera moves; default: 0,0.")
    private @Nullable Pan pan;

    @Option(
            names = "--zoom",
            paramLabel = "A..B",
            description = "Magnification at the start and at the end, 0.0625 to 16; default: 1..1.")
    private @Nullable Zoom zoom;

    /**
     * Checks that options do not contradict each other, before anything is read.
     *
     * @throws Refusal one sentence
     */
    void check(FieldOptions fields) {
        checkTurns("--drift", drift);
        checkTurns("--travel", travel);
        if (walk != null && fields.given()) {
            throw Refusal.usage(
                    "--walk goes through textures that each fill the plane, so it excludes any"
                            + " other field (%s); give one of them",
                    fields.words(0));
        }
    }

    private static void checkTurns(String option, @Nullable Double turns) {
        if (turns != null && !(Math.abs(turns) <= FASTEST)) {
            throw Refusal.usage(
                    "%s is %s, but must be from -100 to 100 turns a second", option, turns);
        }
    }

    /** Whether no motion was requested. */
    boolean isUnsaid() {
        return walk == null && drift == null && travel == null && pan == null && zoom == null;
    }

    /** The stations of the walk, if a walk was requested. */
    Optional<Walk> walk(Textures textures, long seed, FieldOptions fields) {
        if (walk != null) {
            String asked = walk;
            return Optional.of(OptionError.naming("--walk", () -> walk(asked, textures, seed)));
        }
        List<String> names = textures.names();
        return isUnsaid() && !fields.given() && names.size() > 1
                ? Optional.of(Walk.through(names.stream().map(textures::named).toList()))
                : Optional.empty();
    }

    private static Walk walk(String asked, Textures textures, long seed) {
        textures.requireSeveral();
        Matcher random = RANDOM.matcher(asked.trim());
        List<GlobalVector> stations = new ArrayList<>();
        if (random.matches()) {
            int count = Integer.parseInt(random.group(1));
            checkStations(count, asked);
            for (int i = 0; i < count; i++) {
                stations.add(textures.random(seed + i));
            }
        } else {
            stations.addAll(textures.parseAll(asked));
            checkStations(stations.size(), asked);
        }
        return Walk.through(stations);
    }

    private static void checkStations(int count, String asked) {
        if (count < 2 || count > MOST_STATIONS) {
            throw Refusal.usage(
                    "--walk is %s, but must go through 2 to %d textures; one stays with --texture",
                    asked, MOST_STATIONS);
        }
    }

    Pace pace() {
        return isUnsaid()
                ? new Pace(DRIFT, 0)
                : new Pace(drift == null ? 0 : drift, travel == null ? 0 : travel);
    }

    Pan pan() {
        return pan == null ? Pan.NONE : pan;
    }

    Zoom zoom() {
        return zoom == null ? Zoom.NONE : zoom;
    }

    /** Describes what was chosen when no motion was requested. */
    String chosen(Textures textures, FieldOptions fields) {
        List<String> names = textures.names();
        String path =
                fields.given() || names.size() < 2 ? "" : " --walk " + String.join(",", names);
        return "no motion was requested: using --drift " + DRIFT + path;
    }
}
