package ikat.render;

import ikat.image.Pixels;
import ikat.model.ModelSpec;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.model.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Weaves of random numbers, for tests. */
public final class Weaves {

    private static final int COMPONENTS = 4;
    private static final int CLUSTERS = 3;

    private Weaves() {}

    /** A model with exemplars of random pixels, 64x48, woven by default. */
    public static TextureModel woven(TextureModel model) {
        ModelSpec spec = model.spec();
        Random random = new Random(4);
        int channels = spec.colourChannels();
        int values = Weave.NEIGHBOURS * channels + 1;
        List<Weave.Source> sources = new ArrayList<>();
        for (int i = 0; i < Math.max(1, spec.textures().size()); i++) {
            Pixels picture = Pixels.empty(64, 48, channels);
            random.nextBytes(picture.bytes());
            sources.add(
                    new Weave.Source(
                            picture,
                            weight(random, COMPONENTS, values),
                            weight(random, COMPONENTS, values),
                            weight(random, CLUSTERS, COMPONENTS + 1),
                            0.5));
        }
        List<Stage> stages = spec.halved(Weave.guideHalvings(1)).stages();
        Stage last = stages.get(stages.size() - 1);
        return model.withWeave(
                new Weave(
                        1,
                        true,
                        2,
                        weight(random, last.outChannels(), last.inChannels(), 3, 3),
                        weight(random, last.outChannels()),
                        sources));
    }

    private static Weight weight(Random random, int... shape) {
        int count = 1;
        for (int size : shape) {
            count *= size;
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return new Weight(shape, values);
    }
}
