package ikat.model;

import ikat.text.Checks;
import ikat.text.Excerpt;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named tensors of a generator and its waves. The required names and shapes follow from the {@link
 * ModelSpec}; see {@link #shapesOf}. Immutable unless a caller writes to the arrays; thread-safe.
 */
public final class Weights {

    private static final String CODES = "textures.codes";

    private final Map<String, Weight> byName;

    private Weights(Map<String, Weight> byName) {
        this.byName = byName;
    }

    /** Creates weights from a map, in its iteration order. */
    public static Weights of(Map<String, Weight> byName) {
        Map<String, Weight> copy = new LinkedHashMap<>();
        byName.forEach(
                (name, weight) ->
                        copy.put(
                                Checks.present("the name of a weight", name),
                                Checks.present(name, weight)));
        return new Weights(Collections.unmodifiableMap(copy));
    }

    /**
     * Returns the tensor with the given name.
     *
     * @throws IllegalArgumentException if absent
     */
    public Weight get(String name) {
        Weight weight = byName.get(name);
        if (weight == null) {
            throw new IllegalArgumentException(
                    "the weight %s is missing; there are %s"
                            .formatted(name, Excerpt.plain(byName.keySet().toString(), 400)));
        }
        return weight;
    }

    /** An unmodifiable map of all tensors by name. */
    public Map<String, Weight> asMap() {
        return byName;
    }

    /**
     * Names and shapes of the weights of a model, in the order of the model file: {@code
     * stages.<i>.weight} {@code [out scale², in, kernel, kernel]}, then {@code stages.<i>.bias}
     * {@code [out scale²]} or, if the stage is normalised, {@code stages.<i>.norm.weight}, {@code
     * bias}, {@code running_mean} and {@code running_var} {@code [out]}; with waves {@code
     * waves.base} {@code [waves, 2]}, x before y, in radians per cell; with waves and global
     * channels {@code waves.hidden.weight} {@code [hidden, globals]}, {@code waves.hidden.bias}
     * {@code [hidden]}, {@code waves.out.weight} {@code [2 waves, hidden]} and {@code
     * waves.out.bias} {@code [2 waves]}; with named textures {@code textures.codes} {@code [total
     * codes, globals]}, each in [-1, 1].
     */
    public static Map<String, int[]> shapesOf(ModelSpec spec) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        for (int i = 0; i < spec.stages().size(); i++) {
            addStage(shapes, "stages." + i + ".", spec.stages().get(i));
        }
        int waves = spec.noise().waves();
        if (waves > 0) {
            shapes.put("waves.base", new int[] {waves, 2});
        }
        int hidden = spec.waveHidden();
        if (hidden > 0) {
            shapes.put("waves.hidden.weight", new int[] {hidden, spec.noise().globalChannels()});
            shapes.put("waves.hidden.bias", new int[] {hidden});
            shapes.put("waves.out.weight", new int[] {2 * waves, hidden});
            shapes.put("waves.out.bias", new int[] {2 * waves});
        }
        int codes =
                spec.textures().stream().mapToInt(NamedTexture::codes).reduce(0, Math::addExact);
        if (codes > 0) {
            shapes.put(CODES, new int[] {codes, spec.noise().globalChannels()});
        }
        return shapes;
    }

    private static void addStage(Map<String, int[]> shapes, String prefix, Stage stage) {
        int convolved = stage.convolvedChannels();
        shapes.put(
                prefix + "weight",
                new int[] {convolved, stage.inChannels(), stage.kernel(), stage.kernel()});
        if (!stage.normalised()) {
            shapes.put(prefix + "bias", new int[] {convolved});
            return;
        }
        for (String name : new String[] {"weight", "bias", "running_mean", "running_var"}) {
            shapes.put(prefix + "norm." + name, new int[] {stage.outChannels()});
        }
    }

    /** Throws IllegalArgumentException if names, shapes or values do not match the model. */
    void check(ModelSpec spec) {
        Map<String, int[]> shapes = shapesOf(spec);
        for (Map.Entry<String, int[]> expected : shapes.entrySet()) {
            checkOne(expected.getKey(), get(expected.getKey()), expected.getValue());
        }
        for (String name : byName.keySet()) {
            if (!shapes.containsKey(name)) {
                throw new IllegalArgumentException(
                        "the weight " + Excerpt.of(name) + " has no place in the model's spec");
            }
        }
    }

    private static void checkOne(String name, Weight weight, int[] shape) {
        if (!Arrays.equals(weight.shape(), shape)) {
            throw new IllegalArgumentException(
                    "%s has shape %s, but must have %s"
                            .formatted(
                                    name, Arrays.toString(weight.shape()), Arrays.toString(shape)));
        }
        float least = name.endsWith("norm.running_var") ? 0 : -Float.MAX_VALUE;
        float most = Float.MAX_VALUE;
        if (name.equals(CODES)) {
            least = -1;
            most = 1;
        }
        for (float value : weight.values()) {
            if (!(value >= least && value <= most)) {
                throw new IllegalArgumentException(
                        name + " holds " + value + ", but must be " + allowed(least, most));
            }
        }
    }

    private static String allowed(float least, float most) {
        if (most == 1) {
            return "from -1 to 1";
        }
        return least == 0 ? "finite and not negative" : "finite";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights weights && byName.equals(weights.byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }

    @Override
    public String toString() {
        return "Weights" + byName.values();
    }
}
