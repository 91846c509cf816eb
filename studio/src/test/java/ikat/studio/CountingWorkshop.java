package ikat.studio;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.model.ModelSpec;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.render.Generator;
import ikat.render.RegionPlan;
import ikat.service.FakeWorkshop;
import ikat.service.Rendering;
import ikat.service.Scoring;
import ikat.service.Workshop;
import ikat.text.Fact;
import ikat.train.Trainer;
import ikat.weave.Detail;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts what its engines generate, and lets them wait at a gate. */
public final class CountingWorkshop implements Workshop {

    private final FakeWorkshop fake = new FakeWorkshop();
    private final AtomicInteger begun = new AtomicInteger();
    private final Semaphore gate = new Semaphore(0);
    private volatile boolean shut;
    private volatile @Nullable Error error;

    /** How many regions were begun. */
    public int begun() {
        return begun.get();
    }

    /** From now on engines wait. */
    public void shutGate() {
        shut = true;
    }

    /** Engines go on. */
    public void openGate() {
        shut = false;
        gate.release(1_000_000);
    }

    /** From now on engines fail with an error, or no longer if it is null. */
    public void fail(@Nullable Error with) {
        error = with;
    }

    private void pass() {
        begun.incrementAndGet();
        Error thrown = error;
        if (thrown != null) {
            throw thrown;
        }
        if (shut) {
            gate.acquireUninterruptibly();
        }
    }

    @Override
    public Generator generator(TextureModel model, int threads) {
        return new Counting(fake.generator(model, threads));
    }

    @Override
    public void useDevice(String device) {
        fake.useDevice(device);
    }

    @Override
    public Trainer trainer() {
        return fake.trainer();
    }

    @Override
    public Rendering open(TextureModel model, int threads, String engine, Detail detail) {
        return fake.open(model, threads, engine, detail);
    }

    @Override
    public Optional<Weave> weave(
            TextureModel model,
            Exemplars exemplars,
            int start,
            BooleanSupplier hurry,
            Consumer<Fact> notes) {
        return fake.weave(model, exemplars, start, hurry, notes);
    }

    @Override
    public Scoring scoring(Exemplar exemplar) {
        return fake.scoring(exemplar);
    }

    private final class Counting implements Generator {

        private final Generator engine;

        Counting(Generator engine) {
            this.engine = engine;
        }

        @Override
        public ModelSpec spec() {
            return engine.spec();
        }

        @Override
        public int threads() {
            return engine.threads();
        }

        @Override
        public Generator onOneThread() {
            return new Counting(engine.onOneThread());
        }

        @Override
        public float[] generate(List<float[]> noise, RegionPlan plan) {
            pass();
            return engine.generate(noise, plan);
        }

        @Override
        public float[] features(List<float[]> noise, RegionPlan plan, int stages) {
            return engine.features(noise, plan, stages);
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
