package ikat.fill;

import ikat.image.Depth;
import ikat.image.Pixels;
import ikat.text.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Completes a picture: what is missing is shown as the rest of the picture would continue it.
 *
 * <h2>Design</h2>
 *
 * From the smallest of several sizes to the full one, two steps take turns (Wexler, Shechtman and
 * Irani, Space-time completion of video, 2007): for each square of pixels that touches what is
 * missing, the most similar square of what is there is found ({@link NearestSquares}), and each
 * missing pixel becomes the mean of what the squares that cover it show in its place. Squares near
 * what is there count more, so that it is continued inwards; in the end those that fit best count
 * most, so that pieces fade into each other where they do not. What is there stays as it is.
 */
public final class Completion {

    /** The longest side of the smallest size. */
    private static final int SMALLEST = 40;

    /** Turns at the smallest size, at those between, and at the full one. */
    private static final int MOST_TURNS = 20;

    private static final int TURNS = 12;
    private static final int LAST_TURNS = 6;

    /** The distance that counts, in the end, as a share of that which counts before. */
    private static final double SHARP = 0.1;

    private Completion() {}

    /**
     * Completes a picture.
     *
     * @param picture 1 to 4 channels of any depth; what is missing may hold anything
     * @param missing {@code [height, width]}, of which some is not missing
     * @param seed of the random search
     * @param progress receives rising shares of the work, 0 to 1; what it throws ends the work
     * @return a picture of the same size and depth
     * @throws IllegalArgumentException if too little of the picture is there; one sentence
     */
    public static Pixels of(Pixels picture, boolean[] missing, long seed, DoubleConsumer progress) {
        Checks.range(
                "number of places",
                missing.length,
                picture.width() * picture.height(),
                picture.width() * picture.height());
        List<Partial> sizes = sizes(Partial.of(picture, missing));
        int[] places = null;
        double all = sizes.stream().mapToDouble(Partial::area).sum();
        double done = 0;
        for (int i = sizes.size() - 1; i >= 0; i--) {
            Partial size = sizes.get(i);
            NearestSquares squares = new NearestSquares(size, seed + i);
            if (places == null) {
                size.guess();
                squares.scatter();
            } else {
                squares.enlarge(places, sizes.get(i + 1).width());
                squares.vote(SHARP);
            }
            int turns = i == sizes.size() - 1 ? MOST_TURNS : i == 0 ? LAST_TURNS : TURNS;
            for (int turn = 0; turn < turns; turn++) {
                squares.improve();
                squares.vote(i == sizes.size() - 1 ? 1 : SHARP);
                progress.accept((done + size.area() * (turn + 1.0) / turns) / all);
            }
            done += size.area();
            places = squares.places();
        }
        return shown(picture, sizes.get(0));
    }

    /** The picture at full size, half of it and so on. */
    private static List<Partial> sizes(Partial full) {
        List<Partial> sizes = new ArrayList<>(List.of(full));
        Partial last = full;
        while (Math.max(last.width(), last.height()) > SMALLEST) {
            Partial next = last.halved();
            if (!next.hasSquares()) {
                break;
            }
            sizes.add(next);
            last = next;
        }
        if (!full.hasSquares()) {
            throw new IllegalArgumentException(
                    "no square of %1$sx%1$s pixels of the picture is whole; more of it must be there"
                            .formatted(NearestSquares.SIDE));
        }
        return sizes;
    }

    /** The picture with what is shown where something is missing. */
    private static Pixels shown(Pixels picture, Partial full) {
        Depth depth = picture.depth();
        Pixels whole = picture.copy();
        for (int i = 0; i < full.values().length; i++) {
            if (full.missing()[i / picture.channels()]) {
                double value = full.values()[i] * depth.one() / 255;
                depth.put(whole.bytes(), i * depth.bytes(), value);
            }
        }
        return whole;
    }
}
