package ikat.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ikat.graph.OnnxGraph;
import ikat.model.TextureModel;
import java.util.HashMap;
import java.util.Map;

/**
 * The sessions of one model, for each kind of output and number of threads, opened when they are
 * first asked for. Thread-safe.
 */
final class Sessions implements AutoCloseable {

    /** What a session puts out. */
    enum Output {
        PIXELS,
        LEVELS,
        FEATURES
    }

    private record Key(Output output, int stages, int threads) {}

    private final TextureModel model;
    private final Map<Key, OrtSession> open = new HashMap<>();
    private boolean closed;

    Sessions(TextureModel model) {
        this.model = model;
    }

    /**
     * A session of the whole generator or, for features, of its first stages.
     *
     * @param threads number of threads of a run; with 1, runs stay on the calling thread
     */
    synchronized OrtSession of(Output output, int stages, int threads) {
        if (closed) {
            throw new IllegalStateException("the engine onnx was closed");
        }
        return open.computeIfAbsent(new Key(output, stages, threads), this::open);
    }

    private OrtSession open(Key key) {
        OnnxGraph graph =
                switch (key.output) {
                    case PIXELS -> OnnxGraph.pixels(model);
                    case LEVELS -> OnnxGraph.levels(model);
                    case FEATURES -> OnnxGraph.features(model, key.stages);
                };
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(key.threads);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
            // Threads that wait for work would be in the way of a busy program.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            // A plan of memory would be kept for every size of a region that was ever rendered.
            options.setMemoryPatternOptimization(false);
            return OnnxRuntime.get().createSession(graph.toBytes(), options);
        } catch (OrtException e) {
            throw OnnxRuntime.failure(e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            for (OrtSession session : open.values()) {
                session.close();
            }
        } catch (OrtException e) {
            throw OnnxRuntime.failure(e);
        } finally {
            open.clear();
        }
    }
}
