package ikat.app.wrap;

import ikat.app.training.OutputFiles;
import ikat.model.AtomicFile;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.GlobalVector;
import ikat.noise.WaveRounding;
import ikat.render.WrapCertificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The certificate beside a picture that repeats, for programs.
 *
 * @param picture the file that was made
 * @param modelFile the file that it was made from
 * @param model what was in it
 * @param textures that stand on the plane
 * @param words the textures as they were asked for
 * @param seed of the plane
 * @param boundary how the plane repeats
 * @param version of the program
 */
public record CertificateFile(
        Path picture,
        Path modelFile,
        TextureModel model,
        List<GlobalVector> textures,
        String words,
        long seed,
        Boundary.Wrapping boundary,
        String version) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Where it is written: {@code NAME.wrap.json} beside the picture. */
    public Path path() {
        return picture.resolveSibling(OutputFiles.baseName(picture) + ".wrap.json");
    }

    /** Writes what was found. */
    public void write(WrapCertificate found) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("picture", String.valueOf(picture.getFileName()));
        all.put("width", found.picture().width());
        all.put("height", found.picture().height());
        all.put("left", found.picture().left());
        all.put("top", found.picture().top());
        all.put("seamless", found.seamless());
        all.put("x", axis(found.across()));
        all.put("y", axis(found.down()));
        all.put("waves", waves());
        all.put("model", String.valueOf(modelFile.getFileName()));
        all.put("texture", words);
        all.put("seed", seed);
        all.put("ikat", version);
        byte[] text = (JSON.writeValueAsString(all) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(path(), temporary -> Files.write(temporary, text));
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
        axis.put("edge", difference(seam.edge()));
        axis.put("interior", difference(seam.inside()));
        axis.put("roughestInteriorLine", seam.roughestLine());
        axis.put("ratio", seam.ratio());
        return axis;
    }

    private static Map<String, Object> difference(WrapCertificate.Difference difference) {
        Map<String, Object> levels = new LinkedHashMap<>();
        levels.put("mean", difference.mean());
        levels.put("max", difference.most());
        return levels;
    }

    private List<Map<String, Object>> waves() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int t = 0; t < textures.size(); t++) {
            WaveRounding rounding = WaveRounding.of(model, textures.get(t), boundary);
            for (WaveRounding.Wave wave : rounding.waves()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("texture", t);
                one.put("cyclesPerPixel", cycles(wave.beforeX(), wave.beforeY()));
                one.put("roundedCyclesPerPixel", cycles(wave.afterX(), wave.afterY()));
                one.put("change", wave.change());
                all.add(one);
            }
        }
        return all;
    }

    private static List<Double> cycles(double x, double y) {
        return List.of(x / (2 * Math.PI), y / (2 * Math.PI));
    }
}
