package ikat.model;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small model with everything that a model can have. */
final class SampleModel {

    private SampleModel() {}

    static ModelSpec spec() {
        return new ModelSpec(
                new NoiseSpec(3, 2, 2),
                List.of(
                        new Stage(9, 4, 3, 2, true, Activation.RELU),
                        new Stage(4, 3, 3, 4, false, Activation.TANH)),
                ColourAxes.identity(3),
                5);
    }

    static Weights weights(ModelSpec spec) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        Weights.shapesOf(spec)
                .forEach(
                        (name, shape) -> {
                            int count = 1;
                            for (int size : shape) {
                                count *= size;
                            }
                            float[] values = new float[count];
                            for (int i = 0; i < count; i++) {
                                values[i] = (i + 1) / 7f;
                            }
                            weights.put(name, new Weight(shape, values));
                        });
        return Weights.of(weights);
    }

    static Provenance provenance() {
        return new Provenance(
                List.of(
                        new Provenance.Picture(
                                "woven.png", "0123456789abcdef".repeat(4), 512, 384)),
                "0.1.0",
                "libtorch 2.10.0, cpu",
                "17.0.15",
                -7,
                1500,
                Duration.ofMillis(300_250),
                Instant.parse("2026-05-04T10:11:12Z"),
                "CC BY 4.0");
    }

    static TextureModel model() {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("learningRate", 4e-4f);
        plan.put("batch", 8L);
        plan.put("periods", List.of(47.5, 32));
        plan.put("width", "live");
        plan.put("nested", Map.of("sgan", false));
        plan.put("resumedFrom", null);
        return new TextureModel(spec(), weights(spec()), plan, provenance());
    }
}
