package ikat.lab.gram;

import ikat.image.Exemplar;
import ikat.lab.method.Effort;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.TextureMethod;

/**
 * Optimises a picture until its features go together as the exemplar's do (Gatys, Ecker and Bethge
 * 2015, arXiv 1505.07376).
 *
 * @param resolutions from coarse to fine, with the steps of each
 * @param network opens the network
 */
public record GramMethod(
        String name, String title, String source, Resolutions resolutions, Opening network)
        implements TextureMethod {

    /** Opens a network for an exemplar. */
    public interface Opening {

        FeatureNetwork open(Exemplar exemplar, int threads);
    }

    /** Below this there is hardly a place whose surroundings are known. */
    private static final int LEAST_SIDE = 32;

    @Override
    public LearnedTexture learn(Exemplar exemplar, Effort effort, long seed) {
        int side = Math.min(exemplar.width(), exemplar.height());
        if (side < LEAST_SIDE) {
            throw new IllegalArgumentException(
                    exemplar.name()
                            + " is "
                            + exemplar.width()
                            + "x"
                            + exemplar.height()
                            + " pixels, but "
                            + title
                            + " needs at least "
                            + LEAST_SIDE
                            + " a side");
        }
        effort.check();
        FeatureNetwork opened = network.open(exemplar, effort.threads());
        return new GramTexture(exemplar, opened, resolutions, effort);
    }
}
