package ikat.lab.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * The marginal statistics of the exemplar's own colours. Those of the principal axes do not keep
 * colours in range.
 *
 * @param channels how colours become channels and back
 * @param colours moments of each colour
 */
record Colouring(Channels channels, List<Moments> colours) {

    /** Of colours, {@code [colour][pixel]}. */
    static Colouring of(double[][] colours) {
        return new Colouring(
                Channels.of(colours), Arrays.stream(colours).map(Moments::of).toList());
    }

    /** The colours of channels, changed to have these moments, {@code [colour][pixel]}. */
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
