package ikat.lab.figures;

import ikat.cli.terminal.LiveLine;
import ikat.image.ImageFiles;
import ikat.lab.samples.Sample;
import ikat.service.Workshop;
import ikat.service.train.Settings;
import ikat.service.train.WritableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Draws a figure into a file. */
public final class FigurePage {

    private final FigureModels models;
    private final Path folder;

    /**
     * @param folder where models, and the sample pictures where none are given, are kept
     * @param settings of every training
     * @param shown whether the pictures learned from are shown
     */
    public FigurePage(
            Workshop workshop, LiveLine line, Path folder, Settings settings, Shown shown) {
        this.models = new FigureModels(workshop, line, folder, settings, shown);
        this.folder = folder;
    }

    /**
     * Draws.
     *
     * @param pictures to learn from; folders only where one model learns all of them; the samples
     *     where there are none
     * @param side of the largest picture, in pixels
     * @throws IOException if a picture cannot be read or a file not be written
     */
    public void draw(Figure figure, List<Path> pictures, int side, Path file) throws IOException {
        WritableFolder.check(List.of(file));
        Files.createDirectories(folder);
        List<Path> chosen = pictures.isEmpty() ? samples(figure) : pictures;
        ImageFiles.write(figure.draw(models, chosen, side), file);
    }

    private List<Path> samples(Figure figure) throws IOException {
        Path samples = folder.resolve("samples");
        List<Path> painted = Sample.paintAll(samples);
        if (figure.ofMany()) {
            return painted;
        }
        Path lattice = samples.resolve(Sample.HONEYCOMB.fileName());
        Path grain = samples.resolve(Sample.PEBBLES.fileName());
        return figure == Figure.METHODS ? List.of(lattice, grain) : List.of(lattice);
    }
}
