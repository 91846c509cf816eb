package ikat.torch.render;

import ikat.model.TextureModel;
import ikat.render.Generator;
import ikat.render.GeneratorProvider;
import ikat.torch.Devices;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/** Provider of the libtorch engine, available if its native libraries are on the class path. */
public final class TorchGeneratorProvider implements GeneratorProvider {

    @Override
    public String name() {
        return "torch";
    }

    @Override
    public int speed() {
        return 100;
    }

    @Override
    public boolean available() {
        try {
            Loader.load(torch.class);
            return true;
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            return false;
        }
    }

    @Override
    public Generator open(TextureModel model, int threads) {
        return Devices.onCpu()
                ? new TorchGenerator(model, threads)
                : new TorchGenerator(model, threads, GpuPrecision.of(model));
    }
}
