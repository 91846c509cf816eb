package ikat.lab.gram;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.lab.method.Effort;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.TextureMethod;
import ikat.train.PrincipalColours;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Texture synthesis by optimising a picture until its features are correlated like the exemplar's
 * (Gatys, Ecker and Bethge 2015, arXiv 1505.07376).
 *
 * @param resolutions to optimise at, from coarse to fine, with the number of steps at each
 * @param network opens the network; null if its weights are missing
 */
public record GramMethod(
        String name,
        String title,
        String source,
        Resolutions resolutions,
        @Nullable Opening network)
        implements TextureMethod {

    /** Opens a network for an exemplar. */
    public interface Opening {
        FeatureNetwork open(Exemplar exemplar, int threads);
    }

    /** In smaller pictures hardly any filter position lies wholly inside. */
    private static final int LEAST_SIDE = 32;

    private static final int FEATURES = 128; // Ustyuzhaninov et al. 2016
    private static final long FILTER_SEED = 1606_00021;

    /**
     * Gatys, Ecker and Bethge 2015 (arXiv 1505.07376): Gram matrices of VGG-19, a network trained
     * on photographs, whose weights the user provides in a file.
     *
     * @param file safetensors file with the tensor names of torchvision's vgg19 state dict: {@code
     *     features.0.weight} and so on; null for a method without weights
     * @throws ikat.model.ModelFormatException if the file holds no such weights; the message is one
     *     sentence
     * @throws java.nio.file.NoSuchFileException if there is no such file
     */
    public static TextureMethod gatys(@Nullable Path file) throws IOException {
        Vgg19Weights weights = file == null ? null : Vgg19Weights.read(file);
        return new GramMethod(
                "gatys",
                "Gatys (VGG-19)",
                "Gatys, Ecker and Bethge 2015",
                new Resolutions(128, 100, 2, 400),
                weights == null ? null : (exemplar, threads) -> new Vgg19(weights, threads));
    }

    /**
     * Ustyuzhaninov, Brendel, Gatys and Bethge 2016 (arXiv 1606.00021): Gram matrices of one layer
     * of random filters of eight sizes; no file is needed. Optimised from coarse to fine, unlike in
     * the paper, so that structure larger than the widest filter is reproduced as well.
     */
    public static TextureMethod randomFilters() {
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

    @Override
    public String lacking() {
        return network == null ? "it needs the weights of VGG-19, which are not part of Ikat" : "";
    }

    @Override
    public LearnedTexture learn(Exemplar exemplar, Effort effort, long seed) {
        if (network == null) {
            throw new IllegalArgumentException(
                    lacking() + "; give them with --vgg FILE.safetensors");
        }
        if (Math.min(exemplar.width(), exemplar.height()) < LEAST_SIDE) {
            throw new IllegalArgumentException(
                    "%s is %dx%d pixels, but %s needs at least %d a side"
                            .formatted(
                                    exemplar.name(),
                                    exemplar.width(),
                                    exemplar.height(),
                                    title,
                                    LEAST_SIDE));
        }
        effort.check();
        FeatureNetwork opened = network.open(exemplar, effort.threads());
        return new GramTexture(exemplar, opened, resolutions, effort);
    }

    /**
     * The resolutions at which a picture is optimised, from coarse to fine, each starting from the
     * previous result. Large structure then need not emerge from noise at full size, where a step
     * costs most.
     *
     * @param coarsestPixels minimum shorter side of both pictures
     * @param finestSteps steps at full size
     * @param growth factor by which the steps grow with each coarser resolution
     * @param mostSteps maximum number of steps at one resolution
     */
    public record Resolutions(int coarsestPixels, int finestSteps, double growth, int mostSteps) {

        /**
         * The number of halvings when {@code shorterSide} is the shorter side of the smaller
         * picture.
         */
        int halvings(int shorterSide) {
            int halvings = 0;
            while (shorterSide >> halvings + 1 >= coarsestPixels) {
                halvings++;
            }
            return halvings;
        }

        /** Steps after a number of halvings. */
        int steps(int halved) {
            return (int) Math.min(mostSteps, Math.round(finestSteps * Math.pow(growth, halved)));
        }
    }
}
