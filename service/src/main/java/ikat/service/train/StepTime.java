package ikat.service.train;

import ikat.train.Crops;
import ikat.train.Shape;
import ikat.train.Technique;
import ikat.train.Technique.Fakes;
import ikat.train.TrainingPlan;
import ikat.train.Width;
import java.util.List;

/** Estimate of a training step's time on two cores, from its multiplications. */
public final class StepTime {

    /** Passes of the generator: forwards, and backwards to weights and inputs. */
    private static final double GENERATOR_PASSES = 3;

    /**
     * Passes of the discriminator: on real and fake patches for its own step, then for the
     * generator's.
     */
    private static final double DISCRIMINATOR_PASSES = 9;

    private static final int GENERATOR_TAPS = 9;
    private static final int COLOURS = 3;

    private StepTime() {}

    /** Seconds of a step on two cores. */
    public static double seconds(TrainingPlan plan) {
        double each =
                passes(plan.technique()) * generator(plan)
                        + DISCRIMINATOR_PASSES * discriminator(plan);
        Crops crops = plan.crops();
        double pixels = (double) crops.batch() * crops.patchPixels() * crops.patchPixels();
        return each * pixels / multiplicationsPerSecond(plan.width());
    }

    private static double passes(Technique technique) {
        return GENERATOR_PASSES + (technique.fakes() == Fakes.FRESH ? 1 : 0);
    }

    /** From docs/results.md: wider layers get more of what the cores can do. */
    private static double multiplicationsPerSecond(Width width) {
        return switch (width) {
            case LIVE -> 6e10;
            case STANDARD -> 9e10;
            case FULL -> 1.2e11;
        };
    }

    /** Multiplications a pixel of the generator: each stage puts out four points for one. */
    private static double generator(TrainingPlan plan) {
        Shape shape = plan.shape();
        double sum = 0;
        int in = 0;
        for (int stage = 0; stage < shape.depth(); stage++) {
            in += plan.noise().spec().channelsInto(stage);
            boolean last = stage == shape.depth() - 1;
            int out = last ? COLOURS : shape.generatorChannels().get(stage);
            sum += GENERATOR_TAPS * in * out / Math.pow(4, shape.depth() - stage - 1);
            in = out;
        }
        return sum;
    }

    /** Multiplications a pixel of the discriminator, whose layers each keep one point of four. */
    private static double discriminator(TrainingPlan plan) {
        List<Integer> channels = plan.shape().discriminatorChannels();
        double taps = Math.pow(plan.technique().discriminatorKernel(), 2);
        double sum = 0;
        int in = COLOURS;
        for (int layer = 0; layer <= channels.size(); layer++) {
            int out = layer == channels.size() ? 1 : channels.get(layer);
            sum += taps * in * out / Math.pow(4, layer + 1);
            in = out;
        }
        return sum;
    }
}
