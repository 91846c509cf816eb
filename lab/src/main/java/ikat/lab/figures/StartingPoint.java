package ikat.lab.figures;

import ikat.model.TextureModel;
import ikat.noise.WaveVectors;
import java.util.List;
import java.util.Map;

/** The wave vectors that a model's training started from, as its plan tells. */
final class StartingPoint {

    private StartingPoint() {}

    static WaveVectors of(TextureModel model) {
        int waves = model.spec().noise().waves();
        double turn = 2 * Math.PI * model.spec().cellPixels();
        double[] x = new double[waves];
        double[] y = new double[waves];
        if (model.plan().get("waves") instanceof List<?> list) {
            for (int w = 0; w < Math.min(waves, list.size()); w++) {
                x[w] = turn * number(list.get(w), "x");
                y[w] = turn * number(list.get(w), "y");
            }
        }
        return new WaveVectors(x, y);
    }

    private static double number(Object frequency, String name) {
        return frequency instanceof Map<?, ?> map && map.get(name) instanceof Number number
                ? number.doubleValue()
                : 0;
    }
}
