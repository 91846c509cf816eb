package ikat.cli;

import ikat.image.PixelRegion;
import ikat.service.Refusal;
import ikat.texture.Legend;
import ikat.texture.Points;
import ikat.texture.Textures;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parser of grids, rectangles, points and legends of maps. */
final class FieldText {

    private static final int MOST_TILES = 64;
    private static final Pattern GRID = Pattern.compile("(\\d{1,3})\\s*[xX\u00d7]\\s*(\\d{1,3})");
    private static final Pattern AREA =
            Pattern.compile("(-?\\d{1,14}),(-?\\d{1,14}),(\\d{1,9}),(\\d{1,9})");

    /** The last {@code @X,Y} belongs to the point, an earlier one to the texture's name. */
    private static final Pattern POINT = Pattern.compile("(.+)@(-?\\d{1,14}),(-?\\d{1,14})");

    private static final Pattern ENTRY = Pattern.compile("#?([0-9a-fA-F]{6})\\s*=(.*)");

    /** A comma before a colour; commas of places do not separate entries. */
    private static final Pattern BETWEEN = Pattern.compile(",(?=\\s*#|\\s*[0-9a-fA-F]{6}\\s*=)");

    private FieldText() {}

    /** Parses {@code COLUMNSxROWS}. */
    static int[] grid(String text) {
        Matcher grid = GRID.matcher(text.trim());
        if (grid.matches()) {
            int columns = Integer.parseInt(grid.group(1));
            int rows = Integer.parseInt(grid.group(2));
            if (Math.min(columns, rows) >= 1 && Math.max(columns, rows) <= MOST_TILES) {
                return new int[] {columns, rows};
            }
        }
        throw Refusal.usage(
                "--tiles is %s, but must be COLUMNSxROWS, each from 1 to %d, such as 3x3",
                text, MOST_TILES);
    }

    /** Parses {@code X,Y,WIDTH,HEIGHT}. */
    static PixelRegion area(String text) {
        Matcher area = AREA.matcher(text.replace(" ", ""));
        if (!area.matches()) {
            throw Refusal.usage(
                    "--area is %s, but must be X,Y,WIDTH,HEIGHT in pixels, such as 0,0,4096,4096",
                    text);
        }
        return new PixelRegion(
                Long.parseLong(area.group(1)),
                Long.parseLong(area.group(2)),
                Integer.parseInt(area.group(3)),
                Integer.parseInt(area.group(4)));
    }

    /** Parses {@code TEXTURE@X,Y}, separated by semicolons. */
    static List<Points.Point> points(String text, Textures named) {
        List<Points.Point> points = new ArrayList<>();
        for (String part : text.split(";")) {
            if (part.isBlank()) {
                continue;
            }
            Matcher point = POINT.matcher(part.trim());
            if (!point.matches()) {
                throw Refusal.usage(
                        "--points has %s, but must have TEXTURE@X,Y with semicolons between them,"
                                + " such as \"bark@100,200;moss@400,50\"",
                        part.trim());
            }
            points.add(
                    new Points.Point(
                            named.parse(point.group(1)),
                            Long.parseLong(point.group(2)),
                            Long.parseLong(point.group(3))));
        }
        return points;
    }

    /** Parses {@code #RRGGBB=TEXTURE}, separated by commas. */
    static Legend legend(String text, Textures named) {
        List<Legend.Entry> entries = new ArrayList<>();
        for (String part : BETWEEN.split(text, -1)) {
            Matcher entry = ENTRY.matcher(part.trim());
            if (!entry.matches()) {
                throw Refusal.usage(
                        "--legend has %s, but must have #RRGGBB=TEXTURE with commas between them,"
                                + " such as \"#ff0000=bark,#00ff00=moss\"",
                        part.isBlank() ? "an empty entry" : part.trim());
            }
            entries.add(
                    new Legend.Entry(
                            Integer.parseInt(entry.group(1), 16), named.parse(entry.group(2))));
        }
        return new Legend(entries);
    }
}
