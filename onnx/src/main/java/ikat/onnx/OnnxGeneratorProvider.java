package ikat.onnx;

import ikat.model.TextureModel;
import ikat.render.Generator;
import ikat.render.GeneratorProvider;

/** Provider of the engine on ONNX Runtime, available where its jar holds natives. */
public final class OnnxGeneratorProvider implements GeneratorProvider {

    @Override
    public String name() {
        return "onnx";
    }

    @Override
    public int speed() {
        return 50;
    }

    @Override
    public boolean available() {
        try {
            OnnxRuntime.get();
            return true;
        } catch (LinkageError e) {
            return false; // no natives for this platform, or none that load here
        }
    }

    @Override
    public Generator open(TextureModel model, int threads) {
        return new OnnxGenerator(model, threads);
    }
}
