package ikat.service;

import ikat.image.Exemplar;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.Generator;
import ikat.render.TextureRenderer;
import ikat.score.Scorer;
import ikat.texture.GlobalField;
import ikat.torch.Devices;
import ikat.torch.train.TorchTrainer;
import ikat.train.Trainer;
import ikat.zoom.ZoomablePlane;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The engines of this machine. */
final class MachineWorkshop implements Workshop {

    @Override
    public void useDevice(String device) {
        Devices.use(device);
    }

    @Override
    public Trainer trainer() {
        return new TorchTrainer();
    }

    @Override
    public Rendering open(TextureModel model, int threads, String engine) {
        Function<TextureModel, Generator> opener =
                other ->
                        engine.equals(FASTEST)
                                ? Engines.fastest(other, threads)
                                : Engines.named(engine, other, threads);
        return new Opened(model, opener, opener.apply(model), new ArrayList<>());
    }

    @Override
    public Generator generator(TextureModel model, int threads) {
        return Engines.fastest(model, threads);
    }

    @Override
    public Scoring scoring(Exemplar exemplar) {
        return new Scorer(exemplar)::score;
    }

    private record Opened(
            TextureModel model,
            Function<TextureModel, Generator> opener,
            Generator generator,
            List<ZoomablePlane> planes)
            implements Rendering {

        @Override
        public PixelSource plane(NoiseField field) {
            return new TextureRenderer(generator, field);
        }

        @Override
        public PixelSource halved(long seed, GlobalField field, int level) {
            ZoomablePlane plane = new ZoomablePlane(model, opener, seed, field, Boundary.ENDLESS);
            planes.add(plane);
            return plane.level(level);
        }

        @Override
        public void close() {
            planes.forEach(ZoomablePlane::close);
            generator.close();
        }
    }
}
