package ikat.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ikat.model.ModelSpec;
import ikat.model.TextureModel;
import ikat.noise.CellRegion;
import ikat.onnx.Sessions.Output;
import ikat.render.Generator;
import ikat.render.PictureArea;
import ikat.render.RegionPlan;
import ikat.render.RegionPlan.Crop;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An engine on ONNX Runtime, which runs the graph of {@link ikat.graph.OnnxGraph}. A session is
 * opened for each kind of output when it is first asked for: one on as many threads as were asked
 * for, and one for calls on a single thread. Thread-safe.
 */
final class OnnxGenerator implements Generator {

    private final ModelSpec spec;
    private final Sessions sessions;
    private final int threads;
    private final boolean owner;

    OnnxGenerator(TextureModel model, int threads) {
        this(model.spec(), new Sessions(model), threads, true);
    }

    private OnnxGenerator(ModelSpec spec, Sessions sessions, int threads, boolean owner) {
        this.spec = spec;
        this.sessions = sessions;
        this.threads = threads;
        this.owner = owner;
    }

    @Override
    public ModelSpec spec() {
        return spec;
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public Generator onOneThread() {
        return new OnnxGenerator(spec, sessions, 1, false);
    }

    @Override
    public float[] generate(List<float[]> noise, RegionPlan plan) {
        return floats(Output.PIXELS, spec.stages().size(), noise, plan);
    }

    @Override
    public float[] features(List<float[]> noise, RegionPlan plan, int stages) {
        return floats(Output.FEATURES, stages, noise, plan);
    }

    private float[] floats(Output output, int stages, List<float[]> noise, RegionPlan plan) {
        return run(
                output,
                stages,
                noise,
                plan,
                tensor -> {
                    FloatBuffer values = tensor.getFloatBuffer();
                    float[] copy = new float[values.remaining()];
                    values.get(copy);
                    return copy;
                });
    }

    @Override
    public void paint(List<float[]> noise, RegionPlan plan, PictureArea picture) {
        ByteBuffer levels =
                run(
                        Output.LEVELS,
                        spec.stages().size(),
                        noise,
                        plan,
                        OnnxTensor::getByteBuffer); // [height, width, colours]
        Crop crop = plan.crops().get(plan.crops().size() - 1);
        int row = crop.width() * spec.colourChannels();
        for (int y = 0; y < crop.height(); y++) {
            levels.get(y * row, picture.picture().bytes(), picture.row(y), row);
        }
    }

    private interface Reading<T> {

        T of(OnnxTensor output) throws OrtException;
    }

    private <T> T run(
            Output output, int stages, List<float[]> noise, RegionPlan plan, Reading<T> reading) {
        OrtSession session = sessions.of(output, stages, threads);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (int i = 0; i < stages; i++) {
                put(inputs, i, noise.get(i), plan);
            }
            try (OrtSession.Result result = session.run(inputs)) {
                return reading.of((OnnxTensor) result.get(0));
            }
        } catch (OrtException e) {
            throw OnnxRuntime.failure(e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private void put(Map<String, OnnxTensor> inputs, int stage, float[] noise, RegionPlan plan)
            throws OrtException {
        OrtEnvironment environment = OnnxRuntime.get();
        CellRegion points = plan.inputs().get(stage);
        int channels = spec.noise().channelsInto(stage);
        if (channels > 0) {
            long[] shape = {1, channels, points.height(), points.width()};
            inputs.put(
                    "noise." + stage,
                    OnnxTensor.createTensor(environment, FloatBuffer.wrap(noise), shape));
        }
        if (stage > 0) {
            Optional<Crop> inside = plan.inside(spec, stage);
            if (inside.isPresent()) {
                inputs.put("inside." + stage, mask(environment, points, inside.get()));
            }
        }
        Crop crop = plan.crops().get(stage);
        inputs.put("from." + stage, pair(environment, crop.top(), crop.left()));
        inputs.put(
                "to." + stage,
                pair(environment, crop.top() + crop.height(), crop.left() + crop.width()));
    }

    /** {@code [1, 1, h, w]}: 1 inside, else 0. */
    private static OnnxTensor mask(OrtEnvironment environment, CellRegion points, Crop inside)
            throws OrtException {
        float[] mask = new float[points.height() * points.width()];
        for (int y = inside.top(); y < inside.top() + inside.height(); y++) {
            int from = y * points.width() + inside.left();
            Arrays.fill(mask, from, from + inside.width(), 1);
        }
        long[] shape = {1, 1, points.height(), points.width()};
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(mask), shape);
    }

    private static OnnxTensor pair(OrtEnvironment environment, long row, long column)
            throws OrtException {
        long[] shape = {2};
        return OnnxTensor.createTensor(
                environment, LongBuffer.wrap(new long[] {row, column}), shape);
    }

    @Override
    public void close() {
        if (owner) {
            sessions.close();
        }
    }
}
