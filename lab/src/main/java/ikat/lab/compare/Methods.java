package ikat.lab.compare;

import ikat.lab.blending.ByExampleNoise;
import ikat.lab.gram.GramMethod;
import ikat.lab.method.Gan;
import ikat.lab.method.TextureMethod;
import ikat.lab.neighbours.PatchNeighbours;
import ikat.lab.quilting.ImageQuilting;
import ikat.lab.statistics.PortillaSimoncelli;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texture methods that can be compared, in the order of a comparison. */
@FunctionalInterface
public interface Methods {

    /**
     * The methods, in the order of a comparison.
     *
     * @param vgg weights of VGG-19 for the methods that need them, or null; a method that lacks
     *     them refuses to learn
     * @throws IOException if the file of weights cannot be read
     */
    List<TextureMethod> with(@Nullable Path vgg) throws IOException;

    /**
     * All methods.
     *
     * @param vgg weights of VGG-19, or null
     * @throws IOException if the file of weights cannot be read
     */
    static List<TextureMethod> all(@Nullable Path vgg) throws IOException {
        return List.of(
                new ImageQuilting(),
                new PortillaSimoncelli(),
                new PatchNeighbours(),
                ByExampleNoise.published(),
                ByExampleNoise.sharper(),
                GramMethod.randomFilters(),
                GramMethod.gatys(vgg),
                Gan.DCGAN.method(),
                Gan.SGAN.method(),
                Gan.PSGAN.method(),
                Gan.IKAT.method());
    }
}
