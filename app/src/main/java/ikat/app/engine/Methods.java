package ikat.app.engine;

import ikat.method.TextureMethod;
import ikat.method.statistics.PortillaSimoncelli;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways to make a texture that this program knows, in the order of a comparison. */
final class Methods {

    private Methods() {}

    /**
     * All methods.
     *
     * @param vgg weights of a trained network for those that need one, or null
     */
    static List<TextureMethod> all(@Nullable Path vgg) {
        return List.of(new PortillaSimoncelli());
    }
}
