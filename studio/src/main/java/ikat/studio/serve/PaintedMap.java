package ikat.studio.serve;

import ikat.studio.serve.MapDocument.MapStroke;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import ikat.text.Checks;
import ikat.texture.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A map that is complete and within the limits; without a base, its texture is a draw by the seed.
 */
record PaintedMap(
        String model,
        long seed,
        Optional<String> base,
        List<Texture> textures,
        List<PaintedStroke> strokes) {

    private static final int MAX_TEXTURES = 16;
    private static final int MAX_MODELS = 8;
    private static final int MAX_STROKES = 2000;
    private static final int MAX_POINTS = 50_000;
    private static final int MIN_RADIUS = 4;
    private static final int MAX_RADIUS = 4096;
    private static final double FARTHEST = 1L << 36;
    private static final int MAX_TEXT = 400;

    /** A brush stroke with a texture of the map, or null if it draws cells again. */
    record PaintedStroke(@Nullable Integer texture, Stroke path) {}

    /**
     * A texture to paint with.
     *
     * @param other the name of its model, empty if it is that of the map
     * @param expression empty for the only texture of its model, or a draw by the seed
     */
    record Texture(Optional<String> other, Optional<String> expression) {}

    /**
     * Checks all that can be checked without the model.
     *
     * @throws IllegalArgumentException one sentence
     */
    static PaintedMap of(MapDocument map) {
        String model = map.model();
        if (model == null || model.isBlank()) {
            throw new IllegalArgumentException("model is missing; give the name of one");
        }
        List<Texture> textures =
                textures(model, map.textures() == null ? List.of() : map.textures());
        checkCount("models", map.models().size(), MAX_MODELS);
        if (map.base() != null) {
            checkText("base", map.base());
        }
        return new PaintedMap(
                model,
                map.seed() == null ? 0 : map.seed(),
                Optional.ofNullable(map.base()),
                textures,
                strokes(map.strokes() == null ? List.of() : map.strokes(), textures.size()));
    }

    private static List<Texture> textures(String model, List<@Nullable MapTexture> textures) {
        checkCount("textures", textures.size(), MAX_TEXTURES);
        List<Texture> checked = new ArrayList<>();
        for (MapTexture texture : textures) {
            String which = "texture " + checked.size();
            if (texture == null) {
                throw new IllegalArgumentException(
                        which + " is null, but must be an expression or an object");
            }
            Optional<String> named = Optional.ofNullable(texture.model());
            Optional<String> expression = Optional.ofNullable(texture.texture());
            named.ifPresent(name -> checkText("the model of " + which, name));
            expression.ifPresent(words -> checkText(which, words));
            checked.add(new Texture(named.filter(name -> !name.equals(model)), expression));
        }
        return checked;
    }

    private static void checkText(String name, String text) {
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException(
                    "%s has %d characters, but must have at most %d"
                            .formatted(name, text.length(), MAX_TEXT));
        }
    }

    private static List<PaintedStroke> strokes(List<@Nullable MapStroke> strokes, int textures) {
        checkCount("strokes", strokes.size(), MAX_STROKES);
        List<PaintedStroke> checked = new ArrayList<>();
        int points = 0;
        for (MapStroke stroke : strokes) {
            if (stroke == null) {
                throw new IllegalArgumentException("stroke " + checked.size() + " is null");
            }
            String of = " of stroke " + checked.size();
            checkTexture(of, stroke, textures);
            Stroke path = path(of, stroke);
            points += path.points().size();
            checked.add(new PaintedStroke(stroke.texture(), path));
        }
        checkCount("points in all strokes", points, MAX_POINTS);
        return checked;
    }

    private static Stroke path(String of, MapStroke stroke) {
        if (stroke.radius() == null) {
            throw new IllegalArgumentException(
                    "radius%s is missing, but must be from %d to %d"
                            .formatted(of, MIN_RADIUS, MAX_RADIUS));
        }
        double softness = stroke.softness() == null ? 0 : stroke.softness();
        return new Stroke(
                Checks.range("radius" + of, stroke.radius(), MIN_RADIUS, MAX_RADIUS),
                Checks.range("softness" + of, softness, 0, 1),
                points(of, stroke.points()));
    }

    private static void checkTexture(String of, MapStroke stroke, int textures) {
        Integer texture = stroke.texture();
        if (Boolean.TRUE.equals(stroke.reroll()) == (texture != null)) {
            throw new IllegalArgumentException(
                    "what is painted"
                            + of
                            + " is not clear; give either texture or \"reroll\": true");
        }
        if (texture != null && textures == 0) {
            throw new IllegalArgumentException(
                    "texture" + of + " is " + texture + ", but the map has no textures");
        }
        if (texture != null) {
            Checks.range("texture" + of, texture, 0, textures - 1);
        }
    }

    private static List<Stroke.Point> points(
            String of, @Nullable List<double @Nullable []> points) {
        if (points == null || points.isEmpty()) {
            throw new IllegalArgumentException(
                    "points" + of + " are missing; there must be at least one");
        }
        return points.stream().map(point -> point(of, point)).toList();
    }

    private static Stroke.Point point(String of, double @Nullable [] point) {
        if (point == null || point.length != 2) {
            throw new IllegalArgumentException(
                    "a point" + of + " is not a pair of numbers; write [x,y]");
        }
        return new Stroke.Point(
                Checks.range("x of a point" + of, point[0], -FARTHEST, FARTHEST),
                Checks.range("y of a point" + of, point[1], -FARTHEST, FARTHEST));
    }

    private static void checkCount(String name, int count, int max) {
        if (count > max) {
            throw new IllegalArgumentException(
                    "there are " + count + " " + name + ", but there may be at most " + max);
        }
    }

    /** The strokes that draw cells again. */
    List<Stroke> rerolls() {
        return strokes.stream()
                .filter(stroke -> stroke.texture() == null)
                .map(PaintedStroke::path)
                .toList();
    }

    /**
     * The textures that strokes paint with, by number, in the order of their first strokes. Only
     * these make a plane: each has its waves, which cost time everywhere.
     */
    List<Integer> used() {
        return strokes.stream()
                .flatMap(stroke -> Stream.ofNullable(stroke.texture()))
                .distinct()
                .toList();
    }

    /** The names of the further models that strokes paint with. */
    List<String> others() {
        return used().stream().flatMap(i -> textures.get(i).other().stream()).distinct().toList();
    }

    /**
     * Checks that this map is painted on a model.
     *
     * @throws Problem 400 if it is not
     */
    void checkModel(ShelvedModel shelved) {
        if (!model.equals(shelved.name())) {
            throw Problem.badRequest(
                    "the map is painted on the model %s, not on %s"
                            .formatted(Query.excerpt(model), shelved.name()));
        }
    }
}
