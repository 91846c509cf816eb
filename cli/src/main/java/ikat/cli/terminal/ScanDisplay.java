package ikat.cli.terminal;

import ikat.image.ExemplarFacts;
import ikat.service.train.ScanListener;
import ikat.service.train.TrainingPictures;
import ikat.service.train.TrainingPictures.Studied;
import java.nio.file.Path;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Display of what is found while pictures are read, with the number read if there are many. */
public final class ScanDisplay implements ScanListener {

    /** For more pictures, a summary is more useful than a block for each. */
    private static final int MOST_DESCRIBED = 9;

    private final LiveLine line;
    private final ProgressBar bar;

    /**
     * Creates a display on a line that appears after a moment.
     *
     * @param nanoTime as {@link System#nanoTime()}
     */
    public ScanDisplay(LiveLine line, LongSupplier nanoTime) {
        this.line = line;
        bar = ProgressBar.afterAMoment(line, nanoTime);
    }

    @Override
    public void progressed(int read, int all) {
        if (read == all) {
            line.wipe();
        } else if (bar.isDue()) {
            bar.draw((double) read / all, "  reading " + read + " of " + all + " pictures");
        }
    }

    @Override
    public void studied(Studied picture, int all) {
        if (all <= MOST_DESCRIBED) {
            Columns.of(picture.report(), picture.notes()).forEach(line::line);
        }
    }

    @Override
    public void leftOut(Path picture, String reason) {
        line.line("left out  " + picture + " " + reason);
    }

    @Override
    public void unreadable(Path folder, String reason) {
        line.line("note: " + folder + " " + reason);
    }

    @Override
    public void noted(String sentence) {
        line.line("note: " + sentence);
    }

    @Override
    public void finished(TrainingPictures pictures) {
        if (pictures.facts().size() + pictures.leftOut() > MOST_DESCRIBED) {
            line.line(summary(pictures.facts(), pictures.leftOut()));
        }
    }

    /**
     * Summarises all pictures in one line, such as {@code 5640 pictures, 300x300 to 640x640 px,
     * colour}.
     */
    private static String summary(List<ExemplarFacts> pictures, int leftOut) {
        long grey = pictures.stream().filter(one -> one.channels() == 1).count();
        String colours = grey == 0 ? "colour" : "colour, " + grey + " of them grey";
        return String.format(
                Locale.ROOT,
                "%d %s, %s px, %s%s",
                pictures.size(),
                pictures.size() == 1 ? "picture" : "pictures",
                sizes(pictures),
                grey == pictures.size() ? "grey" : colours,
                leftOut == 0 ? "" : "; " + leftOut + " left out");
    }

    private static String sizes(List<ExemplarFacts> pictures) {
        IntSummaryStatistics widths =
                pictures.stream().mapToInt(ExemplarFacts::width).summaryStatistics();
        IntSummaryStatistics heights =
                pictures.stream().mapToInt(ExemplarFacts::height).summaryStatistics();
        String least = widths.getMin() + "x" + heights.getMin();
        String most = widths.getMax() + "x" + heights.getMax();
        return least.equals(most) ? least : least + " to " + most;
    }
}
