package ikat.image;

import java.util.ArrayList;
import java.util.List;

/** Exemplars held in memory. */
final class ExemplarList implements Exemplars {

    private final List<Exemplar> exemplars;
    private final List<ExemplarFacts> facts = new ArrayList<>();
    private final int channels;

    ExemplarList(List<Exemplar> exemplars) {
        if (exemplars.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no picture to learn from; give at least one");
        }
        this.exemplars = List.copyOf(exemplars);
        List<String> names = TextureNames.of(exemplars.stream().map(Exemplar::name).toList());
        for (int i = 0; i < names.size(); i++) {
            facts.add(ExemplarFacts.of(exemplars.get(i), names.get(i)));
        }
        channels = exemplars.stream().mapToInt(Exemplar::channels).max().orElse(1);
    }

    @Override
    public int size() {
        return exemplars.size();
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public ExemplarFacts facts(int index) {
        return facts.get(index);
    }

    @Override
    public Exemplar get(int index) {
        return exemplars.get(index).withChannels(channels);
    }

    @Override
    public void copySquare(int index, int x, int y, int side, float[] out, int offset) {
        Exemplar exemplar = exemplars.get(index);
        for (int c = 0; c < channels; c++) {
            int plane = Math.min(c, exemplar.channels() - 1) * exemplar.height() * exemplar.width();
            int first = offset + c * side * side;
            exemplar.domain()
                    .runs(
                            x,
                            y,
                            side,
                            (from, count, to) ->
                                    System.arraycopy(
                                            exemplar.pixels(),
                                            plane + from,
                                            out,
                                            first + to,
                                            count));
        }
    }
}
