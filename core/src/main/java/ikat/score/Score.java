package ikat.score;

import java.util.List;

/**
 * How alike candidates are to an exemplar.
 *
 * @param overall geometric mean of the ratios that count; 1 = as alike as the exemplar is to itself
 * @param ratios one for each respect
 * @param findings what the detectors say
 */
public record Score(double overall, List<Ratio> ratios, List<Finding> findings) {

    public Score {
        ratios = List.copyOf(ratios);
        findings = List.copyOf(findings);
    }

    /** Whether a detector was raised. */
    public boolean caught() {
        return findings.stream().anyMatch(Finding::raised);
    }
}
