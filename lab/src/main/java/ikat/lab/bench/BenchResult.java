package ikat.lab.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a bench found.
 *
 * @param machine in words
 * @param threads that were worked on
 * @param peakFlops of a matrix product, multiplications and additions per second
 * @param residentBytes of the process at most, 0 where the system does not tell
 */
public record BenchResult(
        String machine, int threads, double peakFlops, List<Measured> all, long residentBytes) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** For programs. */
    public String json() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("machine", machine);
        map.put("threads", threads);
        map.put("peakGflops", peakFlops / 1e9);
        map.put(
                "results",
                all.stream()
                        .map(
                                one -> {
                                    Map<String, Object> line = new LinkedHashMap<>();
                                    line.put("kind", one.kind().name().toLowerCase(Locale.ROOT));
                                    line.put("what", one.what());
                                    line.put("size", one.size());
                                    line.put("milliseconds", one.milliseconds());
                                    line.put("perSecond", one.perSecond());
                                    line.put("gflops", one.flops() / 1e9);
                                    line.put("shareOfPeak", one.flops() / peakFlops);
                                    return line;
                                })
                        .toList());
        map.put("residentBytes", residentBytes);
        return JSON.writeValueAsString(map);
    }
}
