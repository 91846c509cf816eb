package ikat.score;

import java.util.List;

/**
 * The score of candidates against an exemplar.
 *
 * @param overall geometric mean of the ratios that count; 1 for candidates as close to the exemplar
 *     as its own parts are
 * @param ratios one for each respect
 * @param findings results of the detectors
 */
public record Score(double overall, List<Ratio> ratios, List<Finding> findings) {

    public Score {
        ratios = List.copyOf(ratios);
        findings = List.copyOf(findings);
    }

    /** Whether any finding was raised. */
    public boolean caught() {
        return findings.stream().anyMatch(Finding::raised);
    }
}
