package ikat.lab.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A letter as pen strokes above a baseline at 0; lower-case letters are 8 units high, y points up.
 *
 * @param strokes polylines, each through points x0, y0, x1, y1, ...
 * @param advance units to the next letter
 */
record Glyph(List<float[]> strokes, float advance) {

    private static final int CUTS = 3;

    private static final Glyph FULL_STOP = of("3.4;1.3,0.3 1.5,0.2");

    /** The letters of the text page, as strokes because fonts differ between machines. */
    private static final Map<Character, Glyph> LETTERS =
            """
            a 7.4;~1,6.4 2,8.1 4.8,8.3 5.4,6.4 5.4,1.2 6.1,-0.2 7,0.5;\
            ~5.4,4.8 2.8,4.5 0.6,3.2 0.6,0.6 2.2,-0.3 4.2,0 5.4,2
            b 7.7;0.3,12.6 1.3,12.4 1.3,0.2;~1.3,5.8 2.4,7.9 5.2,8.3 7,6 7,2 5.2,-0.3 2.6,-0.2 \
            1.3,1.4
            c 6.8;~6,6.2 5.4,8 2.4,8.6 0.6,6 0.6,2 2.6,-0.5 5,-0.2 6.3,1.8
            d 7.9;~6.1,6 4.8,7.9 2.2,8.3 0.6,6 0.6,2 2.2,-0.3 4.6,-0.2 6.1,1.8;\
            5,12.6 6.1,12.4 6.1,0.1 7.2,0.2
            e 6.9;0.9,4.5 6,4.5;~6,4.5 6.1,6.8 4.8,8.4 2.2,8.4 0.6,6 0.6,2 2.4,-0.5 5,-0.3 6.3,1.8
            f 4.6;~5,11.3 4.6,12.8 2.2,13.2 1.8,10.5 1.8,7 1.8,0;0.2,7.8 4,7.8;0.6,0 3.4,0
            g 7.5;~6,6 4.8,7.9 2.2,8.3 0.6,6 0.6,2.2 2.2,0 4.6,0.2 6,2.2;6.9,7.9 6,7.8 6,0;\
            ~6,0.5 6,-2.8 4.6,-4.5 1.8,-4.4 0.6,-2.8
            h 8;0.3,12.6 1.4,12.4 1.4,0;~1.4,5.4 2.8,8.2 5.6,8.6 6.2,6 6.2,0;0.3,0 2.5,0;\
            5.1,0 7.4,0
            i 3.7;0.5,7.9 1.8,7.7 1.8,0;0.5,0 3.1,0;1.6,11 1.8,10.9
            j 3.7;0.7,7.9 2,7.7 2,0;~2,0.5 2,-3.4 0.6,-4.6 -0.6,-3.4;1.8,11 2,10.9
            k 7.4;0.3,12.6 1.4,12.4 1.4,0;0.3,0 2.5,0;5.7,7.7 1.6,3.4;2.9,4.7 6.1,0;\
            4.7,7.8 6.8,7.8;5.2,0 7.2,0
            l 3.6;0.4,12.6 1.7,12.4 1.7,0;0.4,0 3,0
            m 11.8;0.3,7.9 1.4,7.7 1.4,0;~1.4,5.4 2.6,8.2 5,8.6 5.7,6 5.7,0;\
            ~5.7,5.4 7,8.2 9.3,8.6 10,6 10,0;0.3,0 2.5,0;4.7,0 6.8,0;9,0 11.2,0
            n 8;0.3,7.9 1.4,7.7 1.4,0;~1.4,5.4 2.8,8.2 5.6,8.6 6.2,6 6.2,0;0.3,0 2.5,0;5.1,0 7.4,0
            o 7.5;~3.7,8.2 1.8,8.2 0.6,6 0.6,2 1.8,-0.2 3.7,-0.2;\
            ~3.7,-0.2 5.6,-0.2 6.8,2 6.8,6 5.6,8.2 3.7,8.2
            p 7.7;0.3,7.9 1.4,7.7 1.4,-4.2;0.3,-4.2 2.7,-4.2;\
            ~1.4,5.8 2.6,7.9 5.2,8.3 7,6 7,2 5.2,-0.3 2.8,-0.2 1.4,1.6
            q 7.7;~6,6 4.8,7.9 2.2,8.3 0.6,6 0.6,2 2.2,-0.3 4.6,-0.2 6,1.8;6,7.9 6,-4.2;\
            4.8,-4.2 7.2,-4.2
            r 5.5;0.3,7.9 1.5,7.7 1.5,0;0.3,0 2.9,0;~1.5,5 2.4,7.4 3.6,8.4 4.6,8 5,7
            s 6.1;~5,6.2 4.6,8.2 1.6,8.6 0.4,6.8 1,4.9 4.9,3.6 5.6,1.4 4.4,-0.4 1.2,-0.4 0.5,1.8
            t 5;1.8,10.3 1.8,2;~1.8,3 1.8,0.4 2.8,-0.4 4.2,-0.1 4.7,0.9;0.3,7.8 4.4,7.8
            u 8;0.3,7.8 1.4,7.7 1.4,3;~1.4,4 1.4,1 2.4,-0.4 4.6,-0.2 6.1,2.4;\
            5,7.9 6.1,7.7 6.1,0.1 7.3,0.2
            v 7.3;0.9,7.7 3.6,0.2 6.3,7.7;-0.1,7.8 2,7.8;5.3,7.8 7.2,7.8
            w 10.6;0.9,7.7 3.1,0.2 5.3,7.4 7.5,0.2 9.6,7.7;-0.1,7.8 2,7.8;8.6,7.8 10.5,7.8
            x 7.3;1,7.7 6.2,0.1;6,7.7 1,0.1;0.1,7.8 2.1,7.8;5,7.8 6.9,7.8;0.1,0 2,0;5.2,0 7.2,0
            y 7.3;0.9,7.7 3.6,0.4;~6.3,7.7 3.6,0.2 2.6,-3 1.6,-4.5 0.2,-3.6;-0.1,7.8 2,7.8;\
            5.3,7.8 7.2,7.8
            z 6.6;0.8,6.4 0.9,7.8 5.7,7.8 0.7,0 5.9,0 6.1,1.5
            A 9.4;0.8,0.1 4.6,12 8.4,0.1;2.3,4.4 6.9,4.4;-0.2,0 2.1,0;7.1,0 9.4,0
            D 9.8;1.7,12 1.7,0;~0.3,12 5,12.2 8.9,10.6 8.9,1.6 5,-0.2 0.3,0
            E 8.4;1.7,12 1.7,0;0.3,12 7.1,12 7.3,9.9;1.7,6.3 5.4,6.3;0.3,0 7.4,0 7.7,2.2
            L 8;1.7,12 1.7,0;0.3,12 3.2,12;0.3,0 7,0 7.4,2.4
            N 9.8;0.2,12 1.7,12 8,0.2;1.7,12 1.7,0;8,12 8,0.2;6.8,12 9.3,12;0.4,0 3,0
            S 7.6;~6.5,9.4 6.2,12 2,12.8 0.4,10.4 1,7.2 6.2,5.4 7.2,2.2 5.6,-0.4 1.4,-0.6 0.5,2.8
            T 8.8;0.2,9.8 0.4,12 8.2,12 8.4,9.8;4.3,12 4.3,0;2.8,0 5.8,0
            , 3.4;~1.4,0.5 1.9,-0.6 1.1,-2.4
            """
                    .lines()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    line -> line.charAt(0), line -> of(line.substring(2))));

    /** The glyph of a letter; an unknown one is written as a full stop. */
    static Glyph letter(char letter) {
        return LETTERS.getOrDefault(letter, FULL_STOP);
    }

    /**
     * Reads strokes separated by ";", each of points "x,y"; a stroke after "~" is smoothed. The
     * first part is the advance.
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

    /** Replaces each inner corner by two points (Chaikin 1974); the end points stay. */
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
