package ikat.lab.gram;

import ikat.torch.Tensors;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Limited-memory BFGS (Nocedal 1980) with box constraints: variables at a bound whose step leads
 * outside are held fixed, and each step is projected onto the box (Bertsekas 1982). Not
 * thread-safe.
 */
final class Lbfgs implements AutoCloseable {

    /** The function to minimise. */
    interface Objective {

        /** Returns the value at a point and overwrites {@code gradient} with the gradient there. */
        double at(Tensor point, Tensor gradient);
    }

    private static final int MEMORY = 10;
    private static final int MOST_HALVINGS = 8;
    private static final double SUFFICIENT = 1e-4; // Armijo constant, Nocedal and Wright, 3.1
    private static final double LEAST_CURVATURE = 1e-10;
    private static final double FIRST_STEP = 0.1;

    private final Objective objective;
    private final double bound;
    private final Tensor point;
    private final Tensor gradient;
    private final Tensor tried;
    private final Tensor triedGradient;
    private final Tensor moves;
    private final Tensor changes;
    private final double[] curvature = new double[MEMORY];
    private int kept;
    private int newest = -1;
    private double value;

    /**
     * Starts at a point.
     *
     * @param start initial point; copied
     * @param bound every variable stays within {@code [-bound, bound]}
     */
    Lbfgs(Objective objective, Tensor start, double bound) {
        this.objective = objective;
        this.bound = bound;
        this.point = start.clone();
        this.gradient = torch.zeros_like(start);
        this.tried = torch.zeros_like(start);
        this.triedGradient = torch.zeros_like(start);
        this.moves = torch.zeros(MEMORY, start.numel());
        this.changes = torch.zeros(MEMORY, start.numel());
        this.value = objective.at(point, gradient);
    }

    /** The current point, valid until the optimiser is closed. */
    Tensor point() {
        return point;
    }

    /** The objective's value at the current point. */
    double value() {
        return value;
    }

    /**
     * Takes one step with a line search.
     *
     * @return false if no better point was found: the optimisation has converged
     */
    boolean step() {
        if (advance()) {
            return true;
        }
        boolean bent = kept > 0;
        kept = 0;
        return bent && advance();
    }

    private boolean advance() {
        try (PointerScope scope = new PointerScope()) {
            Tensor free = free();
            Tensor direction = direction(free);
            double length = 1;
            for (int halving = 0; halving <= MOST_HALVINGS; halving++, length /= 2) {
                tried.copy_(point.add(direction, Tensors.scalar(length)));
                clamp(tried);
                Tensor move = tried.sub(point);
                double expected = dot(gradient, move);
                double found = objective.at(tried, triedGradient);
                if (expected < 0 && found <= value + SUFFICIENT * expected) {
                    remember(move);
                    value = found;
                    return true;
                }
            }
            return false;
        }
    }

    private void remember(Tensor move) {
        Tensor change = triedGradient.sub(gradient);
        double product = dot(move, change);
        if (product > LEAST_CURVATURE * dot(change, change)) {
            newest = (newest + 1) % MEMORY;
            kept = Math.min(kept + 1, MEMORY);
            curvature[newest] = product;
            moves.select(0, newest).copy_(move.flatten());
            changes.select(0, newest).copy_(change.flatten());
        }
        point.copy_(tried);
        gradient.copy_(triedGradient);
    }

    /**
     * Mask of the free variables: 1 where a variable may move along the negative gradient, 0 where
     * it is held at the bound.
     */
    private Tensor free() {
        Tensor against = gradient.sign().neg().mul(point); // bound where a step leads outside
        return against.lt(Tensors.scalar(bound)).to(torch.ScalarType.Float);
    }

    /** The two-loop recursion (Nocedal and Wright, algorithm 7.4). */
    private Tensor direction(Tensor free) {
        Tensor q = gradient.mul(free).flatten();
        if (kept == 0) {
            double largest = q.abs().max().item_float();
            return q.mul(Tensors.scalar(-FIRST_STEP / Math.max(largest, Float.MIN_NORMAL)))
                    .view_as(point);
        }
        double[] shares = new double[MEMORY];
        for (int age = 0; age < kept; age++) {
            int i = Math.floorMod(newest - age, MEMORY);
            shares[i] = dot(moves.select(0, i), q) / curvature[i];
            q.add_(changes.select(0, i), Tensors.scalar(-shares[i]));
        }
        Tensor last = changes.select(0, newest);
        q.mul_(Tensors.scalar(curvature[newest] / dot(last, last)));
        for (int age = kept - 1; age >= 0; age--) {
            int i = Math.floorMod(newest - age, MEMORY);
            double back = dot(changes.select(0, i), q) / curvature[i];
            q.add_(moves.select(0, i), Tensors.scalar(shares[i] - back));
        }
        return q.view_as(point).mul(free).neg();
    }

    private void clamp(Tensor tensor) {
        tensor.clamp_(
                new ScalarOptional(Tensors.scalar(-bound)),
                new ScalarOptional(Tensors.scalar(bound)));
    }

    private static double dot(Tensor a, Tensor b) {
        return a.flatten().dot(b.flatten()).item_float();
    }

    @Override
    public void close() {
        point.close();
        gradient.close();
        tried.close();
        triedGradient.close();
        moves.close();
        changes.close();
    }
}
