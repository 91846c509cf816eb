package ikat.studio.serve.iiif;

import ikat.studio.web.Problem;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Parses numbers as the IIIF standard writes them: digits, and a point where allowed. */
final class NumberSyntax {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,12})?|\\.\\d{1,12}");

    private NumberSyntax() {}

    /** Whole numbers separated by commas. */
    static int[] wholeNumbers(String what, String text, int count) {
        return parts(what, text, count, WHOLE, "whole numbers from 0 on")
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** Numbers separated by commas. */
    static double[] decimals(String what, String text, int count) {
        return parts(what, text, count, DECIMAL, "numbers from 0 on")
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Stream<String> parts(
            String what, String text, int count, Pattern form, String needed) {
        String[] parts = text.split(",", -1);
        if (parts.length != count) {
            throw Problem.invalid(
                    "the " + what, text, count == 1 ? "one number" : count + " numbers");
        }
        if (!Stream.of(parts).allMatch(form.asMatchPredicate())) {
            throw Problem.invalid("the " + what, text, needed);
        }
        return Stream.of(parts);
    }
}
