package ikat.score;

import ikat.score.Comparison.PartRatio;
import java.util.ArrayList;
import java.util.List;

/** Sums up the ratios of parts, respect by respect, by their root mean square. */
final class Ratios {

    private Ratios() {}

    /** First the respects, which count, then the parts of those that have several. */
    static List<Ratio> of(List<PartRatio> parts) {
        List<Ratio> whole = new ArrayList<>();
        List<Ratio> single = new ArrayList<>();
        for (Respect respect : Respect.values()) {
            List<PartRatio> own = parts.stream().filter(p -> p.respect() == respect).toList();
            if (own.isEmpty()) {
                continue;
            }
            double square =
                    own.stream().mapToDouble(p -> p.value() * p.value()).average().orElse(1);
            whole.add(new Ratio(respect.word(), respect.title(), Math.sqrt(square), true));
            for (PartRatio part : own) {
                if (own.size() > 1) {
                    single.add(
                            new Ratio(
                                    respect.word() + "." + part.name().replace(' ', '-'),
                                    respect.title() + ": " + part.name(),
                                    part.value(),
                                    false));
                }
            }
        }
        whole.addAll(single);
        return whole;
    }
}
