package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.render.Generator;
import ikat.render.Models;
import ikat.render.RegionPlan;
import ikat.torch.Threads;
import ikat.torch.render.TorchGenerator;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import ikat.train.TrainingProgress;
import java.util.AbstractList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each engine and each training computes with its own number of threads, whoever else computes. */
class ThreadCountTest {

    private static final TextureModel MODEL = Models.local();

    /** Noise that an engine waits for once it has begun to compute. */
    private static final class Awaited extends AbstractList<float[]> {

        private final List<float[]> noise;
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch allowed = new CountDownLatch(1);

        Awaited(List<float[]> noise) {
            this.noise = noise;
        }

        @Override
        public float[] get(int stage) {
            begun.countDown();
            await(allowed);
            return noise.get(stage);
        }

        @Override
        public int size() {
            return noise.size();
        }
    }

    /**
     * The first render ends while the second one computes, and the second ends last: whoever put
     * back what was there when it began would leave the count of the first one.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void overlappingRendersLeaveATrainingItsCount(int threads) throws Exception {
        Awaited first = new Awaited(noise());
        Awaited second = new Awaited(noise());
        FutureTask<?> firstRender = start(() -> render(first));
        await(first.begun);
        FutureTask<?> secondRender = start(() -> render(second));
        await(second.begun);
        first.allowed.countDown();
        firstRender.get();
        second.allowed.countDown();
        secondRender.get();
        assertThat(countsInTraining(threads)).containsExactly(threads);
        assertThat(start(torch::get_num_threads).get())
                .as("on a thread that wished for none")
                .isEqualTo(Threads.ofMachine());
    }

    @Test
    void aRenderMeanwhileLeavesATrainingItsCount() throws Exception {
        Awaited meanwhile = new Awaited(noise());
        FutureTask<?> render = start(() -> render(meanwhile));
        await(meanwhile.begun);
        assertThat(countsInTraining(2)).containsExactly(2);
        meanwhile.allowed.countDown();
        render.get();
    }

    @Test
    void aThreadHasItsOwnCountBackAfterARender() throws Exception {
        start(
                        () -> {
                            int before = torch.get_num_threads();
                            render(noise());
                            assertThat(torch.get_num_threads()).isEqualTo(before);
                            return null;
                        })
                .get();
    }

    /** The counts that libtorch names after each step of a training on a new thread. */
    private static Set<Integer> countsInTraining(int threads) throws Exception {
        Set<Integer> counts = ConcurrentHashMap.newKeySet();
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void progressed(TrainingProgress progress) {
                        counts.add(torch.get_num_threads());
                    }
                };
        Exemplar stripes = Trainings.stripes(12);
        TrainingJob job =
                TrainingJob.of(
                        Exemplars.of(stripes),
                        Trainings.toTheLast(Trainings.plan(stripes, 3, List.of(), 0)));
        start(() -> new TorchTrainer(threads).train(job, listener)).get();
        return counts;
    }

    private static RegionPlan plan() {
        return RegionPlan.of(MODEL.spec(), new PixelRegion(0, 0, 32, 32));
    }

    private static List<float[]> noise() {
        return NoiseField.endless(MODEL, 1).samples(plan().inputs());
    }

    private static float[] render(List<float[]> noise) {
        try (Generator engine = new TorchGenerator(MODEL, 1)) {
            return engine.generate(noise, plan());
        }
    }

    private static <T> FutureTask<T> start(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(task).start();
        return task;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
