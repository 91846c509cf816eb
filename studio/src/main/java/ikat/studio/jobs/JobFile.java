package ikat.studio.jobs;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job as it stands on the disk.
 *
 * @param kind which sort of job it is
 * @param created when, in ISO 8601
 * @param state where it stands
 * @param wish what was wanted of it
 * @param turn lower ones come first in the queue
 * @param failure why it failed, one sentence, or null
 * @param details of its kind
 */
record JobFile(
        String kind,
        String created,
        JobState state,
        Wish wish,
        long turn,
        @Nullable String failure,
        JsonNode details) {}
