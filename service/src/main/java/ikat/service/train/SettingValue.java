package ikat.service.train;

import ikat.service.Refusal;
import ikat.text.Choices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values as a plan file holds them, turned into what a setting takes. */
final class SettingValue {

    private SettingValue() {}

    /**
     * Converts a value to the type of a setting.
     *
     * @param type Integer, Long, Double, List (of Integer) or an enum
     * @throws Refusal if the value does not fit
     */
    static Object of(String name, Class<?> type, Object value) {
        return convert(type, value)
                .orElseThrow(
                        () ->
                                Refusal.usage(
                                        name + " is " + value + ", but must be " + allowed(type)));
    }

    private static Optional<Object> convert(Class<?> type, Object value) {
        if (type.isEnum()) {
            return Choices.find(type, value.toString()).map(constant -> constant);
        }
        if (type == List.class) {
            return value instanceof List<?> list ? integers(list) : Optional.empty();
        }
        if (!(value instanceof Number number)) {
            return Optional.empty();
        }
        try {
            return Optional.of(number(type, new BigDecimal(number.toString())));
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty(); // a fraction, too large, infinite or not a number
        }
    }

    private static Object number(Class<?> type, BigDecimal number) {
        if (type == Integer.class) {
            return number.intValueExact();
        }
        return type == Long.class
                ? (Object) number.longValueExact()
                : (Object) number.doubleValue();
    }

    private static Optional<Object> integers(List<?> values) {
        List<Integer> integers = new ArrayList<>();
        for (Object value : values) {
            if (!(value instanceof Integer integer)) {
                return Optional.empty();
            }
            integers.add(integer);
        }
        return Optional.of(integers);
    }

    private static String allowed(Class<?> type) {
        if (type.isEnum()) {
            return Choices.words(type);
        }
        return switch (type.getSimpleName()) {
            case "List" -> "a list of whole numbers, such as [128, 64, 32, 16]";
            case "Double" -> "a number";
            default -> "a whole number";
        };
    }
}
