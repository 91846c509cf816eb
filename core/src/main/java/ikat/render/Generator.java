package ikat.render;

import ikat.model.ModelSpec;
import java.util.List;

/**
 * An engine that turns noise into pixels. Engines agree with each other to 1e-4. Safe for many
 * threads, which may share the machine better with {@link #onOneThread()}.
 */
public interface Generator extends AutoCloseable {

    /** The shape of the model that this engine runs. */
    ModelSpec spec();

    /** How many threads one call works on, at least 1. */
    int threads();

    /**
     * The same engine with calls that work on the calling thread only: for many tiles at a time,
     * which then wait for nothing. Of use until this one is closed; closing it does nothing.
     */
    Generator onOneThread();

    /**
     * Generates the pixels of a region.
     *
     * @param noise for each stage what enters it, {@code [C, h, w]} of its {@link
     *     RegionPlan#inputs()}, with no channels where nothing does
     * @param plan which pixels, and what each stage keeps
     * @return {@code [colours, height, width]} in [-1, 1]
     */
    float[] generate(List<float[]> noise, RegionPlan plan);

    /**
     * What the first stages make of the noise, before any colour.
     *
     * @param noise for each of these stages what enters it
     * @param plan what each of these stages keeps; it may have more
     * @param stages how many, from 1 to all
     * @return {@code [C, h, w]} with C the last of these stages' channels
     */
    float[] features(List<float[]> noise, RegionPlan plan, int stages);

    /**
     * Generates a region as 8-bit pixels.
     *
     * @param picture that gets them, as large as the region
     * @throws IllegalArgumentException if the region is not as large as its place in the picture
     */
    default void paint(List<float[]> noise, RegionPlan plan, PictureArea picture) {
        picture.fill(generate(noise, plan));
    }

    @Override
    void close();
}
