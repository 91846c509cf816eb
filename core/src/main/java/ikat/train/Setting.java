package ikat.train;

import ikat.text.Checks;
import ikat.text.Choices;
import ikat.text.Excerpt;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Description of a training parameter that a user may set. Settings are constants of the record
 * whose component they set; {@link PlanSettings} finds them by name.
 *
 * @param name name of the component
 * @param alias a shorter name, or null
 * @param type Integer, Long, Double, List (of Integer) or an enum
 * @param least smallest value of a number
 * @param most largest value of a number
 * @param usually short description of the value that {@link PlanFactory} chooses
 * @param meaning short description, without a full stop
 */
public record Setting<T>(
        String name,
        @Nullable String alias,
        Class<?> type,
        double least,
        double most,
        String usually,
        String meaning) {

    static Setting<Integer> whole(String name, int least, int most) {
        return new Setting<>(name, null, Integer.class, least, most, "", "");
    }

    static Setting<Long> longWhole(String name, double least, double most) {
        return new Setting<>(name, null, Long.class, least, most, "", "");
    }

    static Setting<Double> number(String name, double least, double most) {
        return new Setting<>(name, null, Double.class, least, most, "", "");
    }

    static Setting<List<Integer>> list(String name) {
        return new Setting<>(name, null, List.class, 0, 0, "", "");
    }

    static <E extends Enum<E>> Setting<E> choice(String name, Class<E> type) {
        return new Setting<>(name, null, type, 0, 0, "", "");
    }

    /** The same setting with an alias. */
    Setting<T> orCalled(String shorter) {
        return new Setting<>(name, shorter, type, least, most, usually, meaning);
    }

    /** The same setting with a description of the value that {@link PlanFactory} chooses. */
    Setting<T> byDefault(String value) {
        return new Setting<>(name, alias, type, least, most, value, meaning);
    }

    /** The same setting with a description, without a full stop. */
    Setting<T> means(String description) {
        return new Setting<>(name, alias, type, least, most, usually, description);
    }

    /** The name in kebab-case, as in a plan file. */
    public String kebabName() {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The alias if present, else the name in kebab-case. */
    public String shortName() {
        return alias == null ? kebabName() : alias;
    }

    /** Description of the values accepted, such as {@code whole number, 1 to 256}. */
    public String takes() {
        if (type.isEnum()) {
            return Choices.words(type);
        }
        if (type == List.class) {
            return "whole numbers";
        }
        String kind = type == Double.class ? "number" : "whole number";
        return Double.isInfinite(most) ? kind : kind + ", " + text(least) + " to " + text(most);
    }

    private static String text(double bound) {
        return new BigDecimal(Double.toString(bound)).stripTrailingZeros().toPlainString();
    }

    /** Checks that a number is in the setting's range. */
    <N extends Number> N check(N value) {
        if (value instanceof Double) {
            Checks.range(name, value.doubleValue(), least, most);
        } else if (!Double.isInfinite(most)) {
            Checks.range(name, value.longValue(), (long) least, (long) most);
        }
        return value;
    }

    /**
     * Converts a value from a plan file or JSON to the setting's type.
     *
     * @param called the name that the user gave
     * @throws IllegalArgumentException if the value is of the wrong kind or out of range
     */
    Object parse(String called, Object value) {
        Object parsed =
                converted(value)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "%s is %s, but must be %s"
                                                        .formatted(
                                                                called,
                                                                Excerpt.plain(value.toString(), 60),
                                                                allowed())));
        return parsed instanceof Number number ? check(number) : parsed;
    }

    private Optional<Object> converted(Object value) {
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
            return Optional.of(number(new BigDecimal(number.toString())));
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty(); // a fraction, too large, infinite or not a number
        }
    }

    private Object number(BigDecimal number) {
        if (type == Integer.class) {
            return number.intValueExact();
        }
        return type == Long.class
                ? (Object) number.longValueExact()
                : (Object) number.doubleValue();
    }

    private static Optional<Object> integers(List<?> values) {
        return values.stream().allMatch(Integer.class::isInstance)
                ? Optional.of(List.copyOf(values))
                : Optional.empty();
    }

    private String allowed() {
        if (type.isEnum()) {
            return Choices.words(type);
        }
        if (type == List.class) {
            return "a list of whole numbers, such as [128, 64, 32, 16]";
        }
        return type == Double.class ? "a number" : "a whole number";
    }
}
