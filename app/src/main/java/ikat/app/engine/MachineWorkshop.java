package ikat.app.engine;

import ikat.app.progress.Terminal;
import ikat.image.Exemplar;
import ikat.image.PixelSource;
import ikat.method.TextureMethod;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.Generator;
import ikat.render.TextureRenderer;
import ikat.score.Scorer;
import ikat.torch.TorchTrainer;
import ikat.train.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engines of this machine. */
final class MachineWorkshop implements Workshop {

    @Override
    public Trainer trainer() {
        return new TorchTrainer();
    }

    @Override
    public Rendering open(TextureModel model, int threads, String engine) {
        return new Opened(
                engine.equals(FASTEST)
                        ? Engines.fastest(model, threads)
                        : Engines.named(engine, model, threads));
    }

    @Override
    public Scoring scoring(Exemplar exemplar) {
        return Scorer.of(exemplar)::score;
    }

    @Override
    public List<TextureMethod> methods(@Nullable Path vgg) throws IOException {
        return Methods.all(vgg);
    }

    @Override
    public Terminal terminal() {
        return Terminal.ofThisProcess();
    }

    private record Opened(Generator generator) implements Rendering {

        @Override
        public PixelSource plane(NoiseField field) {
            return new TextureRenderer(generator, field);
        }

        @Override
        public void close() {
            generator.close();
        }
    }
}
