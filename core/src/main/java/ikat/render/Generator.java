package ikat.render;

import ikat.model.ModelSpec;
import java.util.List;

/**
 * Inference engine that turns noise into pixels. Engines agree to within 1e-4. Thread-safe;
 * concurrent callers may get a higher throughput from {@link #onOneThread()}.
 */
public interface Generator extends AutoCloseable {

    /** The architecture of the model that this engine runs. */
    ModelSpec spec();

    /** The number of threads that one call uses, at least 1. */
    int threads();

    /**
     * A view of this engine whose calls run on the calling thread only, for rendering many tiles in
     * parallel without waiting for one another. Valid until this engine is closed; closing the view
     * does nothing.
     */
    Generator onOneThread();

    /**
     * Generates the pixels of a region.
     *
     * @param noise for each stage the noise that enters it, {@code [C, h, w]} over its {@link
     *     RegionPlan#inputs()}, empty for stages without noise
     * @param plan the pixels to generate, and the crop of each stage
     * @return {@code [colours, height, width]} in [-1, 1]
     */
    float[] generate(List<float[]> noise, RegionPlan plan);

    /**
     * Runs the first stages only, without the colour transform.
     *
     * @param noise for each of these stages the noise that enters it
     * @param plan the crop of each of these stages; it may have more stages
     * @param stages number of stages to run, from 1 to all
     * @return {@code [C, h, w]} where C is the number of channels of the last of these stages
     */
    float[] features(List<float[]> noise, RegionPlan plan, int stages);

    /**
     * Generates a region as 8-bit pixels.
     *
     * @param picture the destination, as large as the region
     * @throws IllegalArgumentException if the region and the destination differ in size
     */
    default void paint(List<float[]> noise, RegionPlan plan, PictureArea picture) {
        picture.fill(generate(noise, plan));
    }

    @Override
    void close();
}
