package ikat.model;

import ikat.io.AtomicFile;
import ikat.text.Checks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

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
 */
public record TextureModel(
        ModelSpec spec, Weights weights, Map<String, Object> plan, Provenance provenance) {

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
    }

    /**
     * Reads a model file.
     *
     * @throws ModelFormatException if the file is damaged or malicious, is not a model, or has a
     *     newer version
     * @throws java.nio.file.NoSuchFileException if the file does not exist
     */
    public static TextureModel read(Path file) throws IOException {
        return ModelFile.modelOf(SafetensorsReader.read(file, MOST_VALUES), file);
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
        SafetensorsWriter.write(ModelFile.contentOf(this), precision.halves(weights), file);
    }
}
