package ikat.render;

import ikat.model.TextureModel;

/** Factory of the reference engine, which runs everywhere. */
public final class JavaGeneratorProvider implements GeneratorProvider {

    @Override
    public String name() {
        return "java";
    }

    @Override
    public int speed() {
        return 0;
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public Generator open(TextureModel model, int threads) {
        return new JavaGenerator(model);
    }
}
