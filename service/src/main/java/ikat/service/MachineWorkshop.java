package ikat.service;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.PixelSource;
import ikat.model.MapKind;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.Generator;
import ikat.render.TextureRenderer;
import ikat.score.Scorer;
import ikat.text.Fact;
import ikat.torch.Devices;
import ikat.torch.train.TorchTrainer;
import ikat.train.Trainer;
import ikat.weave.Detail;
import ikat.zoom.ZoomLevels;
import ikat.zoom.ZoomablePlane;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** The engines of this machine. */
final class MachineWorkshop implements Workshop {

    private final BooleanSupplier libtorch;

    /**
     * Creates a workshop.
     *
     * @param libtorch says whether libtorch is there; asked when something needs it, as it is
     *     loaded
     */
    MachineWorkshop(BooleanSupplier libtorch) {
        this.libtorch = libtorch;
    }

    @Override
    public void useDevice(String device) {
        if (libtorch.getAsBoolean()) {
            Devices.use(device);
        } else if (!device.equals(Devices.AUTO) && !device.equals(Devices.CPU)) {
            throw new IllegalArgumentException(
                    "device is %s, but without libtorch, which is not there for %s, it can only be"
                                    .formatted(device, platform())
                            + " auto or cpu");
        }
    }

    @Override
    public Trainer trainer() {
        if (!libtorch.getAsBoolean()) {
            throw Refusal.failure(
                    "training needs libtorch, which is not there for %s; train on Linux or Windows"
                            + " (x86-64) or on macOS, and render the model here",
                    platform());
        }
        return new TorchTrainer();
    }

    private static String platform() {
        return System.getProperty("os.name") + " on " + System.getProperty("os.arch");
    }

    @Override
    public Rendering open(TextureModel model, int threads, String engine, Detail detail) {
        Function<TextureModel, Generator> opener =
                other ->
                        engine.equals(FASTEST)
                                ? Engines.fastest(other, threads)
                                : Engines.named(engine, other, threads);
        return detail == Detail.WOVEN
                ? Woven.of(ZoomLevels.ofAll(model, opener))
                : new Opened(model, opener, opener.apply(model), new ArrayList<>());
    }

    @Override
    public Optional<Weave> weave(
            TextureModel model,
            Exemplars exemplars,
            int start,
            BooleanSupplier hurry,
            Consumer<Fact> notes) {
        int threads = Runtime.getRuntime().availableProcessors();
        return new WeaveChoice(model, exemplars, other -> generator(other, threads))
                .learn(start, hurry, notes);
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
        public PixelSource halved(NoiseField field, int level) {
            ZoomablePlane plane = new ZoomablePlane(model, opener, field, Detail.NETWORK);
            planes.add(plane);
            return plane.level(level);
        }

        @Override
        public void close() {
            planes.forEach(ZoomablePlane::close);
            generator.close();
        }
    }

    /** Renders woven pictures; a plane is kept, as its maps share its blocks. */
    private record Woven(ZoomLevels levels, Map<NoiseField, ZoomablePlane> planes)
            implements Rendering {

        static Woven of(ZoomLevels levels) {
            try {
                levels.weaver();
            } catch (RuntimeException e) {
                levels.close();
                throw e;
            }
            return new Woven(levels, new IdentityHashMap<>());
        }

        private ZoomablePlane opened(NoiseField field) {
            return planes.computeIfAbsent(
                    field, own -> ZoomablePlane.of(levels, own, Detail.WOVEN));
        }

        @Override
        public PixelSource plane(NoiseField field) {
            return opened(field).level(0);
        }

        @Override
        public PixelSource halved(NoiseField field, int level) {
            return opened(field).level(level);
        }

        @Override
        public PixelSource map(NoiseField field, int level, MapKind kind) {
            return opened(field).map(kind, level);
        }

        @Override
        public void close() {
            levels.close();
        }
    }
}
