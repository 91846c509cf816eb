package ikat.app.engine;

import ikat.method.TextureMethod;
import ikat.method.quilting.ImageQuilting;
import ikat.method.statistics.PortillaSimoncelli;
import ikat.torch.method.Gan;
import ikat.torch.method.NeuralMethods;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways to make a texture that this program knows, in the order of a comparison. */
final class Methods {

    private Methods() {}

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
