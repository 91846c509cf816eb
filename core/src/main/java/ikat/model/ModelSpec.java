package ikat.model;

import ikat.text.Checks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Architecture of a texture model: its noise, generator and colours. Together with {@link Weights}
 * it determines every pixel.
 *
 * @param noise layout of the noise channels
 * @param stages stages of the generator from coarse to fine, 1 to 10, each taking the output of the
 *     previous one
 * @param colour map from the last stage's output to colour
 * @param waveHidden hidden units of the network that adjusts the wave vectors to the global vector
 *     (PSGAN, eq. 5); 0 without waves or global channels
 * @param textures the named textures; empty without global channels
 * @param picturePixels side of the fixed-size pictures of a model of one cell (DCGAN, arXiv
 *     1511.06434), or 0 for pictures of any size
 */
public record ModelSpec(
        NoiseSpec noise,
        List<Stage> stages,
        ColourAxes colour,
        int waveHidden,
        List<NamedTexture> textures,
        int picturePixels) {

    /** The tile for which the cost of a model is bounded, in pixels a side. */
    private static final int TILE = 256;

    /** The most multiplications for a tile: two million a pixel. */
    private static final double MOST_MULTIPLICATIONS = 2e6 * TILE * TILE;

    /** The most numbers that a stage may read or put out for a tile: 128 MB. */
    private static final long MOST_NUMBERS = 1 << 25;

    /** Creates a spec without named textures, for pictures of any size. */
    public ModelSpec(NoiseSpec noise, List<Stage> stages, ColourAxes colour, int waveHidden) {
        this(noise, stages, colour, waveHidden, List.of(), 0);
    }

    public ModelSpec {
        Checks.present("noise", noise);
        Checks.present("colour", colour);
        stages = Checks.copy("stages", stages);
        Checks.range("number of stages", stages.size(), 1, 10);
        Checks.range("waveHidden", waveHidden, 0, 4096);
        Checks.range("side of a cell in pixels", cellPixels(stages), 1, 1024);
        int channels = chained(noise, stages);
        checkCost(stages);
        if (channels != colour.channels()) {
            throw new IllegalArgumentException(
                    "the last stage gives %s channels, but the colours have %s"
                            .formatted(channels, colour.channels()));
        }
        checkTextures(noise, textures = Checks.copy("textures", textures));
        Checks.range("picturePixels", picturePixels, 0, cellPixels(stages));
        boolean adapted = noise.waves() > 0 && noise.globalChannels() > 0;
        if (adapted != waveHidden > 0) {
            throw new IllegalArgumentException(
                    "waveHidden is %s, but must be %s"
                            .formatted(
                                    waveHidden,
                                    adapted
                                            ? "above 0 with waves and global channels"
                                            : "0 without waves or global channels"));
        }
    }

    private static void checkCost(List<Stage> stages) {
        double multiplications = 0;
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            double convolved = Math.pow(side(stages, i, TILE) - 2.0 * stage.margin(), 2);
            multiplications +=
                    convolved
                            * stage.inChannels()
                            * stage.convolvedChannels()
                            * stage.kernel()
                            * stage.kernel();
        }
        double numbers = numbers(stages, TILE);
        if (multiplications > MOST_MULTIPLICATIONS || numbers > MOST_NUMBERS) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a tile of %dx%d pixels takes %.3g multiplications and %.3g numbers at"
                                    + " a stage, but may take at most %.3g and %d",
                            TILE,
                            TILE,
                            multiplications,
                            numbers,
                            MOST_MULTIPLICATIONS,
                            MOST_NUMBERS));
        }
    }

    /** The side in points of a stage's input that a square of pixels depends on, at most. */
    private static int side(List<Stage> stages, int stage, int pixels) {
        int side = pixels;
        for (int i = stages.size() - 1; i >= stage; i--) {
            int scale = stages.get(i).scale();
            side = (side + 2 * scale - 2) / scale + 2 * stages.get(i).margin();
        }
        return side;
    }

    private static double numbers(List<Stage> stages, int pixels) {
        double most = 0;
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            double read = side(stages, i, pixels);
            double convolved = read - 2.0 * stage.margin();
            most =
                    Math.max(
                            most,
                            Math.max(
                                    read * read * stage.inChannels(),
                                    convolved * convolved * stage.convolvedChannels()));
        }
        return most;
    }

    /**
     * The most numbers that a stage reads or puts out for a square of pixels, each of four bytes.
     *
     * @param pixels its side
     */
    public double numbers(int pixels) {
        return numbers(stages, pixels);
    }

    /** Number of channels the last stage outputs. */
    private static int chained(NoiseSpec noise, List<Stage> stages) {
        int given = 0;
        for (int i = 0; i < stages.size(); i++) {
            given += noise.channelsInto(i);
            if (stages.get(i).inChannels() != given) {
                throw new IllegalArgumentException(
                        ("a stage takes %s channels, but the one before gives, with the noise,"
                                        + " %s")
                                .formatted(stages.get(i).inChannels(), given));
            }
            given = stages.get(i).outChannels();
        }
        checkStages("waveStages", noise.waveStages(), stages.size());
        checkStages("globalStages", noise.globalStages(), stages.size());
        if (noise.fineChannels().size() >= stages.size()) {
            throw new IllegalArgumentException(
                    "fineChannels are %s, but only %s stages follow the first"
                            .formatted(noise.fineChannels(), stages.size() - 1));
        }
        return given;
    }

    private static void checkStages(String name, List<Integer> named, int count) {
        if (named.stream().anyMatch(stage -> stage >= count)) {
            throw new IllegalArgumentException(
                    "%s are %s, but there are only %s stages, counted from 0"
                            .formatted(name, named, count));
        }
    }

    private static void checkTextures(NoiseSpec noise, List<NamedTexture> textures) {
        Checks.range(
                "number of textures",
                textures.size(),
                0,
                noise.globalChannels() == 0 ? 0 : 1 << 20);
        Set<String> names = new HashSet<>();
        for (NamedTexture texture : textures) {
            if (!names.add(texture.name())) {
                throw new IllegalArgumentException(
                        "two textures are named " + texture.name() + "; each needs its own name");
            }
        }
    }

    /**
     * Side in pixels of the block generated from one cell of noise, 1 to 1024: the product of the
     * stages' scales.
     */
    public int cellPixels() {
        return cellPixels(stages);
    }

    /**
     * Whether a model of one cell is surrounded by zeros at every stage (DCGAN, arXiv 1511.06434):
     * if its picture is all that comes of the cell. If it is less, the border is cropped instead.
     */
    public boolean bordered() {
        return picturePixels > 0 && picturePixels == cellPixels();
    }

    /** Side of one cell of noise in grid points of a stage's input. */
    public int pointsPerCell(int stage) {
        return cellPixels(stages.subList(0, stage));
    }

    /** How often the size can be halved by ending after fewer stages. */
    public int mostHalvings() {
        return Integer.numberOfTrailingZeros(cellPixels() / pointsPerCell(1));
    }

    /**
     * The architecture that shows the plane at a reduced size: the first stages unchanged, then a
     * 3x3 convolution to colours, with the noise and the waves of its grid.
     *
     * @param halvings how often the size is halved, 1 to {@link #mostHalvings}, or less where no
     *     stage ends at that size
     */
    public ModelSpec halved(int halvings) {
        int kept = 1;
        while (pointsPerCell(kept) < cellPixels() >> halvings) {
            kept++;
        }
        NoiseSpec sooner = noise.endingAfter(kept);
        List<Stage> first = new ArrayList<>();
        int given = 0;
        for (int i = 0; i < kept; i++) {
            Stage stage = stages.get(i);
            first.add(stage.taking(given + sooner.channelsInto(i)));
            given = stage.outChannels();
        }
        int in = given + sooner.channelsInto(kept);
        first.add(new Stage(in, colourChannels(), 3, 1, false, Activation.TANH));
        return new ModelSpec(sooner, first, colour, waveHidden, textures, 0);
    }

    private static int cellPixels(List<Stage> stages) {
        return stages.stream().mapToInt(Stage::scale).reduce(1, Math::multiplyExact);
    }

    /** Colour channels of a picture: 1 or 3. */
    public int colourChannels() {
        return colour.channels();
    }
}
