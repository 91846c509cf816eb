package ikat.render;

import ikat.model.TextureModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Registry of the engines found on the class path. */
public final class Engines {

    private Engines() {}

    /** All engines that can run on this machine, the fastest first. */
    public static List<GeneratorProvider> available() {
        return known().filter(GeneratorProvider::available).toList();
    }

    private static Stream<GeneratorProvider> known() {
        return ServiceLoader.load(GeneratorProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(GeneratorProvider::speed).reversed());
    }

    /** Opens the fastest engine; the native libraries of slower ones are not loaded. */
    public static Generator fastest(TextureModel model, int threads) {
        return known().filter(GeneratorProvider::available)
                .findFirst()
                .orElseThrow()
                .open(model, threads);
    }

    /**
     * Opens the engine of a given name.
     *
     * @throws IllegalArgumentException if there is no such engine
     */
    public static Generator named(String name, TextureModel model, int threads) {
        Optional<GeneratorProvider> named =
                known().filter(provider -> provider.name().equals(name)).findFirst();
        if (named.isPresent() && named.get().available()) {
            return named.get().open(model, threads);
        }
        throw new IllegalArgumentException(
                "engine is %s, but must be one of %s"
                        .formatted(
                                name, available().stream().map(GeneratorProvider::name).toList()));
    }
}
