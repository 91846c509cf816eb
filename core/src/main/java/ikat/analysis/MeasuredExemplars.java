package ikat.analysis;

import ikat.image.Exemplar;
import ikat.image.ExemplarFacts;
import ikat.image.Exemplars;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Training pictures with their statistics, which need not be computed again.
 *
 * @param statistics of each picture, see {@link TextureStatistics#of(Exemplar)}
 */
public record MeasuredExemplars(Exemplars pictures, List<float[]> statistics) implements Exemplars {

    public MeasuredExemplars {
        if (statistics.size() != pictures.size()) {
            throw new IllegalArgumentException(
                    "there are statistics of %s pictures, but %s pictures"
                            .formatted(statistics.size(), pictures.size()));
        }
        statistics = List.copyOf(statistics);
    }

    /** The statistics of training pictures, from memory if known. */
    public static List<float[]> statistics(Exemplars exemplars) {
        if (exemplars instanceof MeasuredExemplars measured) {
            return measured.statistics;
        }
        return IntStream.range(0, exemplars.size())
                .mapToObj(i -> TextureStatistics.of(exemplars.get(i)))
                .toList();
    }

    @Override
    public int size() {
        return pictures.size();
    }

    @Override
    public int channels() {
        return pictures.channels();
    }

    @Override
    public ExemplarFacts facts(int index) {
        return pictures.facts(index);
    }

    @Override
    public Exemplar get(int index) {
        return pictures.get(index);
    }

    @Override
    public void copySquare(int index, int x, int y, int side, float[] out, int offset) {
        pictures.copySquare(index, x, y, side, out, offset);
    }
}
