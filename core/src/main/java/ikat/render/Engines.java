package ikat.render;

import ikat.model.TextureModel;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** Registry of the engines found on the class path. */
public final class Engines {

    private Engines() {}

    /** All engines that can run on this machine, the fastest first. */
    public static List<GeneratorProvider> available() {
        return ServiceLoader.load(GeneratorProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(GeneratorProvider::available)
                .sorted(Comparator.comparingInt(GeneratorProvider::speed).reversed())
                .toList();
    }

    /** Opens the fastest engine. */
    public static Generator fastest(TextureModel model, int threads) {
        return available().get(0).open(model, threads);
    }

    /**
     * Opens the engine of a given name.
     *
     * @throws IllegalArgumentException if there is no such engine
     */
    public static Generator named(String name, TextureModel model, int threads) {
        for (GeneratorProvider provider : available()) {
            if (provider.name().equals(name)) {
                return provider.open(model, threads);
            }
        }
        throw new IllegalArgumentException(
                "engine is %s, but must be one of %s"
                        .formatted(
                                name, available().stream().map(GeneratorProvider::name).toList()));
    }
}
