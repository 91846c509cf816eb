package ikat.texture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A texture expression: terms joined by {@code +}, each a source after an optional weight and
 * {@code *}.
 *
 * @param terms at least one; their weights sum to 1
 */
record TextureExpression(List<Term> terms) {

    private static final double TOLERANCE = 0.001;
    private static final Pattern NUMBER =
            Pattern.compile("-?(\\d{1,9}(\\.\\d{0,17})?|\\.\\d{1,17})");
    private static final Pattern RANDOM = Pattern.compile("random:(-?\\d{1,18})");
    private static final Pattern PLACE =
            Pattern.compile("(?:at:|([^@]+)@)(-?\\d{1,15}),(-?\\d{1,15})");
    private static final Pattern HALF_A_PLACE = Pattern.compile(".*(?:at:|@)\\s*-?\\d+\\s*");

    /**
     * One part of a mixture.
     *
     * @param weight its share
     * @param source text after the weight
     */
    record Term(double weight, String source) {}

    static TextureExpression parse(String expression) {
        List<Term> terms = new ArrayList<>();
        for (String part : expression.split("\\+", -1)) {
            terms.add(term(expression, part));
        }
        double sum = terms.stream().mapToDouble(Term::weight).sum();
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw new IllegalArgumentException(
                    "the weights of %s sum to %s, but must sum to 1; write %s"
                            .formatted(expression.trim(), decimal(sum), corrected(terms, sum)));
        }
        return new TextureExpression(List.copyOf(terms));
    }

    /** Splits a list at its commas, but not at the comma of a place. */
    static List<String> split(String list) {
        List<String> expressions = new ArrayList<>();
        String open = "";
        for (String part : list.split(",", -1)) {
            open += part;
            if (HALF_A_PLACE.matcher(part).matches()) {
                open += ",";
            } else {
                expressions.add(open.trim());
                open = "";
            }
        }
        if (!open.isEmpty()) {
            expressions.add(open.trim());
        }
        return expressions;
    }

    private static Term term(String expression, String text) {
        int star = text.indexOf('*');
        String source = text.substring(star + 1).trim();
        if (source.isEmpty()) {
            throw new IllegalArgumentException(
                    "the texture "
                            + (expression.isBlank()
                                    ? "is empty"
                                    : expression.trim() + " lacks a name")
                            + "; write one such as bark, 0.7*bark+0.3*moss or random:7");
        }
        if (star < 0) {
            return new Term(1, source);
        }
        String number = text.substring(0, star).trim();
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException(
                    "the weight of %s is %s, but must be a number from 0 to 1, such as 0.3*%s"
                            .formatted(source, number.isEmpty() ? "empty" : number, source));
        }
        double weight = Double.parseDouble(number);
        if (weight < 0) {
            throw new IllegalArgumentException(
                    ("the weight of %s is %s, but must be from 0 to 1; a texture cannot be "
                                    + "taken away")
                            .formatted(source, number));
        }
        return new Term(weight, source);
    }

    private static String corrected(List<Term> terms, double sum) {
        if (terms.size() == 1) {
            return terms.get(0).source();
        }
        List<String> parts = new ArrayList<>();
        BigDecimal left = BigDecimal.ONE;
        for (int i = 0; i < terms.size(); i++) {
            double share = sum > 0 ? terms.get(i).weight() / sum : 1.0 / terms.size();
            BigDecimal rounded =
                    BigDecimal.valueOf(share).setScale(3, RoundingMode.HALF_UP).min(left);
            boolean last = i == terms.size() - 1;
            parts.add(plain(last ? left : rounded) + "*" + terms.get(i).source());
            left = left.subtract(rounded);
        }
        return String.join("+", parts);
    }

    private static String decimal(double value) {
        return plain(BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Evaluates this among the textures of a model. */
    GlobalVector in(Textures textures) {
        Function<Term, GlobalVector> found = term -> source(term.source(), textures);
        return GlobalVector.blend(
                terms.stream().map(found).toList(),
                terms.stream().mapToDouble(Term::weight).toArray());
    }

    private static GlobalVector source(String source, Textures textures) {
        Matcher random = RANDOM.matcher(source);
        if (random.matches()) {
            return textures.random(Long.parseLong(random.group(1)));
        }
        Matcher place = PLACE.matcher(source.replace(" ", ""));
        if (place.matches()) {
            long x = Long.parseLong(place.group(2));
            long y = Long.parseLong(place.group(3));
            String name = place.group(1);
            return name == null ? textures.at(x, y) : textures.at(name, x, y);
        }
        if (source.startsWith("random:") || source.startsWith("at:") || source.contains("@")) {
            throw new IllegalArgumentException(
                    "the texture "
                            + source
                            + " cannot be read; write random:SEED, at:X,Y or NAME@X,Y with whole"
                            + " numbers, such as random:7 or at:820,400");
        }
        return textures.named(source);
    }
}
