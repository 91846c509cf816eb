package ikat.model;

import ikat.text.Checks;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Immutable copies of JSON values, in the form in which they are read back: whole numbers as
 * Integer, else Long, else BigInteger; fractions as Double.
 */
final class PlainValues {

    private static final int DEEPEST = 32;

    private PlainValues() {}

    static Map<String, Object> copy(String name, Map<?, ?> values) {
        return map(name, values, 0);
    }

    private static Map<String, Object> map(String name, Map<?, ?> values, int depth) {
        Checks.range("depth of " + name, depth, 0, DEEPEST);
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((key, value) -> put(copy, name, key, value, depth));
        return Collections.unmodifiableMap(copy);
    }

    @SuppressWarnings("NullAway") // a value of a plan may be null, as in JSON
    private static void put(
            Map<String, Object> copy, String name, Object key, @Nullable Object value, int depth) {
        if (!(key instanceof String text)) {
            throw new IllegalArgumentException("a name in " + name + " is no text: " + key);
        }
        copy.put(text, value(Excerpt.of(text) + " of " + name, value, depth));
    }

    private static List<Object> list(String name, List<?> values, int depth) {
        Checks.range("depth of " + name, depth, 0, DEEPEST);
        List<Object> copy = new ArrayList<>();
        for (Object value : values) {
            copy.add(Checks.present("an entry in " + name, value(name, value, depth)));
        }
        return Collections.unmodifiableList(copy);
    }

    private static @Nullable Object value(String name, @Nullable Object value, int depth) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            return map(name, map, depth + 1);
        }
        if (value instanceof List<?> list) {
            return list(name, list, depth + 1);
        }
        if (value instanceof Number number) {
            return number(name, number);
        }
        throw new IllegalArgumentException(
                "%s is a %s, but must be a text, number, truth value, list or map"
                        .formatted(name, value.getClass().getSimpleName()));
    }

    private static Number number(String name, Number number) {
        if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new IllegalArgumentException(name + " is " + number + ", but must be finite");
            }
            return Double.valueOf(number.toString()); // the digits as written to JSON
        }
        long whole = number.longValue();
        if (number instanceof BigInteger big && !big.equals(BigInteger.valueOf(whole))) {
            return big;
        }
        if (whole == (int) whole) {
            return (int) whole;
        }
        return whole;
    }
}
