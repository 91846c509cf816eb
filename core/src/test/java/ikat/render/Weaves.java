package ikat.render;

import ikat.image.Depth;
import ikat.image.Pixels;
import ikat.model.MapKind;
import ikat.model.MaterialMaps;
import ikat.model.ModelSpec;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.model.Weight;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
                        sources,
                        MaterialMaps.NONE));
    }

    /**
     * The same with maps: normals, heights of 16 bits and roughness in floating point. The heights
     * of all places are different: 7 + 11 p + s at place p of exemplar s.
     *
     * @param greenDown whether green of the normals points down
     */
    public static TextureModel material(TextureModel model, boolean greenDown) {
        TextureModel woven = woven(model);
        Weave weave = Objects.requireNonNull(woven.weave());
        List<Map<MapKind, Pixels>> maps = new ArrayList<>();
        for (Weave.Source source : weave.sources()) {
            maps.add(maps(source.picture(), maps.size()));
        }
        return woven.withWeave(weave.withMaps(new MaterialMaps(maps, greenDown)));
    }

    private static Map<MapKind, Pixels> maps(Pixels picture, int source) {
        int width = picture.width();
        int height = picture.height();
        Random random = new Random(source);
        Pixels normals = Pixels.empty(width, height, 3);
        Pixels heights = Pixels.empty(width, height, 1, Depth.SIXTEEN);
        Pixels rough = Pixels.empty(width, height, 1, Depth.FLOAT);
        for (int i = 0; i < width * height; i++) {
            double tilt = random.nextDouble();
            double angle = 2 * Math.PI * random.nextDouble();
            normals.bytes()[3 * i] = level(tilt * Math.cos(angle));
            normals.bytes()[3 * i + 1] = level(tilt * Math.sin(angle));
            normals.bytes()[3 * i + 2] = level(Math.sqrt(1 - tilt * tilt));
            Depth.SIXTEEN.put(heights.bytes(), 2 * i, 7 + 11 * i + source);
            Depth.FLOAT.put(rough.bytes(), 4 * i, random.nextFloat());
        }
        Map<MapKind, Pixels> maps = new EnumMap<>(MapKind.class);
        maps.put(MapKind.NORMAL, normals);
        maps.put(MapKind.HEIGHT, heights);
        maps.put(MapKind.ROUGHNESS, rough);
        return maps;
    }

    private static byte level(double value) {
        return (byte) Math.round(127.5 * (value + 1));
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
