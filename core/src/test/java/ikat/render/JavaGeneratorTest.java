package ikat.render;

import ikat.model.TextureModel;

class JavaGeneratorTest extends GeneratorContract {

    @Override
    protected Generator open(TextureModel model) {
        return new JavaGenerator(model);
    }
}
