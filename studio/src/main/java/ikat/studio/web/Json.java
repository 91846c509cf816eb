package ikat.studio.web;

import io.javalin.json.JsonMapper;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** JSON by Jackson; unknown keys are refused. */
public final class Json implements JsonMapper {

    /** The mapper of the studio. */
    public static final ObjectMapper MAPPER =
            tools.jackson.databind.json.JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    @Override
    public String toJsonString(Object object, Type type) {
        return MAPPER.writeValueAsString(object);
    }

    @Override
    public <T> T fromJsonString(String json, Type type) {
        try {
            T value = MAPPER.readValue(json, MAPPER.constructType(type));
            if (value == null) {
                throw Problem.badRequest("the JSON is null, but must be an object");
            }
            return value;
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    /** Prefers the message of a record that refused a value in its constructor. */
    private static Problem unreadable(JacksonException failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof IllegalArgumentException)) {
            cause = cause.getCause();
        }
        return Problem.badRequest(
                cause == null ? sentence(failure) : String.valueOf(cause.getMessage()));
    }

    private static String sentence(JacksonException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            List<String> known =
                    unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
            return "there is no key "
                    + Query.excerpt(unknown.getPropertyName())
                    + "; the known ones are "
                    + String.join(", ", known);
        }
        if (failure instanceof MismatchedInputException unlike) {
            String where =
                    unlike.getPath().stream()
                            .map(step -> String.valueOf(step.getPropertyName()))
                            .filter(name -> !name.equals("null"))
                            .collect(Collectors.joining("."));
            return "the JSON cannot be read: something is of another kind than is wanted"
                    + (where.isEmpty() ? "" : " at " + Query.excerpt(where));
        }
        TokenStreamLocation at = failure.getLocation();
        return "the JSON cannot be read"
                + (at == null
                        ? ""
                        : ", from line " + at.getLineNr() + ", column " + at.getColumnNr());
    }
}
