package ikat.train;

import com.fasterxml.jackson.annotation.JsonInclude;
import ikat.analysis.JoiningEdges;
import ikat.analysis.PictureReport;
import ikat.fill.Completion;
import ikat.image.Domain;
import ikat.image.Exemplar;
import ikat.image.Homography;
import ikat.image.Pixels;
import ikat.io.Interrupts;
import ikat.model.Weave;
import ikat.signal.FlatLight;
import ikat.text.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done to pictures before anything is learned from them, in the order of the components.
 *
 * @param alpha what transparent pixels mean; null to decide by each picture
 * @param crop left, top, width and height of the part that is taken; empty for all
 * @param corners x and y of four corners of that part, clockwise from the upper left one, that are
 *     made a rectangle: a picture taken at an angle becomes straight; empty for none
 * @param turn degrees by which it is turned clockwise, -45 to 45; what has no pixels is cut off
 * @param straighten whether it is turned so that one of its periods runs along an edge; null for no
 * @param flatten radius in pixels around each pixel whose mean brightness is made the same
 *     everywhere, 0 to 4096; 0 leaves the light as it is
 * @param scale by which sides are multiplied, 1/16 to 16; 0 leaves them as they are
 * @param tileable whether opposite edges join, so that patches go on at the other one; null to
 *     decide by each picture
 */
public record Intake(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Alpha alpha,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> crop,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> corners,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) double turn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Answer straighten,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int flatten,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) double scale,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Answer tileable) {

    /** Squares of transparent pictures that are learned from, without a transparent pixel. */
    private static final int LEAST_MASKED = 64;

    public static final Setting<Alpha> ALPHA =
            Setting.choice("alpha", Alpha.class)
                    .byDefault(
                            "mask if squares of "
                                    + LEAST_MASKED
                                    + " px without transparent pixels cover three quarters of the"
                                    + " others, else opacity")
                    .means("learn transparent pixels as a map of opacity, or nothing there");
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
    public static final Setting<Answer> STRAIGHTEN =
            Setting.choice("straighten", Answer.class)
                    .byDefault("no")
                    .means("turn the picture so that one of its periods runs along an edge");
    public static final Setting<Integer> FLATTEN =
            Setting.whole("flatten", 0, 4096)
                    .byDefault("none")
                    .means("radius in px over which the light is made even; 0 leaves it");
    public static final Setting<Double> SCALE =
            Setting.number("scale", 0, 16)
                    .byDefault("none")
                    .means("factor of the sides; 0 leaves them");
    public static final Setting<Answer> TILEABLE =
            Setting.choice("tileable", Answer.class)
                    .byDefault("yes if opposite edges join")
                    .means("learn across the edges of the picture, as they join");
    static final List<Setting<?>> SETTINGS =
            List.of(ALPHA, CROP, CORNERS, TURN, STRAIGHTEN, FLATTEN, SCALE, TILEABLE);

    /** A tile with a shorter side is repeated. */
    private static final int LEAST_TILE = 256;

    private static final long FILL_SEED = 1;

    private static final double LEAST_SCALE = 1.0 / 16;
    private static final int MOST_PIXELS = 64 << 20;

    /** Pictures as they are. */
    public static final Intake NONE = new Intake(null, List.of(), List.of(), 0, null, 0, 0, null);

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
        int turns =
                (corners.isEmpty() ? 0 : 1)
                        + (turn == 0 ? 0 : 1)
                        + (straighten == Answer.YES ? 1 : 0);
        if (turns > 1) {
            throw new IllegalArgumentException(
                    "only one of corners, turn and straighten can be given, as each turns the"
                            + " picture");
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
                settings.get(ALPHA),
                settings.or(CROP, List.of()),
                settings.or(CORNERS, List.of()),
                settings.or(TURN, 0.0),
                settings.get(STRAIGHTEN),
                settings.or(FLATTEN, 0),
                settings.or(SCALE, 0.0),
                settings.get(TILEABLE));
    }

    /** Whether all pixels stay where they are, but for those that are cut off. */
    public boolean keepsPlaces() {
        return corners.isEmpty()
                && turn == 0
                && straighten != Answer.YES
                && (scale == 0 || scale == 1);
    }

    /**
     * What transparent pixels of a picture mean.
     *
     * @param visible the domain of the picture without them
     */
    public Alpha alpha(Domain visible) {
        if (alpha != null) {
            return alpha;
        }
        return visible.side() >= LEAST_MASKED ? Alpha.MASK : Alpha.OPACITY;
    }

    /**
     * The picture as it is learned. What is hidden is filled with something like the rest, so that
     * measures of the picture are hardly changed by it.
     *
     * @throws IllegalArgumentException if the crop or a corner lies outside of it, or it would
     *     become too large; one sentence
     */
    public Exemplar apply(Exemplar picture) {
        Exemplar part = cropped(picture);
        Exemplar upright = corners.isEmpty() ? turned(part) : straightened(part);
        Exemplar whole = upright.domain().hides() ? filled(upright) : upright;
        Exemplar even = flatten == 0 ? whole : FlatLight.of(whole, flatten);
        Exemplar scaled = scale == 0 || scale == 1 ? even : scaled(even);
        Exemplar learned = tiles(scaled) ? tiled(scaled) : scaled;
        List<String> notes = new ArrayList<>(picture.notes());
        notes.addAll(learned.notes());
        return learned == picture
                ? picture
                : new Exemplar(
                        picture.name(),
                        picture.sha256(),
                        learned.channels(),
                        learned.width(),
                        learned.height(),
                        learned.pixels(),
                        notes.stream().distinct().toList(),
                        learned.domain());
    }

    private static Exemplar filled(Exemplar picture) {
        boolean[] hidden = picture.domain().hiddenPixels();
        Pixels whole =
                Completion.of(
                        picture.toPixels(), hidden, FILL_SEED, progress -> Interrupts.check());
        float[] pixels = picture.pixels().clone();
        for (int i = 0; i < hidden.length; i++) {
            for (int c = 0; c < picture.channels() && hidden[i]; c++) {
                int level = whole.bytes()[i * picture.channels() + c] & 0xff;
                pixels[c * hidden.length + i] = 2 * (level / 255f) - 1;
            }
        }
        return picture.with(pixels);
    }

    private boolean tiles(Exemplar picture) {
        if (tileable == Answer.YES && picture.domain().hides()) {
            throw new IllegalArgumentException(
                    "tileable is yes, but parts of %s are hidden".formatted(picture.name()));
        }
        return tileable == null
                ? !picture.domain().hides() && JoiningEdges.of(picture)
                : tileable == Answer.YES;
    }

    /** The picture as a torus, a small one several times. */
    private static Exemplar tiled(Exemplar picture) {
        int across = times(picture.width());
        int down = times(picture.height());
        Exemplar all = across * down == 1 ? picture : picture.repeated(across, down);
        String note =
                across * down == 1
                        ? "its edges join, so that it is learned across them"
                        : "its edges join, so that it is repeated to %sx%s pixels and learned across them"
                                .formatted(all.width(), all.height());
        return all.within(Domain.torus(picture.width(), picture.height(), across, down))
                .noted(List.of(note));
    }

    private static int times(int side) {
        int times = (LEAST_TILE + side - 1) / side;
        while (side < LEAST_TILE && times * side % Weave.TILE_MULTIPLE != 0) {
            times++;
        }
        return times;
    }

    /** The angle by which the period that is nearest to an edge is turned to it. */
    private static double straightening(Exemplar picture) {
        return PictureReport.of(picture).periods().stream()
                .map(period -> 90 * Math.rint(period.degrees() / 90) - period.degrees())
                .min(Comparator.comparingDouble(Math::abs))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "straighten is yes, but %s has no period to be straightened by; --turn says the degrees"
                                                .formatted(picture.name())));
    }

    /**
     * The part of a map that belongs to the part of its picture that is taken.
     *
     * @param map as large as the picture
     */
    public Pixels cropped(Pixels map) {
        return crop.isEmpty() ? map : map.cut(crop.get(0), crop.get(1), crop.get(2), crop.get(3));
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
        double degrees = straighten == Answer.YES ? straightening(picture) : turn;
        if (degrees == 0) {
            return picture;
        }
        double angle = Math.toRadians(degrees);
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
