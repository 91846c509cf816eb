package ikat.render;

import ikat.model.ModelSpec;
import java.util.List;

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
     * @param noise for each stage what enters it, {@code [C, h, w]} of its {@link
     *     RegionPlan#inputs()}, with no channels where nothing does
     * @param plan which pixels, and what each stage keeps
     * @return {@code [colours, height, width]} in [-1, 1]
     */
    float[] generate(List<float[]> noise, RegionPlan plan);

    @Override
    void close();
}
