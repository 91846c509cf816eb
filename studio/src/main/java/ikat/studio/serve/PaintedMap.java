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
 * A map that is complete and within the limits.
 *
 * @param document that it was read from
 * @param model by name
 * @param seed of the noise
 * @param base an expression, or empty for a draw by the seed
 * @param textures expressions
 * @param strokes in the order in which they were painted
 */
record PaintedMap(
        MapDocument document,
        String model,
        long seed,
        Optional<String> base,
        List<String> textures,
        List<MapStroke> strokes) {

    private static final int MAX_TEXTURES = 16;
    private static final int MAX_STROKES = 2000;
    private static final int MAX_POINTS = 50_000;
    private static final int MIN_RADIUS = 4;
    private static final int MAX_RADIUS = 4096;
    private static final double FARTHEST = 1L << 36;
    private static final int MAX_TEXT = 400;

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
                map,
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

    private static List<MapStroke> strokes(List<@Nullable MapStroke> strokes, int textures) {
        checkCount("strokes", strokes.size(), MAX_STROKES);
        List<MapStroke> checked = new ArrayList<>();
        int points = 0;
        for (MapStroke stroke : strokes) {
            String of = " of stroke " + checked.size();
            if (stroke == null) {
                throw new IllegalArgumentException("stroke " + checked.size() + " is null");
            }
            checkTexture(of, stroke, textures);
            if (stroke.radius() == null) {
                throw new IllegalArgumentException(
                        "radius%s is missing, but must be from %d to %d"
                                .formatted(of, MIN_RADIUS, MAX_RADIUS));
            }
            Checks.range("radius" + of, stroke.radius(), MIN_RADIUS, MAX_RADIUS);
            Checks.range("softness" + of, stroke.softness() == null ? 0 : stroke.softness(), 0, 1);
            points += checkPoints(of, stroke.points());
            checked.add(stroke);
        }
        checkCount("points in all strokes", points, MAX_POINTS);
        return checked;
    }

    private static void checkTexture(String of, MapStroke stroke, int textures) {
        Integer texture = stroke.texture();
        if (stroke.isReroll() == (texture != null)) {
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

    private static int checkPoints(String of, @Nullable List<double @Nullable []> points) {
        if (points == null || points.isEmpty()) {
            throw new IllegalArgumentException(
                    "points" + of + " are missing; there must be at least one");
        }
        for (double[] point : points) {
            if (point == null || point.length != 2) {
                throw new IllegalArgumentException(
                        "a point" + of + " is not a pair of numbers; write [x,y]");
            }
            Checks.range("x of a point" + of, point[0], -FARTHEST, FARTHEST);
            Checks.range("y of a point" + of, point[1], -FARTHEST, FARTHEST);
        }
        return points.size();
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
                strokes.stream().filter(MapStroke::isReroll).map(MapStroke::stroke).toList();
        return new Planes.Content(
                seed, field(open), BrushedCells.of(open.model().spec().cellPixels(), rerolls));
    }

    private GlobalField field(OpenModel open) {
        GlobalVector ground =
                base.map(open.textures()::parse).orElseGet(() -> open.textures().random(seed));
        List<GlobalVector> all = textures.stream().map(open.textures()::parse).toList();
        List<Integer> used = new ArrayList<>();
        List<Brushed.Layer> layers = new ArrayList<>();
        for (MapStroke stroke : strokes) {
            Integer texture = stroke.texture();
            if (texture != null) {
                if (!used.contains(texture)) {
                    used.add(texture);
                }
                layers.add(new Brushed.Layer(used.indexOf(texture), stroke.stroke()));
            }
        }
        // Only textures that were painted with: each has its waves, which cost time everywhere.
        return layers.isEmpty()
                ? new GlobalField.Constant(ground)
                : new Brushed(ground, used.stream().map(all::get).toList(), layers);
    }
}
