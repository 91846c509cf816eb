package ikat.studio.web;

import io.javalin.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;

/** JSON by Jackson; what is sent with keys that nobody knows is refused. */
public final class Json implements JsonMapper {

    /** What everything in the studio reads and writes JSON with. */
    public static final ObjectMapper MAPPER =
            tools.jackson.databind.json.JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    @Override
    public String toJsonString(Object object, Type type) {
        return MAPPER.writeValueAsString(object);
    }

    @Override
    public InputStream toJsonStream(Object object, Type type) {
        return new ByteArrayInputStream(
                toJsonString(object, type).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public <T> T fromJsonString(String json, Type type) {
        try {
            return MAPPER.readValue(json, MAPPER.constructType(type));
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    @Override
    public <T> T fromJsonStream(InputStream json, Type type) {
        try {
            return MAPPER.readValue(json, MAPPER.constructType(type));
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    /** A record that refuses a value says so itself; its sentence is the one to pass on. */
    private static Problem unreadable(JacksonException failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof IllegalArgumentException)) {
            cause = cause.getCause();
        }
        return Problem.badRequest(
                cause == null
                        ? "the JSON cannot be read: " + failure.getOriginalMessage()
                        : String.valueOf(cause.getMessage()));
    }
}
