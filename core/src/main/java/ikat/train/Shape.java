package ikat.train;

import ikat.text.Checks;
import java.util.List;

/**
 * Architecture of both networks.
 *
 * @param layout whether pictures have any size or come from a single cell
 * @param generatorChannels channels after each stage but the last, from coarse to fine; 1 to 6
 *     stages
 * @param smoothStages how many of the last stages upsample smoothly: no checkerboard artefacts, but
 *     less fine grain
 * @param discriminatorChannels channels after each layer but the last, from fine to coarse
 */
public record Shape(
        Layout layout,
        List<Integer> generatorChannels,
        int smoothStages,
        List<Integer> discriminatorChannels) {

    private static final int ONE_CELL_SCALE = 8;

    private static final int MOST_LAYERS = 8;
    private static final int MOST_CHANNELS = 4096;

    public static final Setting<Layout> LAYOUT =
            Setting.choice("layout", Layout.class)
                    .byDefault("endless")
                    .means("pictures of any size, or of one size from a single cell");
    public static final Setting<Integer> DEPTH =
            Setting.whole("depth", 2, 7)
                    .byDefault("5, less for a small picture")
                    .means("stages of the generator; one cell of noise becomes 2^depth px");
    public static final Setting<List<Integer>> GENERATOR_CHANNELS =
            Setting.list("generatorChannels")
                    .orCalled("channels")
                    .byDefault("by width")
                    .means("channels of the generator, coarse to fine");
    public static final Setting<Integer> SMOOTH_STAGES =
            Setting.whole("smoothStages", 0, 7)
                    .byDefault(
                            "2 if less than 6 % of the variance is finer than 6 px, 1 below 9 %,"
                                    + " else 0")
                    .means("last stages that upsample smoothly, without a checkerboard");
    public static final Setting<List<Integer>> DISCRIMINATOR_CHANNELS =
            Setting.list("discriminatorChannels")
                    .byDefault(
                            "by width and patch; the mirror image of generator-channels if those"
                                    + " are given")
                    .means("channels of the discriminator, fine to coarse");
    static final List<Setting<?>> SETTINGS =
            List.of(LAYOUT, DEPTH, GENERATOR_CHANNELS, SMOOTH_STAGES, DISCRIMINATOR_CHANNELS);

    public Shape {
        generatorChannels = Checks.copy("generatorChannels", generatorChannels);
        discriminatorChannels = Checks.copy("discriminatorChannels", discriminatorChannels);
        checkChannels("generatorChannels", generatorChannels);
        checkChannels("discriminatorChannels", discriminatorChannels);
        Checks.range("smoothStages", smoothStages, 0, generatorChannels.size() + 1);
        DEPTH.check(generatorChannels.size() + 1);
    }

    private static void checkChannels(String name, List<Integer> channels) {
        Checks.range("number of " + name, channels.size(), 1, MOST_LAYERS);
        channels.forEach(c -> Checks.range("an entry of " + name, c, 1, MOST_CHANNELS));
    }

    /**
     * Number of stages of the generator; with an endless layout one cell becomes {@code 2^depth}
     * pixels a side.
     */
    public int depth() {
        return generatorChannels.size() + 1;
    }

    /**
     * Side in pixels of the picture made from one cell (DCGAN): the first stage yields 8x8 points,
     * each other stage doubles the side, and the outer quarter on each side is dropped, as it would
     * need a second cell. With zeros instead of a second cell the first stage yields 4x4 points
     * (Radford et al. 2015, figure 1), and nothing is dropped.
     *
     * @param depth stages of the generator
     */
    static int onePicture(int depth) {
        return ONE_CELL_SCALE << (depth - 2);
    }
}
