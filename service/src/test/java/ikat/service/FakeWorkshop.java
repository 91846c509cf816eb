package ikat.service;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.Generator;
import ikat.score.Score;
import ikat.text.Fact;
import ikat.train.Trainer;
import ikat.weave.Detail;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** Paints a gradient for every model, and trains by a trainer that tests choose. */
public final class FakeWorkshop implements Workshop {

    public Trainer trainer = new FakeTrainer();
    public Function<Exemplar, Scoring> scoring =
            exemplar -> (candidates, wraps) -> new Score(1, List.of(), List.of(), List.of());

    @Override
    public void useDevice(String device) {}

    @Override
    public Trainer trainer() {
        return trainer;
    }

    @Override
    public Rendering open(TextureModel model, int threads, String engine, Detail detail) {
        return new Opened(model.spec().colourChannels());
    }

    @Override
    public Generator generator(TextureModel model, int threads) {
        return Engines.named("java", model, threads);
    }

    @Override
    public Optional<Weave> weave(
            TextureModel model,
            Exemplars exemplars,
            int start,
            BooleanSupplier hurry,
            Consumer<Fact> notes) {
        return Optional.empty();
    }

    @Override
    public Scoring scoring(Exemplar exemplar) {
        return scoring.apply(exemplar);
    }

    private record Opened(int channels) implements Rendering {

        @Override
        public PixelSource plane(NoiseField field) {
            return new Gradient(channels);
        }

        @Override
        public PixelSource halved(NoiseField field, int level) {
            return new Gradient(channels);
        }

        @Override
        public void close() {}
    }

    private record Gradient(int channels) implements PixelSource {

        @Override
        public byte[] render(PixelRegion region) {
            byte[] pixels = new byte[region.width() * region.height() * channels];
            for (int i = 0; i < pixels.length; i++) {
                int pixel = i / channels;
                long x = region.left() + pixel % region.width();
                long y = region.top() + pixel / region.width();
                pixels[i] = (byte) (x + 3 * y + 40L * (i % channels));
            }
            return pixels;
        }
    }
}
