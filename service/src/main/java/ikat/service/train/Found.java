package ikat.service.train;

import ikat.image.ExemplarFacts;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A picture that can be learned.
 *
 * @param path of its file
 * @param facts of the picture
 * @param statistics that distinguish its texture from others
 * @param studied what a close look found, or null without one
 */
record Found(Path path, ExemplarFacts facts, float[] statistics, @Nullable Studied studied) {}
