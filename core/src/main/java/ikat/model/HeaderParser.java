package ikat.model;

import ikat.text.Checks;
import ikat.text.Excerpt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Streaming parser of the JSON header of safetensors files; a malicious header never becomes a tree
 * in memory. Every failure is an IllegalArgumentException whose message is one sentence.
 */
final class HeaderParser {

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(4)
                                    .maxNameLength(1024)
                                    .maxStringLength(SafetensorsHeader.LONGEST)
                                    .build())
                    .build();

    private final JsonParser parser;
    private final Map<String, SafetensorsHeader.Entry> entries = new LinkedHashMap<>();
    private @Nullable Map<String, String> metadata;

    private HeaderParser(JsonParser parser) {
        this.parser = parser;
    }

    static SafetensorsHeader parse(String json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return new HeaderParser(parser).header();
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "the header is not the JSON of a safetensors file: "
                            + Excerpt.plain(e.getOriginalMessage(), 200),
                    e);
        }
    }

    private SafetensorsHeader header() {
        expect(parser.nextToken(), JsonToken.START_OBJECT, "the header");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            expect(parser.nextToken(), JsonToken.START_OBJECT, Excerpt.of(name));
            if (name.equals(SafetensorsHeader.METADATA)) {
                checkNew(name, metadata != null);
                metadata = text();
            } else {
                checkNew(name, entries.containsKey(name));
                entries.put(name, entry(name));
                Checks.range(
                        "number of tensors", entries.size(), 0, SafetensorsHeader.MOST_TENSORS);
            }
        }
        expect(parser.nextToken(), null, "the end of the header");
        return new SafetensorsHeader(
                List.copyOf(entries.values()), metadata == null ? Map.of() : metadata);
    }

    private Map<String, String> text() {
        Map<String, String> text = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            checkNew(name, text.containsKey(name));
            expect(parser.nextToken(), JsonToken.VALUE_STRING, "metadata " + Excerpt.of(name));
            text.put(name, parser.getString());
        }
        return text;
    }

    private SafetensorsHeader.Entry entry(String name) {
        String ofTensor = " of " + Excerpt.of(name);
        Dtype dtype = null;
        Map<String, List<Long>> numbers = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String part = parser.currentName();
            parser.nextToken();
            checkNew(part, part.equals("dtype") ? dtype != null : numbers.containsKey(part));
            switch (part) {
                case "dtype" -> dtype = dtype(name);
                case "shape", "data_offsets" -> numbers.put(part, numbers(part + ofTensor));
                default ->
                        throw new IllegalArgumentException(
                                ("the tensor %s has %s, but only dtype, shape and data_offsets"
                                                + " are allowed")
                                        .formatted(Excerpt.of(name), Excerpt.of(part)));
            }
        }
        Dtype type = Checks.present("dtype" + ofTensor, dtype);
        List<Long> shape = Checks.present("shape" + ofTensor, numbers.get("shape"));
        List<Long> offsets = Checks.present("data_offsets" + ofTensor, numbers.get("data_offsets"));
        Checks.range("number of data_offsets" + ofTensor, offsets.size(), 2, 2);
        for (long size : shape) {
            Checks.range("a size in the shape" + ofTensor, size, 0, Integer.MAX_VALUE);
        }
        int[] sizes = shape.stream().mapToInt(Long::intValue).toArray();
        return new SafetensorsHeader.Entry(name, type, sizes, offsets.get(0), offsets.get(1));
    }

    private Dtype dtype(String name) {
        expect(parser.currentToken(), JsonToken.VALUE_STRING, "dtype of " + Excerpt.of(name));
        return Dtype.named(parser.getString());
    }

    private List<Long> numbers(String what) {
        expect(parser.currentToken(), JsonToken.START_ARRAY, what);
        List<Long> numbers = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken(), JsonToken.VALUE_NUMBER_INT, what);
            numbers.add(parser.getLongValue());
            Checks.range("number of entries in " + what, numbers.size(), 0, 8);
        }
        return numbers;
    }

    private static void expect(@Nullable JsonToken got, @Nullable JsonToken wanted, String where) {
        if (got != wanted) {
            throw new IllegalArgumentException(
                    where + " holds " + named(got) + ", but must hold " + named(wanted));
        }
    }

    private static String named(@Nullable JsonToken token) {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT -> "a whole number";
            case VALUE_NUMBER_FLOAT -> "a fraction";
            default -> "another value";
        };
    }

    private static void checkNew(String name, boolean known) {
        if (known) {
            throw new IllegalArgumentException(
                    "the header names " + Excerpt.of(name) + " twice, but must name it once");
        }
    }
}
