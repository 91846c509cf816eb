package ikat.model;

import ikat.io.AtomicFile;
import ikat.text.Checks;
import ikat.text.Excerpt;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * A trained texture model with everything needed to generate pictures and to trace its origin. It
 * is stored as a single safetensors file, which any reader of that format can open and which cannot
 * run code; {@code docs/model-format.md} describes the layout. Immutable and thread-safe.
 *
 * @param spec its architecture
 * @param weights its tensors, exactly those of {@link Weights#shapesOf}, all finite, {@code
 *     running_var} not negative, at most 64 Mi values
 * @param plan all training settings, as strings, numbers, booleans, lists and maps of these
 * @param provenance its origin
 * @param weave what weaves detail from its exemplars, or null if it has none
 */
public record TextureModel(
        ModelSpec spec,
        Weights weights,
        Map<String, Object> plan,
        Provenance provenance,
        @Nullable Weave weave) {

    private static final String FORMAT = "format";
    private static final String FORMAT_NAME = "ikat-texture";
    private static final String VERSION = "format_version";
    private static final int CURRENT_VERSION = 6;
    private static final String SPEC = "spec";
    private static final String PLAN = "plan";
    private static final String PROVENANCE = "provenance";
    private static final String WEAVE = "weave";

    /** What is said of a training of thousands of pictures has less. */
    private static final int LONGEST_PLAN = 1 << 22;

    static final long MOST_VALUES = 1L << 26;

    /** Throws IllegalArgumentException with a one-sentence message if the parts do not match. */
    public TextureModel {
        Checks.present("spec", spec);
        Checks.present("provenance", provenance);
        long count =
                weights.asMap().values().stream().mapToLong(weight -> weight.values().length).sum();
        Checks.range("number of weights", count, 1, MOST_VALUES);
        weights.check(spec);
        plan = PlainValues.copy("the plan", plan);
        if (weave != null) {
            weave.check(spec);
        }
    }

    /** Creates a model that weaves no detail. */
    public TextureModel(
            ModelSpec spec, Weights weights, Map<String, Object> plan, Provenance provenance) {
        this(spec, weights, plan, provenance, null);
    }

    /** This model with another weave, or with none if null. */
    public TextureModel withWeave(@Nullable Weave other) {
        return new TextureModel(spec, weights, plan, provenance, other);
    }

    /**
     * Reads a model file.
     *
     * @throws ModelFormatException if the file is damaged or malicious, is not a model, or has a
     *     newer version
     * @throws java.nio.file.NoSuchFileException if the file does not exist
     */
    public static TextureModel read(Path file) throws IOException {
        return of(SafetensorsReader.read(file, MOST_VALUES), file);
    }

    /**
     * Writes a model file at full precision, atomically (see {@link AtomicFile}).
     *
     * @throws IOException if writing fails; the message is one sentence with the file and the
     *     reason
     */
    public void write(Path file) throws IOException {
        write(file, Precision.FULL);
    }

    /**
     * Writes a model file at the given precision, atomically (see {@link AtomicFile}).
     *
     * @throws IOException if writing fails; the message is one sentence with the file and the
     *     reason
     */
    public void write(Path file, Precision precision) throws IOException {
        Map<String, Dtype> dtypes = new LinkedHashMap<>();
        precision.halves(weights).forEach(name -> dtypes.put(name, Dtype.F16));
        Safetensors content = content();
        content.tensors().keySet().stream()
                .filter(WeaveFile::isPicture)
                .forEach(name -> dtypes.put(name, Dtype.U8));
        SafetensorsWriter.write(content, dtypes, file);
    }

    /** The first version of the format that has all that this model consists of. */
    private int version() {
        if (spec.bordered()) {
            return CURRENT_VERSION;
        }
        if (weave == null) {
            return 1;
        }
        Predicate<Weave.Source> partly =
                source -> source.domain().isTorus() || source.domain().hides();
        if (weave.sources().stream().anyMatch(partly)) {
            return 5;
        }
        if (!weave.maps().kinds().isEmpty()) {
            return 4;
        }
        return weave.heads() == 1 ? 2 : 3;
    }

    /** The model as the metadata and tensors of a safetensors file. */
    Safetensors content() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(FORMAT, FORMAT_NAME);
        metadata.put(VERSION, String.valueOf(version()));
        metadata.put(SPEC, ModelJson.write(spec));
        metadata.put(PLAN, ModelJson.write(plan));
        metadata.put(PROVENANCE, ModelJson.write(provenance));
        Map<String, Weight> ordered = new LinkedHashMap<>();
        for (String name : Weights.shapesOf(spec).keySet()) {
            ordered.put(name, weights.get(name));
        }
        if (weave != null) {
            metadata.put(WEAVE, ModelJson.write(WeaveFile.facts(weave)));
            ordered.putAll(WeaveFile.tensors(weave));
        }
        return new Safetensors(ordered, metadata);
    }

    private static TextureModel of(Safetensors content, Path file) throws ModelFormatException {
        Map<String, String> metadata = content.metadata();
        checkFormat(metadata, file);
        try {
            checkVersion(part(metadata, VERSION));
            Checks.range("characters of `plan`", part(metadata, PLAN).length(), 0, LONGEST_PLAN);
            Map<String, Weight> weights = new LinkedHashMap<>(content.tensors());
            Map<String, Weight> woven = new LinkedHashMap<>();
            if (metadata.containsKey(WEAVE)) {
                woven.putAll(weights);
                woven.keySet().removeIf(name -> !WeaveFile.isPart(name));
                weights.keySet().removeAll(woven.keySet());
            }
            return new TextureModel(
                    ModelJson.read(SPEC, part(metadata, SPEC), new TypeReference<ModelSpec>() {}),
                    Weights.of(weights),
                    ModelJson.read(
                            PLAN,
                            part(metadata, PLAN),
                            new TypeReference<Map<String, Object>>() {}),
                    ModelJson.read(
                            PROVENANCE,
                            part(metadata, PROVENANCE),
                            new TypeReference<Provenance>() {}),
                    metadata.containsKey(WEAVE)
                            ? WeaveFile.of(
                                    ModelJson.read(
                                            WEAVE,
                                            part(metadata, WEAVE),
                                            new TypeReference<WeaveFile.Facts>() {}),
                                    woven)
                            : null);
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(file + ": " + e.getMessage(), e);
        }
    }

    private static void checkFormat(Map<String, String> metadata, Path file)
            throws ModelFormatException {
        String format = metadata.get(FORMAT);
        if (!FORMAT_NAME.equals(format)) {
            String why =
                    format == null
                            ? "its metadata lacks `" + FORMAT + "`"
                            : "its `" + FORMAT + "` is " + Excerpt.of(format);
            throw new ModelFormatException(
                    file + " is a safetensors file but not an Ikat model; " + why);
        }
    }

    private static void checkVersion(String version) {
        boolean number = version.matches("[1-9][0-9]{0,8}");
        if (number && Integer.parseInt(version) <= CURRENT_VERSION) {
            return;
        }
        throw new IllegalArgumentException(
                "%s is %s, but this Ikat reads 1 to %s%s"
                        .formatted(
                                VERSION,
                                Excerpt.of(version),
                                CURRENT_VERSION,
                                number ? "; a newer Ikat wrote the file and reads it" : ""));
    }

    private static String part(Map<String, String> metadata, String name) {
        return Checks.present("`" + name + "` of the metadata", metadata.get(name));
    }

    /**
     * Immutable copies of JSON values, in the form in which they are read back: whole numbers as
     * Integer, else Long, else BigInteger; fractions as Double.
     */
    private static final class PlainValues {

        private static final int DEEPEST = 32;

        private PlainValues() {}

        static Map<String, Object> copy(String name, Map<?, ?> values) {
            return map(name, values, 0);
        }

        private static Map<String, Object> map(String name, Map<?, ?> values, int depth) {
            Checks.range("depth of " + name, depth, 0, DEEPEST);
            Map<String, Object> copy = new LinkedHashMap<>();
            values.forEach((key, value) -> put(copy, name, key, value, depth));
            return Collections.unmodifiableMap(copy);
        }

        @SuppressWarnings("NullAway") // a value of a plan may be null, as in JSON
        private static void put(
                Map<String, Object> copy,
                String name,
                Object key,
                @Nullable Object value,
                int depth) {
            if (!(key instanceof String text)) {
                throw new IllegalArgumentException("a name in " + name + " is no text: " + key);
            }
            copy.put(text, value(Excerpt.of(text) + " of " + name, value, depth));
        }

        private static List<Object> list(String name, List<?> values, int depth) {
            Checks.range("depth of " + name, depth, 0, DEEPEST);
            List<Object> copy = new ArrayList<>();
            for (Object value : values) {
                copy.add(Checks.present("an entry in " + name, value(name, value, depth)));
            }
            return Collections.unmodifiableList(copy);
        }

        private static @Nullable Object value(String name, @Nullable Object value, int depth) {
            if (value == null || value instanceof String || value instanceof Boolean) {
                return value;
            }
            if (value instanceof Map<?, ?> map) {
                return map(name, map, depth + 1);
            }
            if (value instanceof List<?> list) {
                return list(name, list, depth + 1);
            }
            if (value instanceof Number number) {
                return number(name, number);
            }
            throw new IllegalArgumentException(
                    "%s is a %s, but must be a text, number, truth value, list or map"
                            .formatted(name, value.getClass().getSimpleName()));
        }

        private static Number number(String name, Number number) {
            if (number instanceof Double || number instanceof Float) {
                if (!Double.isFinite(number.doubleValue())) {
                    throw new IllegalArgumentException(
                            name + " is " + number + ", but must be finite");
                }
                return Double.valueOf(number.toString()); // the digits as written to JSON
            }
            long whole = number.longValue();
            if (number instanceof BigInteger big && !big.equals(BigInteger.valueOf(whole))) {
                return big;
            }
            if (whole == (int) whole) {
                return (int) whole;
            }
            return whole;
        }
    }
}
