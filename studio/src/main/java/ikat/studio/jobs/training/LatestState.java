package ikat.studio.jobs.training;

import ikat.model.TextureModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state of a training that is shown while it goes on, as a model file.
 *
 * @param file that holds it
 */
record LatestState(Path file) {

    private static final Logger LOG = LoggerFactory.getLogger(LatestState.class);

    /** Replaces the state; a failure is logged and stops no training. */
    void keep(TextureModel model) {
        try {
            model.write(file);
        } catch (IOException e) {
            LOG.warn("the state of a training could not be kept: {}", e.getMessage());
        }
    }

    /** A text that differs from state to state; empty if there is none yet. */
    Optional<String> version() {
        try {
            long time = Files.getLastModifiedTime(file).toMillis();
            return Optional.of(Long.toString(time, Character.MAX_RADIX));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
