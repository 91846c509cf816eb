package ikat.app.pictures;

import ikat.analysis.MeasuredExemplars;
import ikat.analysis.PictureReport;
import ikat.app.progress.LiveLine;
import ikat.image.ExemplarFacts;
import ikat.image.ExemplarFiles;
import ikat.image.PictureFile;
import ikat.image.TextureNames;
import ikat.train.PictureSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** The pictures of a training, read once; none of their pixels are in memory. */
public final class TrainingPictures {

    private static final int MOST_LINES = 20;

    private final List<Found> found;
    private final int leftOut;

    TrainingPictures(List<Found> found, int leftOut) {
        this.found = List.copyOf(found);
        this.leftOut = leftOut;
    }

    /** The facts of every picture. */
    public List<ExemplarFacts> facts() {
        return found.stream().map(Found::facts).toList();
    }

    /** Those that were looked at closely, in order. */
    public List<Studied> studied() {
        return found.stream().map(Found::studied).filter(Objects::nonNull).toList();
    }

    /** What was found in those that were looked at closely. */
    public List<PictureReport> reports() {
        return studied().stream().map(Studied::report).toList();
    }

    /**
     * The side of a square that at least nine of ten pictures hold: a few small ones do not make
     * the patch smaller for all.
     */
    public int commonSide() {
        int[] sides = facts().stream().mapToInt(ExemplarFacts::side).sorted().toArray();
        return sides[sides.length / 10];
    }

    /**
     * What a plan is made from.
     *
     * @param side of {@link #commonSide}
     */
    public PictureSet set(int side) {
        SortedMap<Integer, PictureReport> reports = new TreeMap<>();
        for (int i = 0; i < found.size(); i++) {
            Studied study = found.get(i).studied();
            if (study != null) {
                reports.put(i, study.report());
            }
        }
        return new PictureSet(found.size(), side, reports);
    }

    /** The pictures without those that are smaller than a patch, each of which is told. */
    public TrainingPictures holding(int patchPixels, LiveLine line) {
        List<Found> kept = new ArrayList<>();
        int small = 0;
        for (Found one : found) {
            if (one.facts().side() >= patchPixels) {
                kept.add(one);
            } else if (++small <= MOST_LINES) {
                line.line("left out  " + smaller(one, patchPixels));
            }
        }
        if (small > MOST_LINES) {
            line.line("left out  and " + (small - MOST_LINES) + " more that are too small");
        }
        return new TrainingPictures(kept, leftOut + small);
    }

    private static String smaller(Found one, int patchPixels) {
        return String.format(
                Locale.ROOT,
                "%s is %dx%d px, smaller than a patch of %d px; --patch takes smaller ones",
                one.path(),
                one.facts().width(),
                one.facts().height(),
                patchPixels);
    }

    /** The pictures for a trainer, with names that are unlike each other. */
    public MeasuredExemplars exemplars() {
        List<String> names =
                TextureNames.of(found.stream().map(one -> one.path().toString()).toList());
        List<PictureFile> files = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Found one = found.get(i);
            files.add(new PictureFile(one.path(), one.facts().called(names.get(i))));
        }
        return new MeasuredExemplars(
                new ExemplarFiles(files), found.stream().map(Found::statistics).toList());
    }

    /** All in one line, such as {@code 5640 pictures, 300x300 to 640x640 px, colour}. */
    String summary() {
        long grey = found.stream().filter(one -> one.facts().channels() == 1).count();
        String colours = grey == 0 ? "colour" : "colour, " + grey + " of them grey";
        return String.format(
                Locale.ROOT,
                "%d %s, %s px, %s%s",
                found.size(),
                found.size() == 1 ? "picture" : "pictures",
                sizes(),
                grey == found.size() ? "grey" : colours,
                leftOut == 0 ? "" : "; " + leftOut + " left out");
    }

    private String sizes() {
        String least = least(ExemplarFacts::width) + "x" + least(ExemplarFacts::height);
        String most = most(ExemplarFacts::width) + "x" + most(ExemplarFacts::height);
        return least.equals(most) ? least : least + " to " + most;
    }

    private int least(ToIntFunction<ExemplarFacts> side) {
        return facts().stream().mapToInt(side).min().orElse(0);
    }

    private int most(ToIntFunction<ExemplarFacts> side) {
        return facts().stream().mapToInt(side).max().orElse(0);
    }
}
