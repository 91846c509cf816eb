package ikat.service.train;

import com.sun.management.OperatingSystemMXBean;
import ikat.image.ExemplarFacts;
import ikat.service.Refusal;
import ikat.train.Shape;
import ikat.train.TrainingPlan;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** What a training takes, known before it begins. */
final class TrainingCost {

    /** Codes of places: each is compared with all others before the first step. */
    private static final long MOST_CODES = 4096;

    /**
     * Bytes for each number that a network puts out for a step, with its gradients and the copies
     * that layers keep; measured on plans of 0.2 to 8 megapixels of all widths, within a quarter.
     */
    private static final double BYTES_PER_OUTPUT = 38;

    /** Bytes of the process without a step: Java, libtorch, weights, pictures. */
    private static final double BYTES_BESIDE = 0.6e9;

    private static final int COLOURS = 3;
    private static final int MOST_TAPS = 25; // of a kernel

    /** Of previews, the report, and pictures that detail is woven from. */
    private static final long BYTES_OF_PICTURES = 8 << 20;

    private TrainingCost() {}

    /**
     * Refuses a training that this machine has too little memory for, or whose codes would take
     * hours to set up.
     *
     * @throws Refusal one sentence
     */
    static void check(TrainingPlan plan, List<ExemplarFacts> pictures) {
        OperatingSystemMXBean machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        check(plan, pictures, machine.getTotalMemorySize());
    }

    static void check(TrainingPlan plan, List<ExemplarFacts> pictures, long memory) {
        double bytes = bytes(plan);
        if (bytes > memory) {
            throw Refusal.usage(
                    String.format(
                            Locale.ROOT,
                            "a step of batch %d, patch %d and width %s takes about %.0f GB, but"
                                    + " this machine has %.0f GB of memory; take a smaller batch,"
                                    + " patch or width",
                            plan.crops().batch(),
                            plan.crops().patchPixels(),
                            plan.width().name().toLowerCase(Locale.ROOT),
                            bytes / 1e9,
                            memory / 1e9));
        }
        int apart = plan.codes().placePixels();
        if (apart > 0 && plan.noise().globalChannels() > 0) {
            double codes =
                    pictures.stream()
                            .mapToDouble(p -> (double) p.width() / apart * p.height() / apart)
                            .sum();
            if (codes > MOST_CODES) {
                throw Refusal.usage(
                        String.format(
                                Locale.ROOT,
                                "placePixels is %d, which makes %.0f codes, but at most %d are"
                                        + " learned; give at least %.0f",
                                apart,
                                codes,
                                MOST_CODES,
                                Math.ceil(apart * Math.sqrt(codes / MOST_CODES))));
            }
        }
    }

    /**
     * The bytes that a training writes at most, about: the model, and checkpoints of it with the
     * discriminator, their moments and the best state so far.
     */
    static long diskBytes(TrainingPlan plan) {
        Shape shape = plan.shape();
        double generator = weights(plan.noise().localChannels(), shape.generatorChannels());
        double discriminator = weights(COLOURS, shape.discriminatorChannels());
        double checkpoint = 5 * generator + 3 * discriminator;
        return Math.round(Float.BYTES * (generator + 2 * checkpoint)) + BYTES_OF_PICTURES;
    }

    private static double weights(int in, List<Integer> channels) {
        double sum = 0;
        int before = in;
        for (int next : channels) {
            sum += (double) MOST_TAPS * before * next;
            before = next;
        }
        return sum;
    }

    /** The memory in bytes that the process takes while it trains, on a CPU. */
    static double bytes(TrainingPlan plan) {
        Shape shape = plan.shape();
        double outputs = COLOURS; // for each pixel of a patch
        for (int stage = 0; stage < shape.depth() - 1; stage++) {
            outputs +=
                    shape.generatorChannels().get(stage) / Math.pow(4, shape.depth() - stage - 1.0);
        }
        List<Integer> discriminator = shape.discriminatorChannels();
        for (int layer = 0; layer < discriminator.size(); layer++) {
            outputs += discriminator.get(layer) / Math.pow(4, layer + 1.0);
        }
        double side = plan.crops().patchPixels();
        return BYTES_BESIDE + BYTES_PER_OUTPUT * outputs * plan.crops().batch() * side * side;
    }
}
