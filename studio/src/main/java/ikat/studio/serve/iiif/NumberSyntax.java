package ikat.studio.serve.iiif;

import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import java.util.regex.Pattern;

/** Parses numbers as the IIIF standard writes them: digits, and a point where allowed. */
final class NumberSyntax {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,12})?|\\.\\d{1,12}");

    private NumberSyntax() {}

    /** Whole numbers separated by commas. */
    static int[] wholeNumbers(String what, String text, int count) {
        String[] parts = split(what, text, count);
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            if (!WHOLE.matcher(parts[i]).matches()) {
                throw unreadable(what, text, "whole numbers from 0 on");
            }
            numbers[i] = Integer.parseInt(parts[i]);
        }
        return numbers;
    }

    /** Numbers separated by commas. */
    static double[] decimals(String what, String text, int count) {
        String[] parts = split(what, text, count);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            if (!DECIMAL.matcher(parts[i]).matches()) {
                throw unreadable(what, text, "numbers from 0 on");
            }
            numbers[i] = Double.parseDouble(parts[i]);
        }
        return numbers;
    }

    private static String[] split(String what, String text, int count) {
        String[] parts = text.split(",", -1);
        if (parts.length != count) {
            throw unreadable(what, text, count == 1 ? "one number" : count + " numbers");
        }
        return parts;
    }

    private static Problem unreadable(String what, String text, String needed) {
        return Problem.badRequest(
                "the " + what + " is " + Query.excerpt(text) + ", but must be " + needed);
    }
}
