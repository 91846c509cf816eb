package ikat.lab.gan;

import ikat.image.Exemplar;
import ikat.io.Sha256;
import java.nio.ByteBuffer;

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
                Sha256.of(bytes.array()),
                picture.channels(),
                picture.width(),
                picture.height(),
                picture.pixels(),
                picture.notes());
    }
}
