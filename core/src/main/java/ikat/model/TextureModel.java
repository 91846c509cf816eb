package ikat.model;

import ikat.io.AtomicFile;
import ikat.text.Checks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A trained texture: all that it takes to make pictures of it and to know where it comes from. In a
 * file it is one safetensors file, which any reader of that format opens and which runs no code;
 * {@code docs/model-format.md} has its layout. Immutable; safe for use by several threads.
 *
 * @param spec its shape
 * @param weights its tensors, exactly those of {@link Weights#shapesOf}, all finite, {@code
 *     running_var} not negative, at most 64 Mi values
 * @param plan how it was trained: the settings in full, as texts, numbers, truth values, lists and
 *     maps of these
 * @param provenance where it comes from
 */
public record TextureModel(
        ModelSpec spec, Weights weights, Map<String, Object> plan, Provenance provenance) {

    static final long MOST_VALUES = 1L << 26;

    /** Throws IllegalArgumentException of one sentence where the parts do not fit together. */
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
     * @throws ModelFormatException if the file is damaged, hostile, no model, or of a newer version
     * @throws java.nio.file.NoSuchFileException if there is no such file
     */
    public static TextureModel read(Path file) throws IOException {
        return ModelFile.modelOf(SafetensorsReader.read(file, MOST_VALUES), file);
    }

    /**
     * Writes a model file; it appears whole or not at all ({@link AtomicFile}).
     *
     * @throws IOException one sentence that names the file and the reason
     */
    public void write(Path file) throws IOException {
        write(file, Precision.FULL);
    }

    /**
     * Writes a model file of a chosen precision; it appears whole or not at all ({@link
     * AtomicFile}).
     *
     * @throws IOException one sentence that names the file and the reason
     */
    public void write(Path file, Precision precision) throws IOException {
        SafetensorsWriter.write(ModelFile.contentOf(this), precision.halves(weights), file);
    }
}
