package ikat.app.engine;

import ikat.app.progress.Terminal;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.TextureRenderer;
import ikat.torch.TorchTrainer;
import ikat.train.Trainer;

/** The engines of this machine. */
final class MachineWorkshop implements Workshop {

    @Override
    public Trainer trainer() {
        return new TorchTrainer();
    }

    @Override
    public Rendering open(TextureModel model, long seed, int threads, String engine) {
        if (engine.equals(FASTEST)) {
            return new Opened(TextureRenderer.open(model, seed, threads));
        }
        return new Opened(
                new TextureRenderer(
                        Engines.named(engine, model, threads), NoiseField.endless(model, seed)));
    }

    @Override
    public Terminal terminal() {
        return Terminal.ofThisProcess();
    }

    private record Opened(TextureRenderer renderer) implements Rendering {

        @Override
        public int channels() {
            return renderer.channels();
        }

        @Override
        public byte[] render(PixelRegion region) {
            return renderer.render(region);
        }

        @Override
        public void close() {
            renderer.close();
        }
    }
}
