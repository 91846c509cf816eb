package ikat.studio.serve;

import ikat.studio.serve.MapDocument.MapStroke;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import ikat.text.Checks;
import ikat.texture.Brushed;
import ikat.texture.BrushedCells;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A map that is complete and within the limits; without a base, its texture is a draw by the seed.
 */
record PaintedMap(
        String model,
        long seed,
        Optional<String> base,
        List<String> textures,
        List<PaintedStroke> strokes) {

    private static final int MAX_TEXTURES = 16;
    private static final int MAX_STROKES = 2000;
    private static final int MAX_POINTS = 50_000;
    private static final int MIN_RADIUS = 4;
    private static final int MAX_RADIUS = 4096;
    private static final double FARTHEST = 1L << 36;
    private static final int MAX_TEXT = 400;

    /** A brush stroke with a texture of the map, or null if it draws cells again. */
    private record PaintedStroke(@Nullable Integer texture, Stroke path) {}

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
        List<String> textures = textures(map.textures() == null ? List.of() : map.textures());
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

    private static List<String> textures(List<@Nullable String> textures) {
        checkCount("textures", textures.size(), MAX_TEXTURES);
        List<String> checked = new ArrayList<>();
        for (String texture : textures) {
            if (texture == null) {
                throw new IllegalArgumentException(
                        "texture " + checked.size() + " is null, but must be an expression");
            }
            checkText("texture " + checked.size(), texture);
            checked.add(texture);
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

    /**
     * The plane that this map makes of a model.
     *
     * @throws Problem 400 if the map was painted on another model
     * @throws IllegalArgumentException one sentence, if the model lacks a texture
     */
    Planes.Content on(OpenModel open) {
        if (!model.equals(open.shelved().name())) {
            throw Problem.badRequest(
                    "the map is painted on the model %s, not on %s"
                            .formatted(Query.excerpt(model), open.shelved().name()));
        }
        List<Stroke> rerolls =
                strokes.stream()
                        .filter(stroke -> stroke.texture() == null)
                        .map(PaintedStroke::path)
                        .toList();
        return new Planes.Content(
                seed, field(open), BrushedCells.of(open.model().spec().cellPixels(), rerolls));
    }

    private GlobalField field(OpenModel open) {
        GlobalVector ground =
                base.map(open.textures()::parse).orElseGet(() -> open.textures().random(seed));
        List<GlobalVector> all = textures.stream().map(open.textures()::parse).toList();
        List<Integer> used = new ArrayList<>();
        List<Brushed.Layer> layers = new ArrayList<>();
        for (PaintedStroke stroke : strokes) {
            Integer texture = stroke.texture();
            if (texture != null) {
                if (!used.contains(texture)) {
                    used.add(texture);
                }
                layers.add(new Brushed.Layer(used.indexOf(texture), stroke.path()));
            }
        }
        // Only textures that were painted with: each has its waves, which cost time everywhere.
        return layers.isEmpty()
                ? new GlobalField.Constant(ground)
                : new Brushed(ground, used.stream().map(all::get).toList(), layers);
    }
}
