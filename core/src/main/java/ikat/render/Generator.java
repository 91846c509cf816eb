package ikat.render;

import ikat.model.ModelSpec;

/**
 * An engine that turns noise into pixels. Engines agree with each other to 1e-4. An engine may be
 * used by one thread at a time unless it says otherwise.
 */
public interface Generator extends AutoCloseable {

    /** The shape of the model that this engine runs. */
    ModelSpec spec();

    /**
     * Generates the pixels of a region.
     *
     * @param noise {@code [C, h, w]} of {@link RegionPlan#cells()}
     * @param plan which pixels, and what each stage keeps
     * @return {@code [colours, height, width]} in [-1, 1]
     */
    float[] generate(float[] noise, RegionPlan plan);

    @Override
    void close();
}
