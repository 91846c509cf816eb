package ikat.train;

import ikat.text.Checks;
import java.util.List;

/**
 * The shape of both networks.
 *
 * @param layout whether pictures have any size or come from a single cell
 * @param generatorChannels channels after each stage but the last, from coarse to fine; 1 to 6
 *     stages
 * @param smoothStages how many of the last stages enlarge smoothly: no checkerboard, less fine
 *     grain
 * @param discriminatorChannels channels after each layer but the last, from fine to coarse
 */
public record Shape(
        Layout layout,
        List<Integer> generatorChannels,
        int smoothStages,
        List<Integer> discriminatorChannels) {

    /** Enlargement by the first stage of a model of one cell. */
    public static final int ONE_CELL_SCALE = 8;

    public Shape {
        generatorChannels = Checks.copy("generatorChannels", generatorChannels);
        discriminatorChannels = Checks.copy("discriminatorChannels", discriminatorChannels);
        Checks.range("smoothStages", smoothStages, 0, generatorChannels.size() + 1);
        Checks.range("depth", generatorChannels.size() + 1, 2, 7);
    }

    /**
     * Stages of the generator; one cell becomes {@code 2^depth} pixels square where pictures are
     * endless.
     */
    public int depth() {
        return generatorChannels.size() + 1;
    }

    /**
     * Side in pixels of the picture that one cell makes (DCGAN): the first stage makes 8x8 of it,
     * each other stage doubles that, and the outer quarter on each side would need a second cell.
     *
     * @param depth stages of the generator
     */
    static int onePicture(int depth) {
        return ONE_CELL_SCALE << (depth - 2);
    }
}
