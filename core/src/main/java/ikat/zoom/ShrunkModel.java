package ikat.zoom;

import ikat.image.Averaging;
import ikat.image.Light;
import ikat.image.PixelRegion;
import ikat.model.ColourAxes;
import ikat.model.ModelSpec;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.model.Weight;
import ikat.model.Weights;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Generator;
import ikat.render.RegionPlan;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Models of the same plane at half its size, a quarter and so on: the first stages unchanged, then
 * a last stage that predicts the colour of each reduced pixel from their output and from the noise
 * of its grid. It is fitted by least squares to means of the full picture, in a fraction of a
 * second per level. A tile of any level thus costs about as much as one of full size, whereas
 * averaging the full picture would cost four times as much from level to level.
 */
final class ShrunkModel {

    private static final int SAMPLE_PIXELS = 512; // side of a fitted piece
    private static final int PIECES = 8;
    private static final int MOST_EXAMPLES = 12_000;
    private static final int KERNEL = 3;
    private static final int TAPS = KERNEL * KERNEL;
    private static final double FULL = 0.999; // tanh does not reach 1

    private final TextureModel model;
    private final List<GlobalVector> textures;
    private final Averaging averaging;
    private final ModelSpec shape;
    private final int stages;

    private ShrunkModel(
            TextureModel model, List<GlobalVector> textures, int level, Averaging averaging) {
        this.model = model;
        this.textures = textures;
        this.averaging = averaging;
        this.shape = model.spec().halved(level);
        this.stages = shape.stages().size() - 1;
    }

    /**
     * The model of a level.
     *
     * @param generator engine of the model
     * @param textures the textures to which the last stage is fitted
     * @param level from 1 to {@link ModelSpec#mostHalvings}
     * @return a model whose cells are {@code 2^level} times smaller, or less where no stage ends at
     *     that size
     * @param averaging what the mean of colours is
     */
    static TextureModel of(
            TextureModel model,
            Generator generator,
            List<GlobalVector> textures,
            int level,
            Averaging averaging) {
        return new ShrunkModel(model, textures, level, averaging).fitted(generator);
    }

    /** The model of the guide of a weave, which brings its last stage. */
    static TextureModel guide(TextureModel model, Weave weave) {
        return new ShrunkModel(model, List.of(), weave.guideHalvings(), Averaging.VALUES)
                .with(weave.guideWeight().values(), weave.guideBias().values());
    }

    private TextureModel fitted(Generator generator) {
        int in = shape.stages().get(stages).inChannels() * TAPS;
        int colours = shape.colourChannels();
        TextureModel unfitted = with(new float[colours * in], new float[colours]);
        LeastSquares squares = new LeastSquares(in, colours);
        int pieces = Math.max(PIECES, textures.size());
        for (int seed = 0; seed < pieces; seed++) {
            add(generator, unfitted, seed, MOST_EXAMPLES / pieces, squares);
        }
        double[][] solved = squares.solve();
        float[] weight = new float[colours * in];
        float[] bias = new float[colours];
        for (int row = 0; row < colours; row++) {
            for (int i = 0; i < in; i++) {
                weight[row * in + i] = (float) solved[row][i];
            }
            bias[row] = (float) solved[row][in];
        }
        return with(weight, bias);
    }

    /** The first stages unchanged, followed by a last stage. */
    private TextureModel with(float[] weight, float[] bias) {
        String last = "stages." + stages + ".";
        Map<String, Weight> weights = new LinkedHashMap<>();
        Weights.shapesOf(shape)
                .forEach(
                        (name, sizes) ->
                                weights.put(
                                        name,
                                        name.equals(last + "weight")
                                                ? new Weight(sizes, weight)
                                                : name.equals(last + "bias")
                                                        ? new Weight(sizes, bias)
                                                        : model.weights().get(name)));
        return new TextureModel(shape, Weights.of(weights), model.plan(), model.provenance());
    }

    /**
     * Adds a piece of the plane: features of the kept stages as inputs, mean colours as outputs.
     */
    private void add(
            Generator generator, TextureModel small, long seed, int most, LeastSquares squares) {
        int shrunk = model.spec().cellPixels() / shape.cellPixels();
        int side = SAMPLE_PIXELS / shrunk;
        RegionPlan plan = RegionPlan.of(shape, new PixelRegion(0, 0, side, side));
        List<float[]> noise = field(small, seed).samples(plan.inputs());
        float[] features = generator.features(noise, plan, stages);
        float[] entering = noise.get(stages);
        int fresh = shape.noise().localInto(stages);
        int width = side + KERNEL - 1;
        int grid = width * width;
        int channels = features.length / grid;
        float[] outputs = outputs(generator, seed, side * shrunk);
        double[] given = new double[shape.stages().get(stages).inChannels() * TAPS];
        int step = Math.max(1, side * side / most);
        for (int i = 0; i < side * side; i += step) {
            int corner = i / side * width + i % side;
            for (int tap = 0; tap < TAPS; tap++) {
                int at = corner + tap / KERNEL * width + tap % KERNEL;
                for (int c = 0; c < channels; c++) {
                    given[c * TAPS + tap] = features[c * grid + at];
                }
                for (int c = 0; c < fresh; c++) {
                    given[(channels + c) * TAPS + tap] = entering[c * grid + at];
                }
            }
            // The waves at neighbouring points add no information to those at the point.
            for (int c = fresh; c < entering.length / grid; c++) {
                given[(channels + c) * TAPS + TAPS / 2] = entering[c * grid + corner + width + 1];
            }
            squares.add(given, wanted(outputs, i % side, i / side, side, shrunk));
        }
    }

    private NoiseField field(TextureModel of, long seed) {
        GlobalVector texture = textures.get((int) seed % textures.size());
        return new NoiseField(of, seed, new GlobalField.Constant(texture), Boundary.ENDLESS);
    }

    /** The outputs of the full picture, {@code [colours][side][side]}. */
    private float[] outputs(Generator generator, long seed, int side) {
        ModelSpec spec = model.spec();
        RegionPlan plan = RegionPlan.inBlocks(spec, new PixelRegion(0, 0, side, side));
        List<float[]> noise = field(model, seed).samples(plan.inputs());
        return generator.features(noise, plan, spec.stages().size());
    }

    /** The target output of the last stage before its tanh, for a pixel. */
    private double[] wanted(float[] outputs, int x, int y, int side, int shrunk) {
        double[] wanted = mean(outputs, side * shrunk, x, y, shrunk);
        for (int c = 0; c < wanted.length; c++) {
            double kept = Math.max(-FULL, Math.min(FULL, wanted[c]));
            wanted[c] = 0.5 * Math.log((1 + kept) / (1 - kept));
        }
        return wanted;
    }

    /** The output whose colour is the mean of those of a square of outputs. */
    private double[] mean(float[] outputs, int width, int x, int y, int shrunk) {
        ColourAxes axes = model.spec().colour();
        int channels = axes.channels();
        double[] output = new double[channels];
        double[] mean = new double[channels];
        for (int dy = 0; dy < shrunk; dy++) {
            for (int dx = 0; dx < shrunk; dx++) {
                int at = (y * shrunk + dy) * width + x * shrunk + dx;
                for (int c = 0; c < channels; c++) {
                    output[c] = outputs[c * width * width + at];
                }
                double[] summed = averaging == Averaging.LIGHT ? light(axes, output) : output;
                for (int c = 0; c < channels; c++) {
                    mean[c] += summed[c] / shrunk / shrunk;
                }
            }
        }
        return averaging == Averaging.LIGHT ? outputOf(axes, mean) : mean;
    }

    private static double[] light(ColourAxes axes, double[] output) {
        double[] light = axes.pixel(output);
        for (int c = 0; c < light.length; c++) {
            light[c] = Light.decoded((Math.max(-1, Math.min(1, light[c])) + 1) / 2);
        }
        return light;
    }

    private static double[] outputOf(ColourAxes axes, double[] light) {
        double[] pixel = new double[light.length];
        for (int c = 0; c < pixel.length; c++) {
            pixel[c] = 2 * Light.encoded(light[c]) - 1;
        }
        return axes.output(pixel);
    }
}
