package ikat.service.colour;

import ikat.text.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Palette of up to 256 colours, by median cut (Heckbert 1982) and some rounds of k-means, with
 * nearest-colour lookup.
 */
public final class Palette {

    /** The most colours of a palette. */
    public static final int MOST_COLOURS = 256;

    private static final int ROUNDS = 6;

    private final int[] colours;
    private final short[] nearest = new short[1 << 18];

    private Palette(int[] colours) {
        this.colours = colours;
        Arrays.fill(nearest, (short) -1);
    }

    /** A palette of given colours, 0xRRGGBB. */
    public static Palette exactly(int... colours) {
        Checks.range("number of colours", colours.length, 1, MOST_COLOURS);
        return new Palette(colours.clone());
    }

    /** The palette of some frames {@code [height, width, 3]}. */
    public static Palette of(List<byte[]> frames) {
        return of(frames, MOST_COLOURS);
    }

    /**
     * A palette of some frames {@code [height, width, 3]}.
     *
     * @param most colours, 1 to {@link #MOST_COLOURS}
     */
    public static Palette of(List<byte[]> frames, int most) {
        List<ColourBox.Bin> bins = ColourBox.bins(frames);
        List<ColourBox> boxes = new ArrayList<>(List.of(new ColourBox(bins)));
        while (boxes.size() < most) {
            ColourBox widest = boxes.get(0);
            for (ColourBox box : boxes) {
                widest = box.spread() > widest.spread() ? box : widest;
            }
            if (widest.spread() == 0) {
                break;
            }
            boxes.remove(widest);
            boxes.addAll(widest.halves());
        }
        int[] colours = boxes.stream().mapToInt(ColourBox::mean).toArray();
        for (int round = 0; round < ROUNDS; round++) {
            colours = refined(colours, bins);
        }
        return new Palette(colours);
    }

    private static int[] refined(int[] colours, List<ColourBox.Bin> bins) {
        Palette palette = new Palette(colours);
        List<List<ColourBox.Bin>> shares = new ArrayList<>();
        for (int i = 0; i < colours.length; i++) {
            shares.add(new ArrayList<>());
        }
        for (ColourBox.Bin bin : bins) {
            shares.get(palette.find(bin.value(0), bin.value(1), bin.value(2))).add(bin);
        }
        int[] better = colours.clone();
        for (int i = 0; i < better.length; i++) {
            if (!shares.get(i).isEmpty()) {
                better[i] = new ColourBox(shares.get(i)).mean();
            }
        }
        return better;
    }

    /** How many colours there are. */
    public int size() {
        return colours.length;
    }

    /** One of red, green and blue (0, 1, 2) of all colours. */
    public byte[] channel(int channel) {
        byte[] values = new byte[colours.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) component(colours[i], channel);
        }
        return values;
    }

    /** A colour as 0xRRGGBB. */
    public int colour(int index) {
        return colours[index];
    }

    /** One of red, green and blue (0, 1, 2) of a colour. */
    public static int component(int colour, int channel) {
        return colour >> 16 - 8 * channel & 255;
    }

    /** The index of the nearest colour; channels are 0 to 255, to a precision of four. */
    public int nearest(int red, int green, int blue) {
        int key = red >> 2 << 12 | green >> 2 << 6 | blue >> 2;
        if (nearest[key] < 0) {
            nearest[key] = (short) find(red & ~3 | 2, green & ~3 | 2, blue & ~3 | 2);
        }
        return nearest[key];
    }

    /** The index of the nearest colour, exactly. */
    public int find(int red, int green, int blue) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int r = component(colours[i], 0) - red;
            int g = component(colours[i], 1) - green;
            int b = component(colours[i], 2) - blue;
            int distance = 3 * r * r + 4 * g * g + 2 * b * b;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
