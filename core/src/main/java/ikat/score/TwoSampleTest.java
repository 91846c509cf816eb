package ikat.score;

import ikat.image.Exemplar;
import ikat.signal.Binomial;
import ikat.signal.Plane;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** One kind of observer at 1:1 and at half size, trained against one exemplar. Thread-safe. */
final class TwoSampleTest {

    private static final int LARGEST_CROP = 64;
    private static final int SMALLEST_CROP = 16;

    /** More of a picture adds little. */
    private static final int LARGEST_PICTURE = 768;

    private final String name;
    private final String title;
    private final Observer full;
    private final Observer half;
    private final double fullFloor;
    private final double halfFloor;

    /**
     * @param name for programs
     * @param title for readers
     * @param exemplar in three channels, at least 128 pixels a side
     * @param observer makes the observer of an exemplar for crops of a side
     */
    private TwoSampleTest(
            String name,
            String title,
            Exemplar exemplar,
            BiFunction<Exemplar, Integer, Observer> observer) {
        this.name = name;
        this.title = title;
        Exemplar middle = middle(exemplar);
        Exemplar halved = halved(middle);
        full = observer.apply(middle, side(middle));
        half = observer.apply(halved, side(halved));
        fullFloor = full.floor();
        halfFloor = half.floor();
    }

    /** By oriented energies, which select the best state of a training. */
    static TwoSampleTest energies(Exemplar exemplar) {
        return new TwoSampleTest(
                "energies",
                "oriented energies",
                exemplar,
                (picture, side) ->
                        new Observer(picture, other -> OrientedEnergies.of(other, side)));
    }

    /** By visual words, which nothing is selected by. */
    static TwoSampleTest words(Exemplar exemplar) {
        return new TwoSampleTest(
                "words",
                "visual words",
                exemplar,
                (picture, side) -> new Observer(picture, new PatchWords(picture, side)::of));
    }

    /**
     * How well candidates are told apart, in the mean.
     *
     * @param candidates in three channels, each at least half as wide and high as the exemplar
     */
    ToldApart of(List<Exemplar> candidates) {
        double atFull = 0;
        double atHalf = 0;
        for (Exemplar candidate : candidates) {
            Exemplar middle = middle(candidate);
            atFull += full.tells(middle) / candidates.size();
            atHalf += half.tells(halved(middle)) / candidates.size();
        }
        return new ToldApart(name, title, atFull, atHalf, fullFloor, halfFloor);
    }

    /** Four crops of the exemplar side by side, so that its quarters hold some. */
    private static int side(Exemplar exemplar) {
        int quarter = Math.min(exemplar.width(), exemplar.height()) / 4;
        return Math.max(SMALLEST_CROP, Math.min(LARGEST_CROP, Integer.highestOneBit(quarter)));
    }

    private static Exemplar middle(Exemplar picture) {
        int width = Math.min(LARGEST_PICTURE, picture.width());
        int height = Math.min(LARGEST_PICTURE, picture.height());
        return picture.crop(
                (picture.width() - width) / 2, (picture.height() - height) / 2, width, height);
    }

    /** Blurred before every second pixel is taken: a box would show where the pixels fell. */
    private static Exemplar halved(Exemplar picture) {
        int area = picture.width() * picture.height();
        int width = (picture.width() + 1) / 2;
        int height = (picture.height() + 1) / 2;
        float[] pixels = new float[picture.channels() * width * height];
        for (int c = 0; c < picture.channels(); c++) {
            float[] channel = Arrays.copyOfRange(picture.pixels(), c * area, (c + 1) * area);
            Plane plane = new Plane(picture.width(), picture.height(), channel);
            float[] small = Binomial.halved(plane).values();
            System.arraycopy(small, 0, pixels, c * width * height, width * height);
        }
        return Exemplar.made(picture.name(), picture.channels(), width, height, pixels);
    }
}
