package ikat.torch.train;

import ikat.train.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The share of a training that is over at each step, by which the learning rate falls and states
 * are judged. By time it rises in twentieths, and the step of each is written down: a training of
 * as many steps with the same ticks makes the same decisions, however fast the machine is.
 */
final class Schedule {

    private final Budget budget;
    private final DoubleSupplier seconds;
    private final List<Integer> ticks = new ArrayList<>();
    private long last = -1;

    /**
     * The schedule of a budget.
     *
     * @param seconds trained so far
     */
    Schedule(Budget budget, DoubleSupplier seconds) {
        this.budget = budget;
        this.seconds = seconds;
    }

    /** The share that is over before a step, 0 to 1; asked again it is the same. */
    double fraction(long step) {
        if (budget.steps() == 0) {
            return byTime(step);
        }
        if (step >= budget.steps() || budget.ticks().isEmpty()) {
            return Math.min(1, (double) step / budget.steps());
        }
        long passed = budget.ticks().stream().filter(tick -> tick <= step).count();
        return Math.min(passed, Budget.TICKS_IN_ALL - 1) / (double) Budget.TICKS_IN_ALL;
    }

    private double byTime(long step) {
        if (step != last) {
            last = step;
            double over = Budget.TICKS_IN_ALL * seconds.getAsDouble() / budget.seconds();
            while (ticks.size() < Math.min(Budget.TICKS_IN_ALL, (int) over)) {
                ticks.add(Math.toIntExact(step));
            }
        }
        return ticks.size() / (double) Budget.TICKS_IN_ALL;
    }

    /** The step of each twentieth of a training by time. */
    List<Integer> ticks() {
        return List.copyOf(ticks);
    }
}
