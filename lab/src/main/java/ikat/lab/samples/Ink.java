package ikat.lab.samples;

import java.util.ArrayList;
import java.util.List;

/** Strokes of a broad pen, wider across than along the page, found through square buckets. */
final class Ink {

    private static final float HALF_WIDTH = 0.92f;
    private static final float HALF_HEIGHT = 0.58f;
    private static final int BUCKET_PIXELS = 8;
    private static final int MARGIN_PIXELS = 32;
    private static final float REACH = 3;

    private final int side;
    private final List<List<float[]>> buckets = new ArrayList<>();

    Ink(int sizePixels) {
        side = (sizePixels + 2 * MARGIN_PIXELS) / BUCKET_PIXELS + 1;
        for (int n = 0; n < side * side; n++) {
            buckets.add(new ArrayList<>());
        }
    }

    /** Writes a letter with its origin on the baseline at (x, y), in pixels, y down. */
    void write(Glyph glyph, float x, float y) {
        for (float[] line : glyph.strokes()) {
            for (int n = 0; n + 3 < line.length; n += 2) {
                add(x + line[n], y - line[n + 1], x + line[n + 2], y - line[n + 3]);
            }
        }
    }

    private void add(float x0, float y0, float x1, float y1) {
        float[] piece = {x0 / HALF_WIDTH, y0 / HALF_HEIGHT, x1 / HALF_WIDTH, y1 / HALF_HEIGHT};
        int lastRow = bucket(Math.max(y0, y1) + REACH);
        int lastColumn = bucket(Math.max(x0, x1) + REACH);
        for (int row = bucket(Math.min(y0, y1) - REACH); row <= lastRow; row++) {
            for (int column = bucket(Math.min(x0, x1) - REACH); column <= lastColumn; column++) {
                if (row >= 0 && row < side && column >= 0 && column < side) {
                    buckets.get(row * side + column).add(piece);
                }
            }
        }
    }

    /** About how many pixels the point lies outside the ink; below 0 inside; at most 3. */
    float outside(float x, float y) {
        int row = Math.max(0, Math.min(side - 1, bucket(y)));
        int column = Math.max(0, Math.min(side - 1, bucket(x)));
        float least = 1e6f;
        for (float[] piece : buckets.get(row * side + column)) {
            least = Math.min(least, squareDistance(piece, x / HALF_WIDTH, y / HALF_HEIGHT));
        }
        float away = ((float) Math.sqrt(least) - 1) * (HALF_WIDTH + HALF_HEIGHT) / 2;
        return Math.min(away, REACH);
    }

    private static int bucket(float place) {
        return Curves.floor((place + MARGIN_PIXELS) / BUCKET_PIXELS);
    }

    private static float squareDistance(float[] piece, float x, float y) {
        float dx = piece[2] - piece[0];
        float dy = piece[3] - piece[1];
        float px = x - piece[0];
        float py = y - piece[1];
        float share = Curves.unit((px * dx + py * dy) / Math.max(dx * dx + dy * dy, 1e-9f));
        float ex = px - share * dx;
        float ey = py - share * dy;
        return ex * ex + ey * ey;
    }
}
