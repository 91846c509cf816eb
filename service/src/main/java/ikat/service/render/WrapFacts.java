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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * @param size of the picture, which is one period of the plane
 * @param version of the program
 */
public record WrapFacts(
        String modelFile,
        TextureModel model,
        List<GlobalVector> textures,
        String words,
        long seed,
        WrapSize size,
        String version) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** How the plane repeats. */
    public Boundary.Wrapping boundary() {
        return size.boundary();
    }

    /**
     * The rounding of a texture's waves.
     *
     * @return vectors in radians per pixel of the picture
     */
    public List<WaveRounding.Wave> waves(GlobalVector texture) {
        double scale = 1 << size.level();
        return WaveRounding.of(model, texture, boundary()).waves().stream()
                .map(
                        wave ->
                                new WaveRounding.Wave(
                                        scale * wave.beforeX(),
                                        scale * wave.beforeY(),
                                        scale * wave.afterX(),
                                        scale * wave.afterY()))
                .toList();
    }

    /** The largest change of a wave of the textures. */
    public double largestChange() {
        return largestChange(boundary());
    }

    /** The largest change of a wave of the textures on a plane that repeats in another way. */
    public double largestChange(Boundary.Wrapping other) {
        return textures.stream()
                .mapToDouble(texture -> WaveRounding.of(model, texture, other).largestChange())
                .reduce(0, Math::max);
    }

    /**
     * A nearby size that changes the waves less, if they change noticeably and there is one that
     * the picture can have.
     */
    public Optional<Boundary.Wrapping> gentler() {
        return largestChange() > WaveRounding.NOTICEABLE
                ? WaveRounding.gentler(model, textures, boundary(), size::allows)
                : Optional.empty();
    }

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
        if (size.level() > 0) {
            all.put("level", size.level());
        }
        all.put("seamless", found.seamless());
        all.put("x", axis(found.across()));
        all.put("y", axis(found.down()));
        all.put("waves", waves());
        all.put("largestChange", largestChange());
        gentler().ifPresent(other -> all.put("gentler", sides(other)));
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
            axis.put("join", seam.join().name().toLowerCase(Locale.ROOT));
            axis.put("repeatsExactly", seam.different() == 0);
            axis.put("pixelsCompared", seam.compared());
            axis.put("pixelsDifferent", seam.different());
        }
        axis.put("edge", Levels.of(seam.edge()));
        axis.put("interior", Levels.of(seam.inside()));
        axis.put("roughestInteriorLine", seam.roughestLine());
        axis.put("asRoughInside", seam.asRough());
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
            for (WaveRounding.Wave wave : waves(textures.get(t))) {
                List<Double> before = cycles(wave.beforeX(), wave.beforeY());
                List<Double> after = cycles(wave.afterX(), wave.afterY());
                all.add(new Wave(t, before, after, wave.change()));
            }
        }
        return all;
    }

    /** A nearby size that changes the waves less. */
    private Map<String, Object> sides(Boundary.Wrapping other) {
        Map<String, Object> sides = new LinkedHashMap<>();
        if (other.cellsX() > 0) {
            sides.put("width", size.pixels(other.cellsX()));
        }
        if (other.cellsY() > 0) {
            sides.put("height", size.pixels(other.cellsY()));
        }
        sides.put("largestChange", largestChange(other));
        return sides;
    }

    private static List<Double> cycles(double x, double y) {
        return List.of(x / (2 * Math.PI), y / (2 * Math.PI));
    }
}
