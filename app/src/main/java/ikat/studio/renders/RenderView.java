package ikat.studio.renders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A render as the interface shows it.
 *
 * @param id of the render
 * @param state how far it is
 * @param share that is done, from 0 to 1
 * @param bytes of the file, 0 until it is done
 * @param name of the file
 * @param detail one sentence about what went wrong, or null
 * @param order what is rendered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "state", "share", "bytes", "name", "detail", "order"})
public record RenderView(
        String id,
        RenderState state,
        double share,
        long bytes,
        String name,
        @Nullable String detail,
        RenderOrder order) {}
