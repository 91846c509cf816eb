package ikat.lab.gan;

import ikat.image.Exemplars;
import ikat.lab.gram.GramMethod;
import ikat.lab.gram.RandomFilters;
import ikat.lab.gram.Resolutions;
import ikat.lab.gram.Vgg19;
import ikat.lab.gram.Vgg19Weights;
import ikat.lab.method.TextureMethod;
import ikat.train.PrincipalColours;
import ikat.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;

/** The neural methods. */
public final class NeuralMethods {

    private static final int FEATURES = 128; // Ustyuzhaninov et al. 2016
    private static final long FILTER_SEED = 1606_00021;

    private NeuralMethods() {}

    /**
     * Gatys, Ecker and Bethge 2015 (arXiv 1505.07376): Gram matrices of VGG-19, a network trained
     * on photographs, whose weights the user has in a file.
     *
     * @param file safetensors, named as torchvision's state dict of vgg19: {@code
     *     features.0.weight} and so on
     * @throws ikat.model.ModelFormatException if the file is no such file; the message is one
     *     sentence
     * @throws java.nio.file.NoSuchFileException if there is no such file
     */
    public static TextureMethod gatys(Path file) throws IOException {
        Vgg19Weights weights = Vgg19Weights.read(file);
        return new GramMethod(
                "gatys",
                "Gatys (VGG-19)",
                "Gatys, Ecker and Bethge 2015",
                new Resolutions(128, 100, 2, 400),
                (exemplar, threads) -> new Vgg19(weights, threads));
    }

    /**
     * Ustyuzhaninov, Brendel, Gatys and Bethge 2016 (arXiv 1606.00021): Gram matrices of one layer
     * of random filters of eight sizes; no file is needed. Optimised from coarse to fine, which the
     * paper does not, so that structure larger than the widest filter is found, too.
     */
    public static TextureMethod filters() {
        return new GramMethod(
                "filters",
                "Random filters (Ustyuzhaninov)",
                "Ustyuzhaninov, Brendel, Gatys and Bethge 2016",
                new Resolutions(32, 40, 3, 500),
                (exemplar, threads) ->
                        new RandomFilters(
                                PrincipalColours.of(Exemplars.of(exemplar)),
                                FEATURES,
                                threads,
                                FILTER_SEED));
    }

    /** A generator that is trained on the picture; what it learns is a {@link ModelBacked}. */
    public static TextureMethod gan(Gan gan) {
        return gan(gan, TrainingListener.SILENT);
    }

    /** The same with somebody who hears of the training. */
    public static TextureMethod gan(Gan gan, TrainingListener listener) {
        return new GanMethod(gan, listener);
    }
}
