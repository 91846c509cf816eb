package ikat.service.render;

import ikat.image.PixelRegion;
import ikat.io.Sha256;
import ikat.model.TextureModel;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** Identifies planes: two have the same text only if all their pixels are the same. */
public final class PlaneIdentity {

    private static final int PLACES = 64; // per side, at which the field is sampled

    private PlaneIdentity() {}

    /**
     * Identifies a part of a plane.
     *
     * @param file of the model
     * @param engine by name: engines differ by a level here and there
     * @param version of the program
     */
    public static String of(
            Path file,
            TextureModel model,
            GlobalField field,
            PixelRegion region,
            long seed,
            String engine,
            String version)
            throws IOException {
        MessageDigest digest = Sha256.begin();
        digest.update(Files.readAllBytes(file));
        String words = seed + " " + engine + " " + version + " " + model.spec().cellPixels();
        digest.update(words.getBytes(StandardCharsets.UTF_8));
        for (GlobalVector vector : field.textures()) {
            for (float value : vector.values()) {
                digest.update(ByteBuffer.allocate(Float.BYTES).putFloat(value).array());
            }
        }
        double[] weights = new double[field.textures().size()];
        for (int i = 0; i < PLACES * PLACES; i++) {
            long x = region.left() + (long) region.width() * (i % PLACES) / PLACES;
            long y = region.top() + (long) region.height() * (i / PLACES) / PLACES;
            field.weigh(x, y, weights);
            for (double weight : weights) {
                digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(weight).array());
            }
        }
        return Sha256.hex(digest.digest());
    }
}
