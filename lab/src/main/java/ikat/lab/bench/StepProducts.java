package ikat.lab.bench;

import ikat.image.PixelRegion;
import ikat.model.ModelSpec;
import ikat.render.RegionPlan;
import ikat.train.TrainingPlan;
import java.util.ArrayList;
import java.util.List;

/** How many multiplications the convolutions of a training step take. */
final class StepProducts {

    private StepProducts() {}

    /**
     * The generator goes forwards, and backwards to its weights and to its inputs. The
     * discriminator goes forwards over real and fake patches for its own step and again for the
     * generator's; backwards to its weights over both, and to its inputs over both and once more
     * for the generator, the pictures of its own step left out.
     */
    static double of(TrainingPlan plan, ModelSpec spec) {
        PixelRegion patch =
                new PixelRegion(0, 0, plan.crops().patchPixels(), plan.crops().patchPixels());
        double generator = RegionPlan.of(spec, patch).multiplications(spec);
        List<Double> layers = layers(plan, spec.colourChannels());
        double judged = layers.stream().mapToDouble(Double::doubleValue).sum();
        double forwards = plan.optimiser().featureWeight() > 0 ? 4 : 3;
        double own = 2 * (judged + judged - layers.get(0));
        return plan.crops().batch() * (3 * generator + forwards * judged + own + judged);
    }

    private static List<Double> layers(TrainingPlan plan, int colours) {
        List<Double> products = new ArrayList<>();
        int in = colours;
        int kernel = plan.technique().discriminatorKernel();
        double side = plan.crops().patchPixels();
        List<Integer> channels = new ArrayList<>(plan.shape().discriminatorChannels());
        channels.add(1);
        for (int out : channels) {
            side /= 2;
            products.add(side * side * in * out * kernel * kernel);
            in = out;
        }
        return products;
    }
}
