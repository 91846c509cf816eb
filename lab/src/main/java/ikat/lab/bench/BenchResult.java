package ikat.lab.bench;

import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The results of a bench.
 *
 * @param machine in words
 * @param threads that were used
 * @param peakFlops of a matrix product, multiplications and additions per second
 * @param residentBytes peak of the process's resident memory, 0 if the system does not report it
 */
record BenchResult(
        String machine, int threads, double peakFlops, List<Measured> all, long residentBytes) {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                    .build();

    /**
     * One line of a bench.
     *
     * @param kind render or train
     * @param what the width, or plain libtorch
     * @param size side of the picture or of the patches in pixels
     * @param milliseconds of a picture or a step, the median
     * @param flops multiplications and additions per second
     */
    record Measured(Kind kind, String what, int size, double milliseconds, double flops) {

        /** What was measured. */
        enum Kind {
            RENDER,
            TRAIN
        }

        /** Pictures or steps per second. */
        double perSecond() {
            return 1000 / milliseconds;
        }
    }

    private record Line(
            Measured.Kind kind,
            String what,
            int size,
            double milliseconds,
            double perSecond,
            double gflops,
            double shareOfPeak) {}

    private record Report(
            String machine,
            int threads,
            double peakGflops,
            List<Line> results,
            long residentBytes) {}

    /** For programs. */
    String json() {
        List<Line> lines =
                all.stream()
                        .map(
                                one ->
                                        new Line(
                                                one.kind(),
                                                one.what(),
                                                one.size(),
                                                one.milliseconds(),
                                                one.perSecond(),
                                                one.flops() / 1e9,
                                                one.flops() / peakFlops))
                        .toList();
        return JSON.writeValueAsString(
                new Report(machine, threads, peakFlops / 1e9, lines, residentBytes));
    }
}
