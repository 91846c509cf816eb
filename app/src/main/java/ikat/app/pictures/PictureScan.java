package ikat.app.pictures;

import ikat.analysis.PictureReport;
import ikat.analysis.TextureStatistics;
import ikat.analysis.Verdict;
import ikat.app.failure.Refusal;
import ikat.app.failure.Sentence;
import ikat.app.pictures.Candidate.Origin;
import ikat.app.progress.LiveLine;
import ikat.app.progress.ReadingDisplay;
import ikat.image.Exemplar;
import ikat.image.ExemplarFacts;
import ikat.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads every picture once: its facts and statistics, and a close look at a few, spread evenly.
 * What was named and cannot be learned is refused; what was found in a folder is told and left out.
 */
public final class PictureScan {

    /** Pictures that are looked at closely: each takes some tenths of a second. */
    private static final int MOST_STUDIED = 32;

    /** With more pictures, a summary says more than a block for each. */
    private static final int MOST_DESCRIBED = 9;

    private final LiveLine line;
    private final List<Found> found = new ArrayList<>();
    private int studied;
    private int leftOut;
    private int described;

    private PictureScan(LiveLine line) {
        this.line = line;
    }

    /**
     * Reads the pictures of a command line.
     *
     * @param arguments files and folders
     * @param own files that the training itself writes; in a folder they are passed over
     * @param line for progress, what was found, and what was left out
     * @throws IOException if a file that was named cannot be read
     * @throws Refusal if one that was named cannot be learned, a folder holds no pictures, or none
     *     is left
     */
    public static TrainingPictures read(List<Path> arguments, List<Path> own, LiveLine line)
            throws IOException {
        List<Candidate> candidates = candidates(arguments, own, line);
        PictureScan scan = new PictureScan(line);
        scan.readAll(candidates);
        if (scan.found.isEmpty()) {
            throw Refusal.failure("none of the pictures can be learned; the reasons are above");
        }
        TrainingPictures pictures = new TrainingPictures(scan.found, scan.leftOut);
        if (candidates.size() > MOST_DESCRIBED) {
            line.line(pictures.summary());
        }
        return pictures;
    }

    private static List<Candidate> candidates(List<Path> arguments, List<Path> own, LiveLine line) {
        FolderWalk walk = new FolderWalk(own, text -> line.line("note: " + text));
        List<Candidate> candidates = new ArrayList<>();
        for (Path argument : arguments) {
            if (!Files.isDirectory(argument)) {
                candidates.add(new Candidate(argument, Origin.NAMED));
                continue;
            }
            List<Path> files = walk.below(argument);
            if (files.isEmpty()) {
                throw Refusal.failure(
                        "the folder "
                                + argument
                                + " holds no pictures to learn from; they end in "
                                + FolderWalk.endings());
            }
            files.forEach(file -> candidates.add(new Candidate(file, Origin.FOUND)));
        }
        return candidates;
    }

    private void readAll(List<Candidate> candidates) throws IOException {
        ReadingDisplay display = new ReadingDisplay(line, candidates.size(), System::nanoTime);
        for (int i = 0; i < candidates.size(); i++) {
            // As many as an even spread would have by now, whichever were left out.
            boolean closely = (long) studied * candidates.size() < (i + 1L) * MOST_STUDIED;
            read(candidates.get(i), closely);
            describe(candidates.size());
            display.show(i + 1);
        }
        line.wipe();
    }

    private void read(Candidate candidate, boolean closely) throws IOException {
        Exemplar exemplar;
        try {
            exemplar = ImageFiles.read(candidate.path());
        } catch (IOException e) {
            if (candidate.origin() == Origin.NAMED) {
                throw e;
            }
            leaveOut(candidate.path(), Sentence.of(e));
            return;
        }
        Optional<Verdict> refusal = PictureReport.refusal(exemplar);
        if (refusal.isPresent()) {
            refuse(candidate, exemplar, String.join(" ", refusal.get().sentences()));
            return;
        }
        Studied study = null;
        if (closely) {
            study = new Studied(PictureReport.of(exemplar), exemplar.notes());
            studied++;
        }
        ExemplarFacts facts = ExemplarFacts.of(exemplar, exemplar.name());
        float[] statistics = TextureStatistics.of(exemplar);
        found.add(new Found(candidate.path(), facts, statistics, study));
    }

    /** Prints what was found last, where there are few pictures. */
    private void describe(int all) {
        if (all <= MOST_DESCRIBED && found.size() > described) {
            Studied last = found.get(described++).studied();
            if (last != null) {
                last.lines().forEach(line::line);
            }
        }
    }

    private void refuse(Candidate candidate, Exemplar exemplar, String reason) {
        if (candidate.origin() == Origin.NAMED) {
            new Studied(PictureReport.of(exemplar), exemplar.notes()).lines().forEach(line::line);
            throw Refusal.failure(reason);
        }
        leaveOut(candidate.path(), reason.replaceAll("\\.$", ""));
    }

    /** Sentences begin with the file's name; here its path is wanted. */
    private void leaveOut(Path path, String sentence) {
        String name = String.valueOf(path.getFileName());
        String reason =
                sentence.startsWith(name)
                        ? path + sentence.substring(name.length())
                        : sentence.startsWith(path.toString()) ? sentence : path + ": " + sentence;
        line.line("left out  " + reason);
        leftOut++;
    }
}
