package ikat.zoom;

import ikat.image.Averaging;
import ikat.image.Light;
import ikat.image.PixelRegion;
import ikat.io.Workers;
import ikat.model.ColourAxes;
import ikat.model.ModelSpec;
import ikat.model.NoiseSpec;
import ikat.model.Stage;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model at half the size of its plane, a quarter and so on: the first stages unchanged, then a
 * head, a last stage that predicts the colour of each reduced pixel from their output and from the
 * noise of its grid. Heads are fitted by least squares to means of the full picture, in a fraction
 * of a second each. A tile of any level thus costs about as much as one of full size, whereas
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
    private final ModelSpec shape;
    private final int stages;

    /**
     * Creates a model of a reduced size.
     *
     * @param level from 1 to {@link ModelSpec#mostHalvings}; cells are {@code 2^level} times
     *     smaller, or less where no stage ends at that size
     */
    ShrunkModel(TextureModel model, int level) {
        this.model = model;
        this.shape = model.spec().halved(level);
        this.stages = shape.stages().size() - 1;
    }

    /**
     * A last stage.
     *
     * @param weight {@code [colours, C, 3, 3]}
     * @param bias {@code [colours]}
     */
    record Head(Weight weight, Weight bias) {}

    /** The number of stages before the head. */
    int stages() {
        return stages;
    }

    /** The number of pixels of full size to a pixel, along each axis. */
    int times() {
        return model.spec().cellPixels() / shape.cellPixels();
    }

    /** A head of a weave's guide, of as many as it has. */
    Head head(Weave weave, int index) {
        return new Head(
                part(weave.guideWeight(), index, kernelShape()),
                part(weave.guideBias(), index, new int[] {shape.colourChannels()}));
    }

    private int[] kernelShape() {
        return new int[] {
            shape.colourChannels(), shape.stages().get(stages).inChannels(), KERNEL, KERNEL
        };
    }

    private static Weight part(Weight all, int index, int[] shape) {
        int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        float[] values = Arrays.copyOfRange(all.values(), index * size, (index + 1) * size);
        return new Weight(shape, values);
    }

    /** The stages, followed by a head. */
    TextureModel with(Head head) {
        String last = "stages." + stages + ".";
        Map<String, Weight> weights = new LinkedHashMap<>();
        for (String name : Weights.shapesOf(shape).keySet()) {
            weights.put(name, name.startsWith(last) ? null : model.weights().get(name));
        }
        weights.put(last + "weight", head.weight());
        weights.put(last + "bias", head.bias());
        return new TextureModel(shape, Weights.of(weights), model.plan(), model.provenance());
    }

    /** The stages, followed by a head that shows nothing. */
    TextureModel withoutHead() {
        int[] kernel = kernelShape();
        int size = Arrays.stream(kernel).reduce(1, Math::multiplyExact);
        int[] colours = {shape.colourChannels()};
        return with(
                new Head(
                        new Weight(kernel, new float[size]),
                        new Weight(colours, new float[colours[0]])));
    }

    /**
     * A head as a model of its own, whose noise is what enters the head: the output of the stages,
     * then the noise of the grid.
     */
    TextureModel alone(Head head) {
        Stage last = shape.stages().get(stages);
        NoiseSpec entering =
                new NoiseSpec(last.inChannels(), 0, 0, List.of(), List.of(), List.of(), List.of());
        ModelSpec spec = new ModelSpec(entering, List.of(last), shape.colour(), 0);
        Map<String, Weight> weights =
                Map.of("stages.0.weight", head.weight(), "stages.0.bias", head.bias());
        return new TextureModel(spec, Weights.of(weights), model.plan(), model.provenance());
    }

    /**
     * Fits a head.
     *
     * @param generator engine of the model
     * @param textures for which the head is to be right
     * @param averaging what the mean of colours is
     */
    Head fitted(Generator generator, List<GlobalVector> textures, Averaging averaging) {
        int in = shape.stages().get(stages).inChannels() * TAPS;
        int colours = shape.colourChannels();
        TextureModel unfitted = withoutHead();
        int pieces = Math.max(PIECES, textures.size());
        LeastSquares[] parts = new LeastSquares[pieces];
        try (Workers workers = new Workers("ikat-fit", generator.threads())) {
            Generator engine = generator.onOneThread();
            workers.each(
                    pieces,
                    seed -> {
                        GlobalVector texture = textures.get(seed % textures.size());
                        NoiseField full = plane(model, seed, texture);
                        NoiseField small = plane(unfitted, seed, texture);
                        LeastSquares part = new LeastSquares(in, colours);
                        add(engine, full, small, MOST_EXAMPLES / pieces, averaging, part);
                        parts[seed] = part;
                    });
        }
        LeastSquares squares = new LeastSquares(in, colours);
        for (LeastSquares part : parts) { // in order, for the same sums on any number of threads
            squares.add(part);
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
        return new Head(new Weight(kernelShape(), weight), new Weight(new int[] {colours}, bias));
    }

    private static NoiseField plane(TextureModel of, long seed, GlobalVector texture) {
        return new NoiseField(of, seed, new GlobalField.Constant(texture), Boundary.ENDLESS);
    }

    /**
     * Adds a piece of the plane: features of the kept stages as inputs, mean colours as outputs.
     */
    private void add(
            Generator generator,
            NoiseField full,
            NoiseField small,
            int most,
            Averaging averaging,
            LeastSquares squares) {
        int side = SAMPLE_PIXELS / times();
        RegionPlan plan = RegionPlan.of(shape, new PixelRegion(0, 0, side, side));
        List<float[]> noise = small.samples(plan.inputs());
        float[] features = generator.features(noise, plan, stages);
        float[] entering = noise.get(stages);
        int fresh = shape.noise().localInto(stages);
        int width = side + KERNEL - 1;
        int grid = width * width;
        int channels = features.length / grid;
        float[] outputs = outputs(generator, full, side * times());
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
            squares.add(given, wanted(outputs, i % side, i / side, side, averaging));
        }
    }

    /** The outputs of the full picture, {@code [colours][side][side]}. */
    private float[] outputs(Generator generator, NoiseField full, int side) {
        ModelSpec spec = model.spec();
        RegionPlan plan = RegionPlan.inBlocks(spec, new PixelRegion(0, 0, side, side));
        List<float[]> noise = full.samples(plan.inputs());
        return generator.features(noise, plan, spec.stages().size());
    }

    /** The target output of the last stage before its tanh, for a pixel. */
    private double[] wanted(float[] outputs, int x, int y, int side, Averaging averaging) {
        double[] wanted = mean(outputs, side * times(), x, y, averaging);
        for (int c = 0; c < wanted.length; c++) {
            double kept = Math.max(-FULL, Math.min(FULL, wanted[c]));
            wanted[c] = 0.5 * Math.log((1 + kept) / (1 - kept));
        }
        return wanted;
    }

    /** The output whose colour is the mean of those of a square of outputs. */
    private double[] mean(float[] outputs, int width, int x, int y, Averaging averaging) {
        int shrunk = times();
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
            light[c] = Light.lookedUp((Math.max(-1, Math.min(1, light[c])) + 1) / 2);
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
