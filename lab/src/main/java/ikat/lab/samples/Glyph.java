package ikat.lab.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * A letter as a pen writes it: strokes over a baseline at 0, small letters 8 units high, y up.
 *
 * @param strokes each a line through points x0, y0, x1, y1, ...
 * @param advance units to the next letter
 */
record Glyph(List<float[]> strokes, float advance) {

    private static final int CUTS = 3;

    /**
     * Reads strokes separated by ";", each of points "x,y"; a stroke after "~" is bent smoothly.
     * The first part is the advance.
     */
    static Glyph of(String text) {
        String[] parts = text.split(";", -1);
        List<float[]> strokes = new ArrayList<>();
        for (int n = 1; n < parts.length; n++) {
            String part = parts[n].trim();
            boolean bent = part.startsWith("~");
            float[] line = points(bent ? part.substring(1) : part);
            for (int cut = 0; bent && cut < CUTS; cut++) {
                line = cutCorners(line);
            }
            strokes.add(line);
        }
        return new Glyph(strokes, Float.parseFloat(parts[0].trim()));
    }

    private static float[] points(String text) {
        String[] numbers = text.trim().split("[ ,]+", -1);
        float[] line = new float[numbers.length];
        for (int n = 0; n < line.length; n++) {
            line[n] = Float.parseFloat(numbers[n]);
        }
        return line;
    }

    /** Replaces each inner corner by two points (Chaikin 1974); the ends stay. */
    private static float[] cutCorners(float[] line) {
        int count = line.length / 2;
        float[] cut = new float[4 * (count - 1)];
        cut[0] = line[0];
        cut[1] = line[1];
        for (int n = 1; n < count - 1; n++) {
            for (int axis = 0; axis < 2; axis++) {
                float here = line[2 * n + axis];
                cut[4 * n - 2 + axis] = Curves.mix(here, line[2 * n - 2 + axis], 0.25f);
                cut[4 * n + axis] = Curves.mix(here, line[2 * n + 2 + axis], 0.25f);
            }
        }
        cut[cut.length - 2] = line[line.length - 2];
        cut[cut.length - 1] = line[line.length - 1];
        return cut;
    }
}
