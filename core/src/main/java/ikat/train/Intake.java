package ikat.train;

import com.fasterxml.jackson.annotation.JsonInclude;
import ikat.image.Exemplar;
import ikat.image.Homography;
import ikat.signal.FlatLight;
import ikat.text.Checks;
import java.util.List;

/**
 * What is done to pictures before anything is learned from them, in the order of the components.
 *
 * @param crop left, top, width and height of the part that is taken; empty for all
 * @param corners x and y of four corners of that part, clockwise from the upper left one, that are
 *     made a rectangle: a picture taken at an angle becomes straight; empty for none
 * @param turn degrees by which it is turned clockwise, -45 to 45; what has no pixels is cut off
 * @param flatten radius in pixels around each pixel whose mean brightness is made the same
 *     everywhere, 0 to 4096; 0 leaves the light as it is
 * @param scale by which sides are multiplied, 1/16 to 16; 0 leaves them as they are
 */
public record Intake(
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> crop,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> corners,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) double turn,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int flatten,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) double scale) {

    public static final Setting<List<Integer>> CROP =
            Setting.list("crop")
                    .byDefault("all of the picture")
                    .means("left, top, width and height in px of the part to learn from");
    public static final Setting<List<Integer>> CORNERS =
            Setting.list("corners")
                    .byDefault("none")
                    .means(
                            "x and y in px of four corners, clockwise from the upper left, of what"
                                    + " becomes a rectangle: straightens a picture taken at an"
                                    + " angle");
    public static final Setting<Double> TURN =
            Setting.number("turn", -45, 45)
                    .byDefault("none")
                    .means("degrees by which the picture is turned clockwise");
    public static final Setting<Integer> FLATTEN =
            Setting.whole("flatten", 0, 4096)
                    .byDefault("none")
                    .means("radius in px over which the light is made even; 0 leaves it");
    public static final Setting<Double> SCALE =
            Setting.number("scale", 0, 16)
                    .byDefault("none")
                    .means("factor of the sides; 0 leaves them");
    static final List<Setting<?>> SETTINGS = List.of(CROP, CORNERS, TURN, FLATTEN, SCALE);

    private static final double LEAST_SCALE = 1.0 / 16;
    private static final int MOST_PIXELS = 64 << 20;

    /** Pictures as they are. */
    public static final Intake NONE = new Intake(List.of(), List.of(), 0, 0, 0);

    public Intake {
        crop = crop == null ? List.of() : List.copyOf(crop);
        corners = corners == null ? List.of() : List.copyOf(corners);
        checkCount("crop", crop, 4, "left, top, width and height");
        checkCount("corners", corners, 8, "x and y of four corners");
        TURN.check(turn);
        FLATTEN.check(flatten);
        SCALE.check(scale);
        if (scale > 0) {
            Checks.range("scale", scale, LEAST_SCALE, SCALE.most());
        }
        if (!corners.isEmpty() && turn != 0) {
            throw new IllegalArgumentException(
                    "both corners and turn are given; corners turn the picture, too");
        }
    }

    private static void checkCount(String name, List<Integer> numbers, int count, String what) {
        if (!numbers.isEmpty() && numbers.size() != count) {
            throw new IllegalArgumentException(
                    "%s has %s numbers, but must have %s: %s"
                            .formatted(name, numbers.size(), count, what));
        }
    }

    /** What settings say. */
    public static Intake of(PlanSettings settings) {
        return new Intake(
                settings.or(CROP, List.of()),
                settings.or(CORNERS, List.of()),
                settings.or(TURN, 0.0),
                settings.or(FLATTEN, 0),
                settings.or(SCALE, 0.0));
    }

    /** Whether pictures are left as they are. */
    public boolean changesNothing() {
        return equals(NONE);
    }

    /** Whether no pixel moves. */
    public boolean keepsPlaces() {
        return crop.isEmpty() && corners.isEmpty() && turn == 0 && (scale == 0 || scale == 1);
    }

    /**
     * The picture as it is learned.
     *
     * @throws IllegalArgumentException if the crop or a corner lies outside of it, or it would
     *     become too large; one sentence
     */
    public Exemplar apply(Exemplar picture) {
        if (changesNothing()) {
            return picture;
        }
        Exemplar part = cropped(picture);
        Exemplar straight = corners.isEmpty() ? turned(part) : straightened(part);
        Exemplar even = flatten == 0 ? straight : FlatLight.of(straight, flatten);
        Exemplar scaled = scale == 0 || scale == 1 ? even : scaled(even);
        return new Exemplar(
                picture.name(),
                picture.sha256(),
                scaled.channels(),
                scaled.width(),
                scaled.height(),
                scaled.pixels(),
                picture.notes());
    }

    private Exemplar cropped(Exemplar picture) {
        if (crop.isEmpty()) {
            return picture;
        }
        int left = crop.get(0);
        int top = crop.get(1);
        int width = crop.get(2);
        int height = crop.get(3);
        boolean within =
                left >= 0
                        && top >= 0
                        && width >= 1
                        && height >= 1
                        && width <= picture.width() - left
                        && height <= picture.height() - top;
        if (!within) {
            throw new IllegalArgumentException(
                    "crop is %s,%s,%s,%s, but must lie within the %sx%s pixels of %s"
                            .formatted(
                                    left,
                                    top,
                                    width,
                                    height,
                                    picture.width(),
                                    picture.height(),
                                    picture.name()));
        }
        return picture.crop(left, top, width, height);
    }

    private Exemplar straightened(Exemplar picture) {
        double[] places = new double[8];
        for (int i = 0; i < places.length; i++) {
            int most = i % 2 == 0 ? picture.width() : picture.height();
            places[i] = Checks.range("a corner", corners.get(i), 0, most);
        }
        double width = (side(places, 0, 1) + side(places, 3, 2)) / 2;
        double height = (side(places, 0, 3) + side(places, 1, 2)) / 2;
        return warped(picture, places, width, height);
    }

    private static double side(double[] places, int from, int to) {
        return Math.hypot(
                places[2 * to] - places[2 * from], places[2 * to + 1] - places[2 * from + 1]);
    }

    /** The largest upright rectangle around the middle that has pixels everywhere. */
    private Exemplar turned(Exemplar picture) {
        if (turn == 0) {
            return picture;
        }
        double angle = Math.toRadians(turn);
        double sin = Math.abs(Math.sin(angle));
        double cos = Math.cos(angle);
        double longer = Math.max(picture.width(), picture.height());
        double shorter = Math.min(picture.width(), picture.height());
        double width;
        double height;
        if (shorter <= 2 * sin * cos * longer || Math.abs(sin - cos) < 1e-10) {
            boolean wide = picture.width() >= picture.height();
            width = wide ? shorter / (2 * sin) : shorter / (2 * cos);
            height = wide ? shorter / (2 * cos) : shorter / (2 * sin);
        } else {
            double divisor = cos * cos - sin * sin;
            width = (picture.width() * cos - picture.height() * sin) / divisor;
            height = (picture.height() * cos - picture.width() * sin) / divisor;
        }
        double[] places = new double[8];
        for (int i = 0; i < 4; i++) {
            double x = (i == 1 || i == 2 ? 0.5 : -0.5) * Math.floor(width);
            double y = (i >= 2 ? 0.5 : -0.5) * Math.floor(height);
            places[2 * i] = picture.width() / 2.0 + x * Math.cos(angle) + y * Math.sin(angle);
            places[2 * i + 1] = picture.height() / 2.0 - x * Math.sin(angle) + y * Math.cos(angle);
        }
        return warped(picture, places, Math.floor(width), Math.floor(height));
    }

    private Exemplar scaled(Exemplar picture) {
        double right = picture.width();
        double bottom = picture.height();
        double[] places = {0, 0, right, 0, right, bottom, 0, bottom};
        return warped(picture, places, scale * right, scale * bottom);
    }

    private static Exemplar warped(Exemplar picture, double[] places, double width, double height) {
        long columns = Math.max(1, Math.round(width));
        long rows = Math.max(1, Math.round(height));
        if (columns * rows > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "%s would have %sx%s pixels, but at most %s million are learned from"
                            .formatted(picture.name(), columns, rows, MOST_PIXELS / 1_000_000));
        }
        return Homography.to(places, (int) columns, (int) rows).apply(picture);
    }
}
