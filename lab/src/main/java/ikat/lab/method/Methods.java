package ikat.lab.method;

import ikat.lab.gan.Gan;
import ikat.lab.gan.NeuralMethods;
import ikat.lab.quilting.ImageQuilting;
import ikat.lab.statistics.PortillaSimoncelli;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways to make a texture that this program knows, in the order of a comparison. */
@FunctionalInterface
public interface Methods {

    /**
     * The methods, in the order of a comparison.
     *
     * @param vgg weights of VGG-19 for those that need them, or null; a method that needs them and
     *     has none says so when it is to learn
     * @throws IOException if there is a file of weights that cannot be read
     */
    List<TextureMethod> with(@Nullable Path vgg) throws IOException;

    /**
     * All methods.
     *
     * @param vgg weights of VGG-19, or null
     * @throws IOException if there is a file of weights that cannot be read
     */
    static List<TextureMethod> all(@Nullable Path vgg) throws IOException {
        return List.of(
                new ImageQuilting(),
                new PortillaSimoncelli(),
                NeuralMethods.filters(),
                vgg == null ? new WithoutWeights() : NeuralMethods.gatys(vgg),
                NeuralMethods.gan(Gan.DCGAN),
                NeuralMethods.gan(Gan.SGAN),
                NeuralMethods.gan(Gan.PSGAN),
                NeuralMethods.gan(Gan.IKAT));
    }
}
