package ikat.studio.serve;

import ikat.studio.web.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses maps that are none or too large, one sentence each. */
final class MapCheck {

    static final int MOST_TEXTURES = 16;
    static final int MOST_STROKES = 2000;
    static final int MOST_POINTS = 50_000;
    static final double LEAST_RADIUS = 4;
    static final double MOST_RADIUS = 4096;
    static final double FARTHEST = 1L << 36;
    private static final int MOST_TEXT = 400;

    private MapCheck() {}

    /**
     * Checks all that can be told without the model.
     *
     * @throws IllegalArgumentException one sentence
     */
    static CheckedMap check(MapDocument map) {
        String model = map.model();
        if (model == null || model.isBlank()) {
            throw new IllegalArgumentException("model is missing; give the name of one");
        }
        List<String> textures = textures(map.textures() == null ? List.of() : map.textures());
        if (map.base() != null) {
            checkText("base", map.base());
        }
        List<MapStroke> strokes =
                strokes(map.strokes() == null ? List.of() : map.strokes(), textures.size());
        return new CheckedMap(
                map,
                model,
                map.seed() == null ? 0 : map.seed(),
                Optional.ofNullable(map.base()),
                textures,
                strokes);
    }

    private static List<String> textures(List<@Nullable String> textures) {
        checkCount("textures", textures.size(), MOST_TEXTURES);
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
        if (text.length() > MOST_TEXT) {
            throw new IllegalArgumentException(
                    name
                            + " has "
                            + text.length()
                            + " characters, but must have at most "
                            + MOST_TEXT);
        }
    }

    private static List<MapStroke> strokes(List<@Nullable MapStroke> strokes, int textures) {
        checkCount("strokes", strokes.size(), MOST_STROKES);
        List<MapStroke> checked = new ArrayList<>();
        int points = 0;
        for (MapStroke stroke : strokes) {
            String of = " of stroke " + checked.size();
            if (stroke == null) {
                throw new IllegalArgumentException("stroke " + checked.size() + " is null");
            }
            checkTexture(of, stroke, textures);
            checkRange("radius" + of, stroke.radius(), LEAST_RADIUS, MOST_RADIUS);
            checkRange("softness" + of, stroke.softness() == null ? 0 : stroke.softness(), 0, 1);
            points += checkPoints(of, stroke.points());
            checked.add(stroke);
        }
        checkCount("points in all strokes", points, MOST_POINTS);
        return checked;
    }

    private static void checkTexture(String of, MapStroke stroke, int textures) {
        Integer texture = stroke.texture();
        if (stroke.drawsAnew() == (texture != null)) {
            throw new IllegalArgumentException(
                    "what is painted"
                            + of
                            + " is not clear; give either texture or \"reroll\": true");
        }
        if (texture != null && (texture < 0 || texture >= textures)) {
            throw new IllegalArgumentException(
                    "texture"
                            + of
                            + " is "
                            + texture
                            + ", but "
                            + (textures == 0
                                    ? "the map has no textures"
                                    : "must be from 0 to " + (textures - 1)));
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
                        "a point" + of + " is no pair of numbers; write [x,y]");
            }
            checkRange("x of a point" + of, point[0], -FARTHEST, FARTHEST);
            checkRange("y of a point" + of, point[1], -FARTHEST, FARTHEST);
        }
        return points.size();
    }

    private static void checkCount(String name, int count, int most) {
        if (count > most) {
            throw new IllegalArgumentException(
                    "there are " + count + " " + name + ", but there may be at most " + most);
        }
    }

    private static void checkRange(String name, @Nullable Double value, double least, double most) {
        if (value == null || !(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    name
                            + " is "
                            + (value == null ? "missing" : Query.excerpt(number(value)))
                            + ", but must be from "
                            + number(least)
                            + " to "
                            + number(most));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
