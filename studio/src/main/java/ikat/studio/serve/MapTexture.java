package ikat.studio.serve;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A texture to paint with as JSON: an expression for one of the map's own model, or an object that
 * names the model.
 *
 * @param model by name, null for that of the map
 * @param texture an expression; with a model also null, for its only texture or a draw by the seed
 */
public record MapTexture(@Nullable String model, @Nullable String texture) {

    public MapTexture {
        if (model == null && texture == null) {
            throw new IllegalArgumentException(
                    "a texture names nothing, but must be an expression or have a model");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static MapTexture of(String texture) {
        return new MapTexture(null, texture);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static MapTexture of(
            @JsonProperty("model") @Nullable String model,
            @JsonProperty("texture") @Nullable String texture) {
        return new MapTexture(model, texture);
    }

    @JsonValue
    Object json() {
        if (model == null) {
            return String.valueOf(texture);
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("model", model);
        if (texture != null) {
            parts.put("texture", texture);
        }
        return parts;
    }

    /** The same of a model that is called otherwise now. */
    MapTexture renamed(String former, String name) {
        return former.equals(model) ? new MapTexture(name, texture) : this;
    }
}
