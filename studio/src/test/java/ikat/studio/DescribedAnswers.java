package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.studio.RunningStudio.Answer;
import tools.jackson.databind.JsonNode;

/** Checks answers against the description of the interface. */
public final class DescribedAnswers {

    private final JsonNode document;
    private final JsonSchema schemas;

    public DescribedAnswers(JsonNode document) {
        this.document = document;
        this.schemas = new JsonSchema(document);
    }

    private JsonNode operation(String method, String path) {
        return document.get("paths").get(path).get(method);
    }

    /** Checks what an operation answered: its status must be described, and its body fit. */
    public void check(String method, String path, Answer answer) {
        JsonNode responses = operation(method, path).get("responses");
        String status = Integer.toString(answer.status());
        String where = method + " " + path;
        assertThat(responses.propertyNames()).as(where).contains(status);
        checkBody(schemas.resolve(responses.get(status)), answer, where);
    }

    /** Checks what is sent to an operation as JSON. */
    public void checkSent(String method, String path, JsonNode body) {
        JsonNode content = operation(method, path).get("requestBody").get("content");
        schemas.check(content.get("application/json").get("schema"), body, "sent to " + path);
    }

    public void checkBody(JsonNode response, Answer answer, String where) {
        if (!response.has("content")) {
            assertThat(answer.body()).as(where).isEmpty();
            return;
        }
        String type = answer.header("Content-Type").replaceFirst(";.*", "");
        assertThat(response.get("content").propertyNames()).as(where).contains(type);
        if (type.endsWith("json")) {
            schemas.check(response.get("content").get(type).get("schema"), answer.json(), where);
        }
    }
}
