package ikat.service.render;

import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.WaveRounding;
import ikat.render.WrapCertificate;
import ikat.texture.GlobalVector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts in the certificate of a picture that repeats, {@code NAME.wrap.json}.
 *
 * @param modelFile the name of the file that the picture was made from
 * @param model what was in it
 * @param textures on the plane
 * @param words the textures as they were requested
 * @param seed of the plane
 * @param boundary how the plane repeats
 * @param version of the program
 */
public record WrapFacts(
        String modelFile,
        TextureModel model,
        List<GlobalVector> textures,
        String words,
        long seed,
        Boundary.Wrapping boundary,
        String version) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * The bytes of the certificate: JSON in UTF-8.
     *
     * @param picture the name of the picture's file
     */
    public byte[] certificate(String picture, WrapCertificate found) {
        return (JSON.writeValueAsString(json(picture, found)) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> json(String picture, WrapCertificate found) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("picture", picture);
        all.put("width", found.picture().width());
        all.put("height", found.picture().height());
        all.put("left", found.picture().left());
        all.put("top", found.picture().top());
        all.put("seamless", found.seamless());
        all.put("x", axis(found.across()));
        all.put("y", axis(found.down()));
        all.put("waves", waves());
        double largest = largestChange(model, textures, boundary);
        all.put("largestChange", largest);
        if (largest > WaveRounding.NOTICEABLE) {
            WaveRounding.gentler(model, textures, boundary)
                    .ifPresent(other -> all.put("gentler", size(other)));
        }
        all.put("model", modelFile);
        all.put("texture", words);
        all.put("seed", seed);
        all.put("ikat", version);
        return all;
    }

    private static Map<String, Object> axis(WrapCertificate.Seam seam) {
        Map<String, Object> axis = new LinkedHashMap<>();
        axis.put("wraps", seam.wraps());
        if (seam.wraps()) {
            axis.put("seamless", seam.seamless());
            axis.put("repeatsExactly", seam.different() == 0);
            axis.put("pixelsCompared", seam.compared());
            axis.put("pixelsDifferent", seam.different());
        }
        axis.put("edge", Levels.of(seam.edge()));
        axis.put("interior", Levels.of(seam.inside()));
        axis.put("roughestInteriorLine", seam.roughestLine());
        axis.put("ratio", seam.ratio());
        return axis;
    }

    private record Levels(double mean, int max) {

        static Levels of(WrapCertificate.Difference difference) {
            return new Levels(difference.mean(), difference.most());
        }
    }

    private record Wave(
            int texture,
            List<Double> cyclesPerPixel,
            List<Double> roundedCyclesPerPixel,
            double change) {}

    private List<Wave> waves() {
        List<Wave> all = new ArrayList<>();
        for (int t = 0; t < textures.size(); t++) {
            WaveRounding rounding = WaveRounding.of(model, textures.get(t), boundary);
            for (WaveRounding.Wave wave : rounding.waves()) {
                List<Double> before = cycles(wave.beforeX(), wave.beforeY());
                List<Double> after = cycles(wave.afterX(), wave.afterY());
                all.add(new Wave(t, before, after, wave.change()));
            }
        }
        return all;
    }

    /** A nearby size that changes the waves less. */
    private Map<String, Object> size(Boundary.Wrapping other) {
        int cell = model.spec().cellPixels();
        Map<String, Object> size = new LinkedHashMap<>();
        if (other.cellsX() > 0) {
            size.put("width", other.cellsX() * cell);
        }
        if (other.cellsY() > 0) {
            size.put("height", other.cellsY() * cell);
        }
        size.put("largestChange", largestChange(model, textures, other));
        return size;
    }

    private static List<Double> cycles(double x, double y) {
        return List.of(x / (2 * Math.PI), y / (2 * Math.PI));
    }

    /** The largest change of a wave of some textures. */
    public static double largestChange(
            TextureModel model, List<GlobalVector> textures, Boundary.Wrapping boundary) {
        return textures.stream()
                .mapToDouble(texture -> WaveRounding.of(model, texture, boundary).largestChange())
                .reduce(0, Math::max);
    }
}
