package ikat.lab.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Marginal statistics of the exemplar's original colours. Matching only the principal axes would
 * not keep colours in range.
 *
 * @param channels conversion between colours and channels
 * @param colours moments of each colour
 */
record Colouring(Channels channels, List<Moments> colours) {

    /** Measures colours {@code [colour][pixel]}. */
    static Colouring of(double[][] colours) {
        return new Colouring(
                Channels.of(colours), Arrays.stream(colours).map(Moments::of).toList());
    }

    /** Converts channels to colours {@code [colour][pixel]} and imposes these moments on them. */
    double[][] impose(double[][] planes) {
        double[][] values = channels.join(planes);
        for (int c = 0; c < values.length; c++) {
            Moments moments = colours.get(c);
            MomentMatch.spread(values[c], moments.mean(), moments.variance());
            MomentMatch.skewness(values[c], moments.skewness());
            MomentMatch.kurtosis(values[c], moments.kurtosis());
            for (int i = 0; i < values[c].length; i++) {
                values[c][i] = Math.max(moments.least(), Math.min(moments.most(), values[c][i]));
            }
        }
        return values;
    }
}
