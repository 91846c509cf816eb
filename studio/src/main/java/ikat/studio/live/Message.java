package ikat.studio.live;

import ikat.studio.web.Json;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import ikat.text.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object from a client, read key by key. Values that are not valid are refused with a {@link
 * Problem} 400 that names the key.
 */
final class Message {

    private final String path;
    private final JsonNode node;
    private final Set<String> known = new LinkedHashSet<>();

    private Message(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    /** Parses an object. */
    static Message parse(String text) {
        try {
            return new Message("", object("the message", Json.MAPPER.readTree(text)));
        } catch (JacksonException e) {
            throw Problem.badRequest(
                    "the message cannot be read: " + Excerpt.plain(e.getOriginalMessage(), 200));
        }
    }

    private static JsonNode object(String name, JsonNode node) {
        if (!node.isObject()) {
            throw Problem.badRequest(name + " is no JSON object, but must be one");
        }
        return node;
    }

    boolean has(String key) {
        return find(key).isPresent();
    }

    private Optional<JsonNode> find(String key) {
        known.add(key);
        return Optional.ofNullable(node.get(key)).filter(value -> !value.isNull());
    }

    /** A number from a range. */
    double number(String key, double usual, double least, double most) {
        return find(key).map(value -> number(path + key, value, least, most)).orElse(usual);
    }

    private static double number(String name, JsonNode value, double least, double most) {
        double number = value.isNumber() ? value.numberValue().doubleValue() : Double.NaN;
        if (!(number >= least && number <= most)) {
            throw wrong(name, value, "a number from " + plain(least) + " to " + plain(most));
        }
        return number;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** A whole number from a range. */
    long wholeNumber(String key, long usual, long least, long most) {
        Optional<JsonNode> found = find(key);
        if (found.isEmpty()) {
            return usual;
        }
        JsonNode value = found.get();
        boolean whole = value.isIntegralNumber() && value.canConvertToLong();
        if (!whole || value.longValue() < least || value.longValue() > most) {
            throw wrong(path + key, value, "a whole number from " + least + " to " + most);
        }
        return value.longValue();
    }

    /** A required text. */
    String text(String key) {
        JsonNode value =
                find(key).orElseThrow(() -> Problem.badRequest(path + key + " is missing"));
        return text(path + key, value);
    }

    private static String text(String name, JsonNode value) {
        if (!value.isString()) {
            throw wrong(name, value, "a text");
        }
        return value.stringValue();
    }

    /** A constant of an enumeration, in lower case. */
    <E extends Enum<E>> E choice(String key, E usual) {
        Optional<JsonNode> found = find(key);
        if (found.isEmpty()) {
            return usual;
        }
        List<String> names = new ArrayList<>();
        for (E constant : usual.getDeclaringClass().getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT);
            if (found.get().isString() && found.get().stringValue().equals(name)) {
                return constant;
            }
            names.add(name);
        }
        throw wrong(path + key, found.get(), "one of " + String.join(", ", names));
    }

    /** Texts; none if the key is absent. */
    List<String> texts(String key, int most) {
        return list(key, most).stream().map(value -> text(path + key, value)).toList();
    }

    /** Numbers from a range; none if the key is absent. */
    List<Double> numbers(String key, int count, double least, double most) {
        return list(key, count).stream()
                .map(value -> number(path + key, value, least, most))
                .toList();
    }

    private List<JsonNode> list(String key, int most) {
        Optional<JsonNode> found = find(key);
        List<JsonNode> all = new ArrayList<>();
        if (found.isPresent()) {
            if (!found.get().isArray() || found.get().size() > most) {
                throw wrong(path + key, found.get(), "a list of at most " + most);
            }
            found.get().forEach(all::add);
        }
        return all;
    }

    /** A nested object. */
    Optional<Message> object(String key) {
        return find(key).map(value -> new Message(key + ".", object(path + key, value)));
    }

    /** Refuses keys that were not read. */
    void end() {
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw Problem.badRequest(
                        "there is no key %s; there are %s"
                                .formatted(Query.excerpt(path + key), String.join(", ", known)));
            }
        }
    }

    private static Problem wrong(String name, JsonNode value, String allowed) {
        return Problem.invalid(name, value.toString(), allowed);
    }
}
