package ikat.torch.method;

import ikat.image.Exemplar;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Gives a picture without a file a hash, by which its model names what it was trained on. */
final class Hashed {

    private Hashed() {}

    /** The picture; one without a hash gets that of its pixels, as 32-bit floats. */
    static Exemplar of(Exemplar picture) {
        if (!picture.sha256().isEmpty()) {
            return picture;
        }
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(4, picture.pixels().length));
        bytes.asFloatBuffer().put(picture.pixels());
        return new Exemplar(
                picture.name(),
                HexFormat.of().formatHex(sha256().digest(bytes.array())),
                picture.channels(),
                picture.width(),
                picture.height(),
                picture.pixels(),
                picture.notes());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
